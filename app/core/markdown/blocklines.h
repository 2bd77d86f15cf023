// SPDX-License-Identifier: MIT
// BlockLines: the source lines of blocks, from text offsets; md4c itself gives no positions.
#pragma once

#include "markdown/tree.h"

#include <string_view>
#include <vector>

namespace galley::markdown
{

/// Answers the 0-based line of a byte offset; a line ends with LF, CR LF or CR. For one thread.
class LineIndex
{
public:
    explicit LineIndex(std::string_view text);

    int lineOf(std::size_t offset) const;
    int count() const { return static_cast<int>(m_starts.size()); }
    /// The line without its end.
    std::string_view line(int number) const;

private:
    std::string_view m_text;
    std::vector<std::size_t> m_starts;
    mutable std::size_t m_last = 0; ///< the line answered last
};

/// Completes the lines of the root's children: fences and rules have no text and are found between their
/// neighbours; each block reaches down to the last line before the next one that is not blank.
/// Before the call firstLine is the line of a block's first text, or -1 where it has none.
void completeLines(Tree& tree, const LineIndex& index);

} // namespace galley::markdown
