// SPDX-License-Identifier: MIT
// What differs between two texts, line by line.
#pragma once

#include <string_view>
#include <vector>

namespace galley
{

/// A run of lines that stayed, went or came. Line numbers are 0-based.
struct DiffRun {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    int beforeLine = 0; ///< where the run stands, or would stand, in the old text
    int afterLine = 0;  ///< the same in the new text
    int count = 0;      ///< lines

    bool operator==(const DiffRun&) const = default;
};

/// The runs in order; of a changed place first what went, then what came. Lines are compared byte for byte.
/// Myers' O(ND) search (Algorithmica 1, 1986) between common beginning and end; where the texts differ in more than
/// limits::diffChanges lines what lies between is removed and added whole, so that the work stays linear.
std::vector<DiffRun> diffLines(std::string_view before, std::string_view after);

/// The lines of a text without their LF, as diffLines counts them: "a\n" is one line, "a" too, "" none, "\n" an empty
/// one.
std::vector<std::string_view> splitLines(std::string_view text);

} // namespace galley
