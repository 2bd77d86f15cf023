// SPDX-License-Identifier: MIT
#include "editor/linezone.h"

#include "editor/linestyle.h"
#include "editor/longlines.h"

#include <QTextBlock>

namespace galley::linezone
{

/// Lines looked at for the item that an indented line belongs to.
static constexpr int mostLines = 500;

LineState before(const QTextBlock& block)
{
    const QTextBlock line = longlines::firstPiece(block);
    QTextBlock known = line.previous();
    while (known.isValid() && (known.userState() < 0 || longlines::isCut(known)))
        known = known.previous();
    LineState state = known.isValid() ? LineState::unpacked(known.userState()) : LineState();
    QTextBlock next = known.isValid() ? known.next() : block.document()->begin();
    for (; next != line; next = longlines::lastPiece(next).next())
        state = markLine(longlines::lineText(next), state, !next.previous().isValid()).next;
    return state;
}

bool isFrontMatterEnd(const QTextBlock& block)
{
    const Zone zone = before(block).zone;
    if (zone != Zone::FrontMatter && block.previous().isValid())
        return false;
    const Zone next = markLine(block.text(), before(block), !block.previous().isValid()).next.zone;
    return zone != next && (zone == Zone::FrontMatter || next == Zone::FrontMatter);
}

/// Columns of white space; a tab is worth four.
static qsizetype columnsOf(QStringView line)
{
    qsizetype columns = 0;
    for (qsizetype at = 0; at < line.size() && (line[at] == u' ' || line[at] == u'\t'); ++at)
        columns += line[at] == u'\t' ? 4 - columns % 4 : 1;
    return columns;
}

bool isIndentedCode(const QTextBlock& block)
{
    if (columnsOf(block.text()) < 4)
        return false;
    QTextBlock above = block.previous();
    for (int i = 0; above.isValid() && i < mostLines; ++i, above = above.previous()) {
        const QString line = above.text();
        if (line.trimmed().isEmpty() || columnsOf(line) >= 4)
            continue;
        if (longlines::continues(above))
            continue;
        if (linestyle::prefixOf(line).sign > 0)
            return false;
        if (columnsOf(line) == 0)
            return true;
    }
    return true;
}

} // namespace galley::linezone
