// SPDX-License-Identifier: MIT
#include "base/linemap.h"

#include <algorithm>

namespace galley
{

int LineMap::sourceLine(int derivedLine) const
{
    if (m_lines.empty())
        return derivedLine;
    const int last = static_cast<int>(m_lines.size()) - 1;
    return m_lines[static_cast<std::size_t>(std::clamp(derivedLine, 0, last))];
}

LineMap LineMap::after(const LineMap& earlier) const
{
    if (isIdentity())
        return earlier;
    std::vector<int> lines(m_lines);
    for (int& line : lines)
        line = earlier.sourceLine(line);
    return LineMap(std::move(lines));
}

} // namespace galley
