// SPDX-License-Identifier: MIT
// Heading, list and quote as changes of whole lines; each takes itself back when it is there already.
#pragma once

#include <QStringList>

#include <optional>

namespace galley::linestyle
{

enum class List { Bulleted, Numbered };

/// Level 1 … 6. All lines of that level already: they become plain again.
QStringList toggledHeading(const QStringList& lines, int level);

/// Empty lines stay empty, save when there is only one line.
QStringList toggledList(const QStringList& lines, List kind);

QStringList toggledQuote(const QStringList& lines);

/// What the line begins with: quote signs, list sign, task box. "> - [ ] text" → 8 units.
struct Prefix {
    qsizetype indent = 0; ///< spaces, tabs and quote signs
    qsizetype sign = 0;   ///< list sign with its space
    qsizetype box = 0;    ///< "[ ] "
    qsizetype total() const { return indent + sign + box; }
};
Prefix prefixOf(QStringView line);

/// What Enter at `column` begins the next line with, when the line is an item or a quote with text;
/// an empty string when the item is empty: the prefix is to be removed instead. Nothing elsewhere.
std::optional<QString> continuation(QStringView line, qsizetype column);

} // namespace galley::linestyle
