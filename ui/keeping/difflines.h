// SPDX-License-Identifier: MIT
// A difference as lines to show: what differs and three lines around it, the rest as a gap.
#pragma once

#include <QList>
#include <QString>

#include <string_view>

namespace galley
{

enum class Tint { None, Gone, Come, Mine, Theirs, Both, Clash, Missing };

struct DiffLine {
    QString text;
    Tint tint = Tint::None;
};

/// One column: what went (−) and what came (+).
struct TwoWayLines {
    QList<DiffLine> lines;
    QList<int> changes; ///< lines where a change begins
};

/// Three columns of as many lines each; a line that a text has not got is Tint::Missing.
struct ThreeWayLines {
    QList<DiffLine> mine;
    QList<DiffLine> base;
    QList<DiffLine> theirs;
    QList<int> changes;
    int mineCount = 0;   ///< places that only mine changed
    int theirsCount = 0; ///< that only theirs did
    int clashCount = 0;  ///< that both did, differently
};

/// Core texts. After twenty thousand lines the rest is left out with a word: nobody reads on, and a window has to open.
TwoWayLines twoWayLines(std::string_view before, std::string_view after);
ThreeWayLines threeWayLines(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace galley
