// SPDX-License-Identifier: MIT
// Which source line a line of a derived text came from: Liquid and the dialect passes change line counts.
#pragma once

#include <vector>

namespace galley
{

/// Maps 0-based lines of a derived text to 0-based lines of its source. An empty map is the identity.
class LineMap
{
public:
    LineMap() = default;
    explicit LineMap(std::vector<int> sourceLines) : m_lines(std::move(sourceLines)) {}

    bool isIdentity() const { return m_lines.empty(); }

    /// Lines past the end answer the last known line.
    int sourceLine(int derivedLine) const;

    /// The map of two steps: this one's lines are looked up in `earlier`.
    LineMap after(const LineMap& earlier) const;

private:
    std::vector<int> m_lines;
};

} // namespace galley
