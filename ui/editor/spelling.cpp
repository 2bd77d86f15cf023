// SPDX-License-Identifier: MIT
#include "editor/spelling.h"

#include "base/files.h"
#include "base/limits.h"
#include "editor/editorpane.h"
#include "editor/longlines.h"
#include "editor/speller.h"
#include "keep/savefile.h"
#include "openpost.h"

#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QRegularExpression>
#include <QTextBlock>

#include <filesystem>
#include <functional>
#include <mutex>

namespace galley
{

/// Underlined at most of what is in sight: each is a cursor that follows every edit.
static constexpr int mostMarks = 500;

/// Suggestions and checks come from different calls, so the dictionary has a lock.
struct Spelling::Engine {
    std::mutex mutex;
    QString wordsFile;
    QStringList wanted; ///< the languages that were asked for
    QString dictionary; ///< the one that was loaded for them
    QSet<QString> own;
    bool hasOwn = false;
    std::unique_ptr<Speller> speller;
    CheckedLines lines;

    void readOwn()
    {
        if (std::exchange(hasOwn, true))
            return;
        const Expected<std::string> bytes = readFile(QFile::encodeName(wordsFile).toStdString());
        if (bytes && bytes->size() <= limits::ownWordsBytes) {
            const QStringList words = QString::fromStdString(*bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            own = QSet<QString>(words.begin(), words.end());
        }
    }

    WrongLines wrongLines(std::string_view text, const std::stop_token& stop)
    {
        return lines.wrongWords(
            text, [this](const QString& word) { return speller->isRight(word); }, stop);
    }

    SaveExpected<FileState> add(const QString& word)
    {
        readOwn();
        own.insert(word);
        lines.forget();
        if (speller)
            speller->setOwnWords(own);
        QStringList all(own.begin(), own.end());
        all.sort();
        const std::filesystem::path file = QFile::encodeName(wordsFile).toStdString();
        std::error_code code;
        std::filesystem::create_directories(file.parent_path(), code);
        const std::string bytes = all.join(QLatin1Char('\n')).toStdString() + '\n';
        return saveFile({file, bytes, {}, SaveWay::Ask, true});
    }

    void load(const QStringList& languages, const QStringList& folders)
    {
        if (languages == wanted)
            return;
        wanted = languages;
        QString found;
        for (const QString& language : languages)
            found = found.isEmpty() ? Speller::dictionaryFor(language, folders) : found;
        if (found == dictionary)
            return;
        dictionary = found;
        lines.forget();
        speller = found.isEmpty() ? nullptr : Speller::load(found);
        readOwn();
        if (speller)
            speller->setOwnWords(own);
    }
};

Spelling::Spelling(const QString& wordsFile, QObject* parent)
    : QObject(parent), m_wordsFile(wordsFile), m_folders(Speller::folders()), m_color(Qt::red),
      m_engine(std::make_shared<Engine>())
{
    m_engine->wordsFile = wordsFile;
}

Spelling::~Spelling() = default;

void Spelling::setPost(OpenPost* post, EditorPane* pane)
{
    if (m_pane) {
        disconnect(m_pane, nullptr, this, nullptr);
        disconnect(m_post->document(), nullptr, this, nullptr);
        m_pane->setMarks(EditorPane::Marks::Spelling, {});
    }
    m_post = post;
    m_pane = pane;
    m_wrong.reset();
    ++m_turn;
    connect(post->document(), &QTextDocument::contentsChanged, this, &Spelling::check);
    connect(pane, &QPlainTextEdit::updateRequest, this, [this](const QRect&, int scrolled) {
        if (scrolled != 0)
            mark();
    });
    connect(pane, &QPlainTextEdit::cursorPositionChanged, this, &Spelling::mark);
    connect(pane, &EditorPane::menuOpening, this, &Spelling::fillMenu);
    check();
}

void Spelling::setOn(bool on)
{
    m_on = on;
    m_wrong.reset();
    ++m_turn;
    if (m_pane)
        mark();
    check();
}

void Spelling::setLanguages(const QStringList& languages)
{
    if (languages == m_languages)
        return;
    m_languages = languages;
    check();
}

void Spelling::setColor(const QColor& color)
{
    m_color = color;
    mark();
}

void Spelling::check()
{
    if (!m_on || !m_post || m_languages.isEmpty())
        return;
    m_queue.submit([this, engine = m_engine, text = m_post->text().text(), languages = m_languages, folders = m_folders,
                    turn = m_turn](const std::stop_token& stop) {
        const std::lock_guard lock(engine->mutex);
        engine->load(languages, folders);
        const bool isMissing = !engine->speller;
        const auto wrong =
            std::make_shared<const WrongLines>(isMissing ? WrongLines() : engine->wrongLines(*text, stop));
        QMetaObject::invokeMethod(
            this,
            [this, turn, isMissing, language = languages.first(), wrong] {
                tellDictionary(isMissing ? language : QString());
                take(wrong, turn);
            },
            Qt::QueuedConnection);
    });
}

void Spelling::tellDictionary(const QString& missing)
{
    if (missing == std::exchange(m_missing, missing))
        return;
    if (missing.isEmpty())
        return Q_EMIT noticeEnded(QStringLiteral("spelling"));
    const QString code = missing.left(missing.indexOf(QRegularExpression(QStringLiteral("[-_.]|$")))).toLower();
    const QString text =
        tr("There is no dictionary for “%1”, so its spelling is not checked. The package hunspell-%2 brings one.");
    Q_EMIT noticed({QStringLiteral("spelling"), Severity::Note, text.arg(missing, code), {}, true});
}

void Spelling::take(std::shared_ptr<const WrongLines> wrong, int turn)
{
    if (turn != m_turn || !m_pane)
        return;
    m_wrong = std::move(wrong);
    mark();
    Q_EMIT checked();
}

void Spelling::mark()
{
    if (m_pane)
        m_pane->setMarks(EditorPane::Marks::Spelling, m_wrong && m_on ? marks() : QList<QTextEdit::ExtraSelection>());
}

/// The words of a line that are in sight; a line may lie in many blocks, of which only these are looked at.
static void markWords(const QTextBlock& line, const std::vector<WrongWord>& words, std::pair<int, int> blocks,
                      const std::function<void(int begin, int end)>& mark)
{
    auto word = words.begin();
    int column = 0;
    for (QTextBlock piece = line; piece.isValid() && word != words.end(); piece = piece.next()) {
        const int end = column + piece.length() - 1;
        const bool isCut = longlines::isCut(piece);
        for (; word != words.end() && word->start < end; ++word) {
            const int behind = word->start + word->length;
            if (behind > end && !isCut)
                return; // changed since
            const int begin = piece.position() + word->start - column;
            if (piece.blockNumber() >= blocks.first)
                mark(begin, begin + word->length + (behind > end ? 1 : 0)); // over the cut
        }
        if (!isCut || piece.blockNumber() >= blocks.second)
            return;
        column = end;
    }
}

// Of the visible lines; not the word that is being typed.
QList<QTextEdit::ExtraSelection> Spelling::marks() const
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto blocks = m_pane->visibleBlocks();
    const int lastLine = m_post->text().lineOfBlock(blocks.second);
    const int caret = m_pane->hasFocus() ? m_pane->textCursor().position() : -1;
    const auto add = [&](int begin, int end) {
        if (end == caret || marks.size() == mostMarks)
            return;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_post->document());
        mark.cursor.setPosition(begin);
        mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        mark.format.setUnderlineColor(m_color);
        marks << mark;
    };
    for (auto line = m_wrong->lower_bound(m_post->text().lineOfBlock(blocks.first));
         line != m_wrong->end() && line->first <= lastLine; ++line)
        markWords(m_post->text().blockOfLine(line->first), line->second, blocks, add);
    return marks;
}

