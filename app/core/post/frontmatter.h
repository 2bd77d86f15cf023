// SPDX-License-Identifier: MIT
// Where the front matter of a post stands, by Jekyll's expression \A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?).
#pragma once

#include <cstddef>
#include <string_view>

namespace galley
{

/// Offsets are bytes of the whole text, lines 0-based.
struct FrontMatter {
    bool present = false;
    bool neverClosed = false;     ///< begins with --- and has no closing line: Jekyll takes all of it for body text
    std::size_t bomLength = 0;    ///< 3 when the text begins with a byte order mark
    std::size_t begin = 0;        ///< of the opening ---
    std::size_t contentBegin = 0; ///< of the line below it
    std::size_t closingBegin = 0; ///< of the closing --- or ...; what Psych reads is begin … closingBegin
    std::size_t bodyBegin = 0;    ///< behind the closing line and the blank lines below it
    int bodyLine = 0;             ///< the line bodyBegin stands in

    std::string_view yaml(std::string_view text) const { return text.substr(begin, closingBegin - begin); }
    std::string_view body(std::string_view text) const { return text.substr(bodyBegin); }
};

FrontMatter findFrontMatter(std::string_view text);

} // namespace galley
