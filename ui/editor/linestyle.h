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
    qsizetype sign = 0;   ///< list sign with its space; without one ("1999.", "-") there is no item, nor is a rule one
    qsizetype box = 0;    ///< "[ ] "
    qsizetype total() const { return indent + sign + box; }
};
Prefix prefixOf(QStringView line);

/// Spaces and quote signs with nothing behind them: a paragraph ends there.
bool isEmptyLine(QStringView line);

/// What Enter at `column` begins the next line with, when the line is an item or a quote with text;
/// an empty string when the item is empty: the list or quote is to be left instead. Nothing elsewhere.
std::optional<QString> continuation(QStringView line, qsizetype column);

/// What a line begins with once the innermost list or quote of this one was left: "> - " → "> ", "> > " → "> ".
QString outerPrefix(QStringView line);

/// How far a line is moved by Tab: `text` goes in behind the quote signs, or comes off there.
struct Step {
    qsizetype at = 0;
    QString text;
};

/// A line that begins with a tab is moved by a tab, others by `spaces`.
Step stepOf(QStringView line, qsizetype spaces);
QString movedIn(const QString& line, qsizetype spaces);
/// As much of the step as there is.
QString movedOut(const QString& line, qsizetype spaces);

} // namespace galley::linestyle