QStringList Spelling::wrongWords() const
{
    QStringList out;
    if (!m_wrong || !m_on)
        return out;
    for (const auto& [line, words] : *m_wrong) {
        const QString text = longlines::lineText(m_post->text().blockOfLine(line));
        for (const WrongWord& word : words)
            out << text.mid(word.start, word.length);
    }
    return out;
}

/// The position and the word; an empty word where none is underlined.
std::pair<int, QString> Spelling::wrongWordAt(int position) const
{
    const DocumentText& text = m_post->text();
    const int line = text.lineOfPosition(position);
    const auto words = m_wrong && m_on ? m_wrong->find(line) : WrongLines::const_iterator();
    if (!m_wrong || !m_on || words == m_wrong->end())
        return {};
    const int column = longlines::columnOf(*m_post->document(), position);
    for (const WrongWord& word : words->second) {
        if (column < word.start || column > word.start + word.length)
            continue;
        const QTextBlock first = text.blockOfLine(line);
        return {longlines::positionOf(first, word.start), longlines::lineText(first).mid(word.start, word.length)};
    }
    return {};
}

void Spelling::fillMenu(QMenu* menu, int position)
{
    const auto [begin, word] = wrongWordAt(position);
    if (!word.isEmpty())
        askSuggestions(menu, begin, word);
}

