// SPDX-License-Identifier: MIT
#include "editor/commands.h"

#include "editor/markup.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <functional>

namespace galley::commands
{

static QTextBlock blockAt(const QTextCursor& cursor, int position)
{
    return cursor.document()->findBlock(position);
}

/// Replaces only what differs, so that carets and colours beside it stay.
static void replaceLine(QTextCursor& cursor, const QTextBlock& block, const QString& line)
{
    const QString old = block.text();
    qsizetype head = 0;
    const qsizetype shorter = qMin(old.size(), line.size());
    while (head < shorter && old[head] == line[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == line[line.size() - 1 - tail])
        ++tail;
    if (head + tail == old.size() && old.size() == line.size())
        return;
    cursor.setPosition(block.position() + static_cast<int>(head));
    cursor.setPosition(block.position() + static_cast<int>(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(line.sliced(head, line.size() - head - tail));
}

using InlineChange = std::function<inlinestyle::Selection(const inlinestyle::Selection&)>;

/// A selection over several lines is changed line by line: no sign reaches over a paragraph's end.
static void changeInline(QTextCursor& cursor, const InlineChange& change)
{
    const int start = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    const int first = blockAt(cursor, start).blockNumber();
    const int last = blockAt(cursor, end).blockNumber();
    QTextCursor edit(cursor);
    int from = start;
    int to = end;
    edit.beginEditBlock();
    for (int number = last; number >= first; --number) {
        const QTextBlock block = cursor.document()->findBlockByNumber(number);
        const int at = block.position();
        inlinestyle::Selection selection{block.text(), 0, block.length() - 1};
        selection.start = number == first ? start - at : linestyle::prefixOf(selection.line).total();
        selection.end = number == last ? end - at : selection.end;
        if (first != last && (selection.start >= selection.end))
            continue;
        const inlinestyle::Selection changed = change(selection);
        if (number == last)
            to = at + static_cast<int>(changed.end);
        else
            to += static_cast<int>(changed.line.size() - selection.line.size());
        from = number == first ? at + static_cast<int>(changed.start) : from;
        replaceLine(edit, block, changed.line);
    }
    edit.endEditBlock();
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
}

void toggleMark(QTextCursor& cursor, inlinestyle::Mark mark)
{
    changeInline(cursor,
                 [mark](const inlinestyle::Selection& selection) { return inlinestyle::toggled(selection, mark); });
}

void toggleLink(QTextCursor& cursor, const QString& url)
{
    if (blockAt(cursor, cursor.selectionStart()) != blockAt(cursor, cursor.selectionEnd()))
        return;
    changeInline(cursor, [&url](const inlinestyle::Selection& s) { return inlinestyle::toggledLink(s, url); });
}

using LinesChange = std::function<QStringList(const QStringList&)>;

static void changeLines(QTextCursor& cursor, const LinesChange& change)
{
    const QTextBlock first = blockAt(cursor, cursor.selectionStart());
    QTextBlock last = blockAt(cursor, cursor.selectionEnd());
    // A selection that ends at the beginning of a line does not mean that line.
    if (cursor.hasSelection() && last != first && cursor.selectionEnd() == last.position())
        last = last.previous();
    QStringList lines;
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        lines << block.text();
    const QStringList changed = change(lines);
    const bool selected = cursor.hasSelection();
    const int fromEnd = blockAt(cursor, cursor.position()).length() - cursor.positionInBlock();

    QTextCursor edit(cursor);
    edit.beginEditBlock();
    const int firstNumber = first.blockNumber();
    for (int i = 0; i < changed.size(); ++i)
        replaceLine(edit, cursor.document()->findBlockByNumber(firstNumber + i), changed[i]);
    edit.endEditBlock();

    const QTextBlock begin = cursor.document()->findBlockByNumber(firstNumber);
    const QTextBlock end = cursor.document()->findBlockByNumber(firstNumber + static_cast<int>(changed.size()) - 1);
    if (selected) {
        cursor.setPosition(begin.position());
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    } else {
        cursor.setPosition(begin.position() + qMax(0, begin.length() - fromEnd));
    }
}

void toggleHeading(QTextCursor& cursor, int level)
{
    changeLines(cursor, [level](const QStringList& lines) { return linestyle::toggledHeading(lines, level); });
}

void toggleList(QTextCursor& cursor, linestyle::List kind)
{
    changeLines(cursor, [kind](const QStringList& lines) { return linestyle::toggledList(lines, kind); });
}

void toggleQuote(QTextCursor& cursor)
{
    changeLines(cursor, [](const QStringList& lines) { return linestyle::toggledQuote(lines); });
}

/// Whether the line begins inside a code fence, where a list sign is just text.
static bool isInFence(const QTextBlock& block)
{
    return block.previous().isValid() && LineState::unpacked(block.previous().userState()).zone == Zone::Fence;
}

bool continueList(QTextCursor& cursor)
{
    const QTextBlock block = cursor.block();
    if (cursor.hasSelection() || isInFence(block))
        return false;
    const auto next = linestyle::continuation(block.text(), cursor.positionInBlock());
    if (!next)
        return false;
    cursor.beginEditBlock();
    if (next->isEmpty())
        replaceLine(cursor, block, QString());
    else
        cursor.insertText(QStringLiteral("\n") + *next);
    cursor.endEditBlock();
    return true;
}

bool indentItems(QTextCursor& cursor, bool deeper)
{
    const QTextBlock block = cursor.block();
    const linestyle::Prefix prefix = linestyle::prefixOf(block.text());
    if (prefix.sign == 0 || isInFence(block) || (!cursor.hasSelection() && cursor.positionInBlock() > prefix.total()))
        return false;
    changeLines(cursor, [deeper, width = prefix.sign](const QStringList& lines) {
        QStringList out;
        for (const QString& line : lines) {
            qsizetype spaces = 0;
            while (spaces < qMin(width, line.size()) && line[spaces] == u' ')
                ++spaces;
            out << (deeper ? QString(width, u' ') + line : line.sliced(spaces));
        }
        return out;
    });
    return true;
}

} // namespace galley::commands
