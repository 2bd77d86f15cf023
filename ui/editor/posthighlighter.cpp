// SPDX-License-Identifier: MIT
#include "editor/posthighlighter.h"

#include "editor/longlines.h"

#include <QTextBlock>
#include <QTextDocument>

namespace galley
{

/// Time for colours in one turn of the event loop: a third of a frame of 16 ms. A fence opened at the top of a long
/// post recolours all of it; the rest then comes turn by turn.
static constexpr qint64 turnMilliseconds = 5;

PostHighlighter::PostHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    m_pending = QTextCursor(document);
}

static QTextCharFormat colored(const QColor& color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

void PostHighlighter::setColors(const ThemeColors& colors)
{
    m_formats = {
        {Markup::Heading, colored(colors.heading)},    {Markup::Strong, colored(colors.emphasis)},
        {Markup::Emphasis, colored(colors.emphasis)},  {Markup::Struck, {}},
        {Markup::Code, colored(colors.code)},          {Markup::Link, colored(colors.link)},
        {Markup::Sign, colored(colors.markup)},        {Markup::Liquid, colored(colors.liquid)},
        {Markup::Html, colored(colors.html)},          {Markup::Quote, colored(colors.faint)},
        {Markup::Key, colored(colors.frontMatterKey)}, {Markup::Value, colored(colors.frontMatterValue)},
        {Markup::Comment, colored(colors.faint)},
    };
    m_formats[Markup::Heading].setFontWeight(QFont::Bold);
    m_formats[Markup::Strong].setFontWeight(QFont::Bold);
    m_formats[Markup::Emphasis].setFontItalic(true);
    m_formats[Markup::Struck].setFontStrikeOut(true);
    m_formats[Markup::Comment].setFontItalic(true);
    m_formats[Markup::Code].setBackground(colors.codeBackground);
    rehighlight();
}

// Spans lie over one another (strong inside a heading, code inside strong): each adds to what is there.
void PostHighlighter::highlightBlock(const QString& text)
{
    if (outOfTime()) {
        putOff();
        return;
    }
    const MarkedLine marked = markLine(text, LineState::unpacked(previousBlockState()),
                                       !currentBlock().previous().isValid(), longlines::isCut(currentBlock()));
    for (const MarkupSpan& span : marked.spans) {
        const QTextCharFormat& over = m_formats[span.kind];
        for (qsizetype at = span.start; at < span.start + span.length; ++at) {
            QTextCharFormat under = format(static_cast<int>(at));
            under.merge(over);
            setFormat(static_cast<int>(at), 1, under);
        }
    }
    setCurrentBlockState(marked.next.packed());
}

bool PostHighlighter::outOfTime()
{
    if (!m_inTurn) {
        m_inTurn = true;
        m_turn.start();
        QMetaObject::invokeMethod(this, &PostHighlighter::endTurn, Qt::QueuedConnection);
    }
    return m_turn.elapsed() >= turnMilliseconds;
}

// The block keeps its state, so that Qt does not go on to the next one.
void PostHighlighter::putOff()
{
    const int position = currentBlock().position();
    const int from = m_pending.hasSelection() ? qMin(m_pending.selectionStart(), position) : position;
    const int to = qMax(m_pending.selectionEnd(), position + qMax(1, currentBlock().length() - 1));
    m_pending.setPosition(from);
    m_pending.setPosition(qMin(to, document()->characterCount() - 1), QTextCursor::KeepAnchor);
}

void PostHighlighter::endTurn()
{
    m_inTurn = false;
    if (!isPending())
        return;
    const int end = m_pending.selectionEnd();
    QTextBlock block = document()->findBlock(m_pending.selectionStart());
    m_pending.clearSelection();
    while (block.isValid() && block.position() <= end && !isPending()) {
        rehighlightBlock(block);
        block = block.next();
    }
    if (isPending() && block.isValid() && block.position() <= end) {
        const int from = m_pending.selectionStart();
        m_pending.setPosition(from);
        m_pending.setPosition(qMin(end, document()->characterCount() - 1), QTextCursor::KeepAnchor);
    }
}

} // namespace galley
