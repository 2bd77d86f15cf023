// SPDX-License-Identifier: MIT
#include "editor/commands.h"

#include "editor/linezone.h"
#include "editor/longlines.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <functional>
#include <vector>

namespace galley::commands
{

/// The first block of the line that a position is in.
static QTextBlock lineAt(const QTextCursor& cursor, int position)
{
    return longlines::firstPiece(cursor.document()->findBlock(position));
}

static QTextBlock nextLine(const QTextBlock& line)
{
    return longlines::lastPiece(line).next();
}

/// The lines from the one with the first position to the one with the second, each by its first block.
static std::vector<QTextBlock> linesBetween(const QTextCursor& cursor, int from, int to)
{
    std::vector<QTextBlock> lines;
    const QTextBlock last = lineAt(cursor, to);
    for (QTextBlock line = lineAt(cursor, from); line.isValid(); line = nextLine(line)) {
        lines.push_back(line);
        if (line == last)
            break;
    }
    return lines;
}

/// Replaces only what differs, so that carets and colours beside it stay.
static void replaceLine(QTextCursor& cursor, const QTextBlock& block, const QString& line)
{
    const QString old = longlines::lineText(block);
    qsizetype head = 0;
    const qsizetype shorter = qMin(old.size(), line.size());
    while (head < shorter && old[head] == line[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == line[line.size() - 1 - tail])
        ++tail;
    if (head + tail == old.size() && old.size() == line.size())
        return;
    cursor.setPosition(longlines::positionOf(block, head));
    cursor.setPosition(longlines::positionOf(block, old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(line.sliced(head, line.size() - head - tail));
}

using InlineChange = std::function<inlinestyle::Selection(const inlinestyle::Selection&)>;

/// A selection over several lines is changed line by line: no sign reaches over a paragraph's end.
static void changeInline(QTextCursor& cursor, const InlineChange& change)
{
    const std::vector<QTextBlock> lines = linesBetween(cursor, cursor.selectionStart(), cursor.selectionEnd());
    const int start = longlines::columnOf(*cursor.document(), cursor.selectionStart());
    const int end = longlines::columnOf(*cursor.document(), cursor.selectionEnd());
    QTextCursor edit(cursor);
    int from = cursor.selectionStart();
    int to = cursor.selectionEnd();
    edit.beginEditBlock();
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const bool isFirst = *line == lines.front(), isLast = *line == lines.back();
        inlinestyle::Selection selection{longlines::lineText(*line), 0, 0};
        selection.start = isFirst ? start : linestyle::prefixOf(selection.line).total();
        selection.end = isLast ? end : selection.line.size();
        if (lines.size() > 1 && (selection.start >= selection.end))
            continue;
        const inlinestyle::Selection changed = change(selection);
        replaceLine(edit, *line, changed.line);
        if (isLast)
            to = longlines::positionOf(*line, changed.end);
        else
            to += static_cast<int>(changed.line.size() - selection.line.size());
        from = isFirst ? longlines::positionOf(*line, changed.start) : from;
    }
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    edit.endEditBlock(); // cuts lines that have become too long; the cursor goes along
}

void toggleMark(QTextCursor& cursor, inlinestyle::Mark mark)
{
    changeInline(cursor,
                 [mark](const inlinestyle::Selection& selection) { return inlinestyle::toggled(selection, mark); });
}

void toggleLink(QTextCursor& cursor, const QString& url)
{
    if (lineAt(cursor, cursor.selectionStart()) != lineAt(cursor, cursor.selectionEnd()))
        return;
    changeInline(cursor, [&url](const inlinestyle::Selection& s) { return inlinestyle::toggledLink(s, url); });
}

using LinesChange = std::function<QStringList(const std::vector<QTextBlock>&, const QStringList&)>;

/// The lines that a command is for: one that the selection only ends in front of is not meant.
static std::vector<QTextBlock> meantLines(const QTextCursor& cursor)
{
    std::vector<QTextBlock> lines = linesBetween(cursor, cursor.selectionStart(), cursor.selectionEnd());
    if (lines.size() > 1 && cursor.selectionEnd() == lines.back().position())
        lines.pop_back();
    return lines;
}

static void changeLines(QTextCursor& cursor, const LinesChange& change)
{
    const std::vector<QTextBlock> lines = meantLines(cursor);
    QStringList texts;
    for (const QTextBlock& line : lines)
        texts << longlines::lineText(line);
    const QStringList changed = change(lines, texts);
    const qsizetype fromEnd = texts.front().size() - longlines::columnOf(*cursor.document(), cursor.position());

    QTextCursor edit(cursor);
    edit.beginEditBlock();
    for (qsizetype i = 0; i < changed.size(); ++i)
        replaceLine(edit, lines[static_cast<std::size_t>(i)], changed[i]);
    if (cursor.hasSelection()) {
        const QTextBlock end = longlines::lastPiece(lines.back());
        cursor.setPosition(lines.front().position());
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    } else {
        const qsizetype column = qMax<qsizetype>(0, changed.front().size() - fromEnd);
        cursor.setPosition(longlines::positionOf(lines.front(), column));
    }
    edit.endEditBlock();
}

/// Front matter has no headings, lists or quotes: their signs would make something else of its values.
static LinesChange ofText(const std::function<QStringList(const QStringList&)>& change)
{
    return [change](const std::vector<QTextBlock>& lines, const QStringList& texts) {
        const bool isText = std::none_of(lines.begin(), lines.end(), [](const QTextBlock& line) {
            return linezone::before(line).zone == Zone::FrontMatter || linezone::isFrontMatterEnd(line);
        });
        return isText ? change(texts) : texts;
    };
}

void toggleHeading(QTextCursor& cursor, int level)
{
    changeLines(cursor, ofText([level](const QStringList& lines) { return linestyle::toggledHeading(lines, level); }));
}

void toggleList(QTextCursor& cursor, linestyle::List kind)
{
    changeLines(cursor, ofText([kind](const QStringList& lines) { return linestyle::toggledList(lines, kind); }));
}

void toggleQuote(QTextCursor& cursor)
{
    changeLines(cursor, ofText([](const QStringList& lines) { return linestyle::toggledQuote(lines); }));
}

static bool isCode(const QTextBlock& block)
{
    const Zone zone = linezone::before(block).zone;
    return zone == Zone::Fence || (zone == Zone::Body && linezone::isIndentedCode(block));
}

/// A line that ends what stands before it: nothing in it, or no line at all.
static bool parts(const QTextBlock& line)
{
    return !line.isValid() || linestyle::isEmptyLine(line.text()) || linezone::isFrontMatterEnd(line);
}

/// The caret's line loses its sign; empty lines keep what stands round it from being one paragraph with the next words.
static void leaveItem(QTextCursor& cursor, const QTextBlock& line)
{
    const QString outer = linestyle::outerPrefix(line.text());
    const QString empty = outer.trimmed();
    const bool isYaml = linezone::before(line).zone == Zone::FrontMatter;
    const QString above = isYaml || parts(line.previous()) ? outer : empty + u'\n' + outer;
    const QString below = isYaml || parts(line.next()) ? QString() : u'\n' + empty;
    cursor.setPosition(line.position());
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(above + below);
    cursor.setPosition(cursor.position() - static_cast<int>(below.size()));
}

bool continueList(QTextCursor& cursor)
{
    const QTextBlock line = lineAt(cursor, cursor.position());
    if (cursor.hasSelection())
        return false;
    // What makes an item stands at the line's beginning, in its first piece; a piece behind it is text.
    const qsizetype column = longlines::columnOf(*cursor.document(), cursor.position());
    auto next = linestyle::continuation(line.text(), qMin<qsizetype>(column, line.length() - 1));
    if (!next || isCode(line) || (next->isEmpty() && longlines::isCut(line)))
        return false;
    cursor.beginEditBlock();
    if (next->isEmpty())
        leaveItem(cursor, line);
    else
        cursor.insertText(QStringLiteral("\n") + *next);
    cursor.endEditBlock();
    return true;
}

/// Spaces that a tab stands for where nothing says otherwise.
static constexpr qsizetype plainStep = 4;

/// The spaces to move each line by; 0 for a line that stays. The first item gives the measure: its text's column.
static std::vector<qsizetype> stepsOf(const std::vector<QTextBlock>& lines, bool isSelection)
{
    std::vector<qsizetype> steps;
    qsizetype body = 0;
    for (const QTextBlock& line : lines) {
        const Zone zone = linezone::before(line).zone;
        const qsizetype sign = zone == Zone::Body ? linestyle::prefixOf(line.text()).sign : 0;
        body = body == 0 ? sign : body;
        const bool isEmpty = linestyle::isEmptyLine(line.text()) && !longlines::isCut(line);
        const bool stays = (isSelection && isEmpty) || linezone::isFrontMatterEnd(line);
        steps.push_back(stays ? 0 : zone == Zone::FrontMatter ? 2 : zone == Zone::Body ? -1 : plainStep);
    }
    for (qsizetype& step : steps)
        step = step < 0 ? (body > 0 ? body : plainStep) : step;
    return steps;
}

static QStringList movedLines(const std::vector<qsizetype>& steps, const QStringList& texts, bool deeper)
{
    QStringList out;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qsizetype step = steps[static_cast<std::size_t>(i)];
        out << (step == 0 ? texts[i]
                : deeper  ? linestyle::movedIn(texts[i], step)
                          : linestyle::movedOut(texts[i], step));
    }
    return out;
}

static void moveLines(QTextCursor& cursor, bool deeper)
{
    const bool isOneLine = lineAt(cursor, cursor.selectionStart()) == lineAt(cursor, cursor.selectionEnd());
    QTextCursor words(cursor);
    const bool isSelection = cursor.hasSelection();
    changeLines(cursor, [=](const std::vector<QTextBlock>& lines, const QStringList& texts) {
        return movedLines(stepsOf(lines, isSelection), texts, deeper);
    });
    if (isOneLine)
        cursor = words; // they went along
}

void indent(QTextCursor& cursor, bool deeper)
{
    const QTextBlock line = lineAt(cursor, cursor.position());
    const linestyle::Prefix prefix = linestyle::prefixOf(line.text());
    const bool isAtItem = prefix.sign > 0 && cursor.position() - line.position() <= prefix.total() && !isCode(line);
    if (!deeper || cursor.hasSelection() || isAtItem)
        moveLines(cursor, deeper);
    else
        cursor.insertText(linezone::before(line).zone == Zone::FrontMatter ? QStringLiteral("  ")
                                                                           : QStringLiteral("\t"));
}

} // namespace galley::commands
