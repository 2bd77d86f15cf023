// SPDX-License-Identifier: MIT
#include "editor/posteditor.h"

#include "editor/editorpane.h"
#include "editor/findbar.h"
#include "editor/frontmatterfold.h"
#include "editor/longlines.h"
#include "editor/posthighlighter.h"
#include "openpost.h"
#include "preferences.h"
#include "shorttext.h"
#include "sidebar/problemspanel.h"

#include <QEvent>
#include <QTextBlock>
#include <QVBoxLayout>

namespace galley
{

/// Lines underlined at once; the problems list has the rest.
static constexpr int underlinedLines = 200;

PostEditor::PostEditor(OpenPost* post, QWidget* parent)
    : QWidget(parent), m_post(post), m_pane(new EditorPane(post->document(), this)),
      m_fold(new FrontMatterFold(m_pane)), m_highlighter(new PostHighlighter(post->document())),
      m_findBar(new FindBar(m_pane, this)), m_problems(new ProblemsPanel(this))
{
    build();
    updateColors();
    connect(post, &OpenPost::loaded, this, &PostEditor::loaded);
    connect(m_pane, &QPlainTextEdit::cursorPositionChanged, this, &PostEditor::tellCaret);
    connect(m_problems, &ProblemsPanel::lineChosen, this, [this](int line, int column) {
        goToLine(line - 1, qMax(0, column - 1));
        m_pane->setFocus();
    });
    connect(m_problems, &ProblemsPanel::fixChosen, this, &PostEditor::applyFix);
    setFocusProxy(m_pane);
}

void PostEditor::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pane, 1);
    layout->addWidget(m_findBar);
    layout->addWidget(m_problems);
}

void PostEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void PostEditor::updateColors()
{
    const ThemeColors colors = themeColors(palette());
    m_pane->setColors(colors);
    m_highlighter->setColors(colors);
    m_findBar->setColors(colors);
    markDiagnostics();
}

void PostEditor::loaded()
{
    m_fold->setFolded(false);
    const std::shared_ptr<const std::string> text = m_post->text().text();
    updateFoldRegion(frontMatterLastLine(*text, findFrontMatter(*text)));
    tellCaret();
}

void PostEditor::updateFoldRegion(int lastLine)
{
    m_fold->setLastBlock(lastLine < 0 ? -1 : m_post->text().blockOfLine(lastLine).blockNumber());
}

void PostEditor::showResult(const LiveResult& result)
{
    updateFoldRegion(result.frontMatterLastLine);
    m_marked = result.diagnostics;
    markDiagnostics();
    m_frontMatter = result.frontMatter;
    std::vector<ProblemFix> fixes;
    for (const FrontMatterFinding& finding : m_frontMatter->findings) {
        if (finding.fix)
            fixes.push_back({finding.diagnostic, QString::fromStdString(finding.fixTitle), *finding.fix});
    }
    m_problems->setDiagnostics(result.diagnostics, std::move(fixes));
}

// The text may have gone on since: the fix is right as long as the front matter stands as it was.
void PostEditor::applyFix(const TextEdit& edit)
{
    if (m_frontMatter && m_post->text().text()->starts_with(m_frontMatter->head))
        applyFormEdit(edit);
}

QStringList PostEditor::problemTexts() const
{
    return m_problems->texts();
}

void PostEditor::markDiagnostics()
{
    const ThemeColors colors = themeColors(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (const Diagnostic& each : m_marked) {
        if (each.line < 1 || !each.file.empty() || marks.size() == underlinedLines)
            continue;
        const QTextBlock block = m_post->text().blockOfLine(each.line - 1);
        QTextEdit::ExtraSelection mark;
        const QTextBlock last = longlines::lastPiece(block);
        const int end = last.position() + last.length() - 1;
        mark.cursor = QTextCursor(block);
        const auto column = unitsOf(longlines::lineText(block), each.column - 1);
        mark.cursor.setPosition(qMin(longlines::positionOf(block, column), qMax(block.position(), end - 1)));
        mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(each.severity == Severity::Error ? colors.error : colors.warning);
        marks << mark;
    }
    m_pane->setMarks(EditorPane::Marks::Diagnostics, marks);
}

void PostEditor::applyFormEdit(const TextEdit& edit)
{
    m_fold->setEditedByForm(true);
    m_post->text().apply(edit);
    const std::shared_ptr<const std::string> after = m_post->text().text();
    updateFoldRegion(frontMatterLastLine(*after, findFrontMatter(*after)));
    m_fold->setEditedByForm(false);
}

// Where a long line is cut into several blocks, the fraction runs over all of them.
double PostEditor::topLine() const
{
    const double top = m_pane->topBlock();
    const int block = static_cast<int>(top);
    return m_post->text().lineOfBlock(block) + (top - block);
}

void PostEditor::scrollToLine(double line)
{
    const int whole = static_cast<int>(line);
    m_pane->scrollToBlock(m_post->text().blockOfLine(whole).blockNumber() + (line - whole));
}

void PostEditor::goToLine(int line, int column)
{
    const QTextBlock block = m_post->text().blockOfLine(line);
    m_pane->goTo(longlines::positionOf(block, unitsOf(longlines::lineText(block), column)));
}

std::pair<int, int> PostEditor::positionsOf(int firstLine, int lastLine) const
{
    const DocumentText& text = m_post->text();
    const int from = text.blockOfLine(firstLine).position();
    if (lastLine + 1 < text.lineCount())
        return {from, qMax(from, text.blockOfLine(lastLine + 1).position() - 1)};
    return {from, m_post->document()->characterCount() - 1};
}

void PostEditor::goToBody()
{
    const std::shared_ptr<const std::string> text = m_post->text().text();
    const int fence = frontMatterLastLine(*text, findFrontMatter(*text));
    int line = fence + 1;
    while (line + 1 < m_post->text().lineCount() && m_post->text().blockOfLine(line).text().isEmpty())
        ++line;
    goToLine(line);
}

int PostEditor::caretLine() const
{
    return m_post->text().lineOfPosition(m_pane->textCursor().position());
}

bool PostEditor::isCaretInSight() const
{
    const auto [first, last] = m_pane->visibleBlocks();
    const int caret = m_pane->textCursor().blockNumber();
    return caret >= first && caret <= last;
}

void PostEditor::tellCaret()
{
    const QTextDocument& document = *m_post->document();
    const int position = m_pane->textCursor().position();
    const QString line = longlines::lineText(longlines::firstPiece(document.findBlock(position)));
    Q_EMIT caretMoved(caretLine() + 1, charactersOf(line, longlines::columnOf(document, position)) + 1);
}

FilePlace PostEditor::place() const
{
    return {m_pane->textCursor().position(), m_pane->topBlock(), m_fold->isFolded()};
}

void PostEditor::setPlace(const FilePlace& place)
{
    m_pane->goTo(place.caret);
    m_fold->setFolded(place.folded);
    m_pane->scrollToBlock(place.top);
}

} // namespace galley
