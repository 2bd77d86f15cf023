// SPDX-License-Identifier: MIT
#include "shorttext.h"

#include <QTextBoundaryFinder>

namespace galley
{

static bool isPairAt(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate();
}

QString shortText(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(most);
    const qsizetype end = finder.isAtBoundary() ? most : qMax<qsizetype>(0, finder.toPreviousBoundary());
    return text.left(end) + QChar(0x2026);
}

QString capitalized(const QString& text)
{
    if (text.isEmpty())
        return text;
    const qsizetype first = isPairAt(text, 0) ? 2 : 1;
    const char32_t letter = first == 2 ? QChar::surrogateToUcs4(text[0], text[1]) : char32_t(text[0].unicode());
    const char32_t title = QChar::toTitleCase(letter);
    return QString::fromUcs4(&title, 1) + text.mid(first);
}

qsizetype unitsOf(QStringView line, int characters)
{
    qsizetype units = 0;
    for (; characters > 0 && units < line.size(); --characters)
        units += isPairAt(line, units) ? 2 : 1;
    return units;
}

int charactersOf(QStringView line, qsizetype units)
{
    int characters = 0;
    for (qsizetype at = 0; at < qMin(units, line.size()); ++characters)
        at += isPairAt(line, at) ? 2 : 1;
    return characters;
}

} // namespace galley
