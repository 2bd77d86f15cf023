// SPDX-License-Identifier: MIT
// What two texts made of a third: who changed which lines, and one text of both where they do not collide.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley
{

/// Lines from `line` on, 0-based; `count` may be 0.
struct LineSpan {
    int line = 0;
    int count = 0;

    bool operator==(const LineSpan&) const = default;
};

/// A stretch of the three texts that belongs together.
struct ThreeWayRun {
    enum class Kind {
        Same,   ///< nobody touched it
        Mine,   ///< only mine differs from the base
        Theirs, ///< only theirs does
        Both,   ///< both made the same of it
        Clash,  ///< both changed it, each in another way
    };
    Kind kind = Kind::Same;
    LineSpan base;
    LineSpan mine;
    LineSpan theirs;

    bool operator==(const ThreeWayRun&) const = default;
};

/// The runs in order; each text's spans cover it without a gap (the "diff3" of Khanna, Kunal and Pierce, 2007).
/// Lines are as base/linediff counts them.
std::vector<ThreeWayRun> compareThree(std::string_view base, std::string_view mine, std::string_view theirs);

/// Both changes in one text; nothing when they clash.
std::optional<std::string> combined(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace galley
