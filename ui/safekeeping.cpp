// SPDX-License-Identifier: MIT
#include "safekeeping.h"

#include "base/textcheck.h"
#include "base/threeway.h"
#include "openpost.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace galley
{

static QString changedId()
{
    return QStringLiteral("changed");
}

SafeKeeping::SafeKeeping(OpenPost* post, const QString& stateFolder, QObject* parent)
    : QObject(parent), m_post(post), m_elsewhere(stateFolder),
      m_journal(stateFolder, [post] { return post->text().text(); })
{
    connect(post, &OpenPost::loaded, this, &SafeKeeping::postLoaded);
    connect(post, &OpenPost::edited, &m_journal, &JournalWriter::textEdited);
    connect(&m_journal, &JournalWriter::saved, this, &SafeKeeping::takeSaved);
    connect(&m_journal, &JournalWriter::saveFailed, this, [this](const SaveProblem& problem) {
        m_saving = false;
        if (problem.obstacle == SaveObstacle::ChangedOnDisk && m_target.path == m_post->path())
            m_watch.tellAgain();
        else
            m_watch.saveEnded();
        Q_EMIT refused(m_target, problem);
    });
    connect(&m_journal, &JournalWriter::journalFailed, this, [this](const QString& reason) {
        const QString text = tr("What you type can't be kept for recovery. %1. Save often.").arg(reason);
        Q_EMIT noticed({QStringLiteral("journal"), Severity::Warning, text, {}});
    });
    connect(&m_journal, &JournalWriter::journalWritten, this,
            [this] { Q_EMIT noticeEnded(QStringLiteral("journal")); });
    connect(&m_watch, &FileWatch::fileChanged, this, &SafeKeeping::fileChanged);
    connect(&m_watch, &FileWatch::fileVanished, this, &SafeKeeping::fileVanished);
    connect(&m_watch, &FileWatch::fileReturned, this, &SafeKeeping::endQuestion);
    connect(&m_elsewhere, &OpenElsewhere::othersChanged, this, &SafeKeeping::othersChanged);
    connect(post, &OpenPost::pathChanged, this, [this] { m_elsewhere.watch(m_post->path()); });
}

static std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

OpenedPost SafeKeeping::openedPost() const
{
    return {pathOf(m_post->place()), m_post->form(), m_post->diskState(), m_post->text().text()};
}

void SafeKeeping::postLoaded()
{
    m_saving = false;
    endQuestion();
    m_base = m_post->text().text();
    OpenedPost opened = openedPost();
    if (m_post->isNew()) // what was filled in is somebody's words too
        opened.text = std::make_shared<const std::string>();
    m_journal.open(std::move(opened));
    if (m_post->isNew())
        m_journal.textEdited();
    m_elsewhere.watch(m_post->path());
    m_watch.watch(m_post->path(), m_post->diskState());
}

void SafeKeeping::recover(const std::string& text, const std::filesystem::path& journal)
{
    const OpenedPost base = openedPost();
    m_post->text().replaceAll(text);
    m_journal.adopt(base, m_post->text().text(), journal);
}

void SafeKeeping::forget()
{
    m_journal.forget();
}

void SafeKeeping::save(const SaveTarget& target)
{
    if (m_saving)
        return;
    m_saving = true;
    m_target = target;
    m_watch.expectOwnSave();
    PostSave request{pathOf(target.path), m_post->text().text(), m_post->form(), target.way, target.overwrite, 0,
                     target.automatic};
    request.nowSeconds = QDateTime::currentSecsSinceEpoch();
    m_journal.save(std::move(request));
}

void SafeKeeping::takeSaved(const SavedPost& post, const SharedText& text)
{
    m_saving = false;
    endQuestion();
    m_base = text;
    m_watch.watch(m_target.path, post.state);
    m_post->wroteTo(m_target.path, post.state, text);
    if (!post.notes.empty())
        Q_EMIT noticed(
            {QStringLiteral("keep"), Severity::Note, QString::fromStdString(post.notes.front().text), {}, true});
    Q_EMIT saved();
}

void SafeKeeping::fileChanged(const LoadedFile& file)
{
    if (m_post->isModified() || whyNotText(file.bytes))
        askAboutChange(file);
    else
        takeTheirs(file);
}

void SafeKeeping::takeTheirs(const LoadedFile& file)
{
    endQuestion();
    m_post->takeFromDisk(fromFileBytes(file.bytes), file.state);
    m_base = m_post->text().text();
    m_journal.open(openedPost());
    m_watch.watch(m_post->path(), file.state);
}

void SafeKeeping::endQuestion()
{
    m_question = false;
    Q_EMIT noticeEnded(changedId());
}

/// No answer destroys anything that undo, the file or its history could not bring back.
Conflict SafeKeeping::conflictWith(const LoadedFile& file)
{
    const auto keepMine = [this, state = file.state] {
        m_post->setDiskState(state);
        m_watch.watch(m_post->path(), state);
        save({m_post->path(), SaveWay::Ask, true});
    };
    Conflict conflict{*m_base, *m_post->text().text(), fromFileBytes(file.bytes).text, {}};
    conflict.answers = {{tr("Take &Theirs"), [this, file] { takeTheirs(file); }}, {tr("Keep &Mine"), keepMine}};
    if (std::optional<std::string> both = combined(conflict.base, conflict.mine, conflict.theirs))
        conflict.answers.push_back({tr("Com&bine Both"), [this, file, both = std::move(*both)] {
                                        takeTheirs(file);
                                        m_post->text().replaceAll(both);
                                    }});
    return conflict;
}

void SafeKeeping::askAboutChange(const LoadedFile& file)
{
    m_question = true;
    if (whyNotText(file.bytes)) {
        const NoticeButton mine = conflictWith(file).answers[1];
        Q_EMIT noticed({changedId(), Severity::Warning, tr("%1 is no text any more.").arg(m_post->path()), {mine}});
        return;
    }
    const NoticeButton compare{tr("&Compare…"), [this, file] {
                                   askAboutChange(file);
                                   Q_EMIT compareAsked(conflictWith(file));
                               }};
    std::vector<NoticeButton> buttons = conflictWith(file).answers;
    buttons.insert(buttons.begin(), compare);
    const QString text = tr("%1 was changed by another program, and here too.").arg(m_post->name());
    Q_EMIT noticed({changedId(), Severity::Warning, text, std::move(buttons)});
}

void SafeKeeping::othersChanged(int others)
{
    const QString id = QStringLiteral("elsewhere");
    if (others == 0)
        Q_EMIT noticeEnded(id);
    else
        Q_EMIT noticed(
            {id,
             Severity::Warning,
             tr("%1 is open in another window of Galley too. Each keeps its own text; whoever saves second is asked.")
                 .arg(m_post->name()),
             {}});
}

// What else was changed in the file on the way is found by the look at it.
void SafeKeeping::moved(const QString& path)
{
    const bool other = path != m_post->path();
    m_post->setPath(path);
    if (other)
        m_journal.moved(pathOf(path));
    m_watch.watch(path, m_post->diskState());
    m_watch.check();
}

void SafeKeeping::fileVanished(const QString& renamedTo)
{
    m_question = true;
    const NoticeButton again{tr("&Save It Again"), [this] { save({m_post->path(), SaveWay::Ask, true}); }};
    if (renamedTo.isEmpty()) {
        const QString text = tr("%1 was removed by another program. The text is still here.").arg(m_post->path());
        Q_EMIT noticed({changedId(), Severity::Warning, text, {again}});
        return;
    }
    const NoticeButton follow{tr("Go &On under the New Name"), [this, renamedTo] {
                                  endQuestion();
                                  m_post->setPath(renamedTo);
                                  m_journal.moved(pathOf(renamedTo));
                                  m_watch.watch(renamedTo, m_post->diskState());
                              }};
    const QString text = tr("%1 was renamed to %2.").arg(m_post->name(), QFileInfo(renamedTo).fileName());
    Q_EMIT noticed({changedId(), Severity::Warning, text, {follow, again}});
}

} // namespace galley
