// SPDX-License-Identifier: MIT
#include "editor/frontmatterfold.h"

#include "editor/editorpane.h"

#include <QKeyEvent>
#include <QPlainTextDocumentLayout>

namespace galley
{

FrontMatterFold::FrontMatterFold(EditorPane* pane) : QObject(pane), m_pane(pane)
{
    connect(pane, &QPlainTextEdit::cursorPositionChanged, this, &FrontMatterFold::guardCaret);
    connect(pane, &QPlainTextEdit::selectionChanged, this, &FrontMatterFold::guardCaret);
    connect(pane, &EditorPane::keyPressedFirst, this, &FrontMatterFold::guardKey);
    connect(pane, &EditorPane::foldLabelClicked, this, [this] { setFolded(false); });
    connect(pane->document(), &QTextDocument::contentsChange, this, &FrontMatterFold::guardChange);
    connect(pane->document(), &QTextDocument::contentsChanged, this, &FrontMatterFold::showWhatChanged);
}

QTextBlock FrontMatterFold::bodyBlock() const
{
    return m_lastBlock < 0 ? QTextBlock() : m_pane->document()->findBlockByNumber(m_lastBlock + 1);
}

void FrontMatterFold::setLastBlock(int lastBlock)
{
    if (lastBlock == m_lastBlock && !m_editedByForm)
        return;
    if (m_folded)
        showBlocks(true);
    m_lastBlock = lastBlock;
    m_bodyPosition = bodyBlock().isValid() ? bodyBlock().position() : 0;
    if (m_folded && bodyBlock().isValid())
        showBlocks(false);
    else if (m_folded)
        setFolded(false);
}

void FrontMatterFold::setFolded(bool folded)
{
    if (folded == m_folded || (folded && !bodyBlock().isValid()))
        return;
    if (folded)
        moveCaretIntoBody();
    m_folded = folded;
    m_bodyPosition = bodyBlock().isValid() ? bodyBlock().position() : 0;
    showBlocks(!folded);
    Q_EMIT foldedChanged(folded);
}

void FrontMatterFold::moveCaretIntoBody()
{
    QTextCursor cursor = m_pane->textCursor();
    if (cursor.selectionStart() >= bodyBlock().position())
        return;
    cursor.setPosition(qMax(cursor.position(), bodyBlock().position()));
    m_pane->setTextCursor(cursor);
}

void FrontMatterFold::showBlocks(bool visible)
{
    QTextDocument* document = m_pane->document();
    auto* layout = static_cast<QPlainTextDocumentLayout*>(document->documentLayout());
    // Lines that a change put in between may have pushed hidden ones behind the last block that was known.
    for (QTextBlock block = document->findBlockByNumber(1);
         block.isValid() && (block.blockNumber() <= m_lastBlock || !block.isVisible()); block = block.next()) {
        block.setVisible(visible);
        block.setLineCount(visible ? qMax(1, block.layout()->lineCount()) : 0);
    }
    m_pane->setFoldLabel(visible ? QString() : tr("⋯ %1 lines").arg(m_lastBlock));
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
}

void FrontMatterFold::guardCaret()
{
    if (m_folded && m_pane->textCursor().selectionStart() < bodyBlock().position())
        setFolded(false);
}

static bool deletesBackwards(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Backspace || event.matches(QKeySequence::DeleteStartOfWord) ||
           event.matches(QKeySequence::DeleteCompleteLine);
}

// Backspace at the body's first place would join it with the closing line: the first press only shows what is there.
void FrontMatterFold::guardKey(QKeyEvent* event)
{
    const QTextCursor cursor = m_pane->textCursor();
    if (!m_folded || cursor.hasSelection() || cursor.position() != bodyBlock().position() || !deletesBackwards(*event))
        return;
    setFolded(false);
    event->accept();
}

// The change has happened when this is called, but the layout does not know of it yet: showing has to wait.
void FrontMatterFold::guardChange(int position)
{
    if (m_folded && !m_editedByForm && position < m_bodyPosition)
        m_touched = true;
}

void FrontMatterFold::showWhatChanged()
{
    if (!m_touched)
        return;
    m_touched = false;
    setFolded(false);
}

} // namespace galley