// Looking for them takes up to a second: the menu opens at once, they come in when they are there.
void Spelling::askSuggestions(QMenu* menu, int begin, const QString& word)
{
    QAction* top = menu->actions().value(0);
    auto* waiting = new QAction(tr("Looking for suggestions…"), menu);
    waiting->setEnabled(false);
    waiting->setObjectName(QStringLiteral("suggestions"));
    menu->insertAction(top, waiting);
    auto* add = new QAction(tr("Add “%1” to My Words").arg(word), menu);
    connect(add, &QAction::triggered, this, [this, word] { addWord(word); });
    menu->insertAction(top, add);
    menu->insertSeparator(top);
    const auto look = [engine = m_engine, word] {
        const std::lock_guard lock(engine->mutex);
        return engine->speller ? engine->speller->suggestions(word) : QStringList();
    };
    m_tasks.run(menu, look, [this, menu, begin, word](const QStringList& words) { offer(menu, begin, word, words); });
}

void Spelling::offer(QMenu* menu, int begin, const QString& word, const QStringList& words)
{
    auto* waiting = menu->findChild<QAction*>(QStringLiteral("suggestions"));
    if (words.isEmpty())
        waiting->setText(tr("No suggestions"));
    for (const QString& each : words) {
        auto* action = new QAction(each, menu);
        QFont bold = action->font();
        bold.setBold(true);
        action->setFont(bold);
        menu->insertAction(waiting, action);
        connect(action, &QAction::triggered, this, [this, begin, word, each] {
            QTextCursor cursor(m_post->document());
            const QTextBlock line = longlines::firstPiece(m_post->document()->findBlock(begin));
            const qsizetype behind = longlines::columnOf(*m_post->document(), begin) + word.size();
            cursor.setPosition(begin);
            cursor.setPosition(longlines::positionOf(line, behind), QTextCursor::KeepAnchor);
            if (longlines::selectedText(cursor) == word)
                cursor.insertText(each);
        });
    }
    if (!words.isEmpty())
        menu->removeAction(waiting);
}

void Spelling::addWord(const QString& word)
{
    const auto add = [engine = m_engine, word] {
        const std::lock_guard lock(engine->mutex);
        return engine->add(word);
    };
    m_tasks.run(this, add, [this](const SaveExpected<FileState>& saved) {
        if (!saved)
            Q_EMIT noticed({QStringLiteral("words"), Severity::Warning, sentence(saved.error().error), {}});
        else
            Q_EMIT noticeEnded(QStringLiteral("words"));
        check();
    });
}

} // namespace galley
