// SPDX-License-Identifier: MIT
// Document: a post's body as HTML, its top-level blocks with their source lines, its headings and its flaws.
#pragma once

#include "base/diagnostic.h"
#include "base/heading.h"
#include "markdown/options.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::markdown
{

/// One top-level block of the result.
struct Block {
    std::size_t offset = 0; ///< bytes into Document::html
    std::size_t length = 0; ///< bytes
    int firstLine = 0;      ///< 0-based line of the text given
    int lastLine = 0;       ///< 0-based, inclusive
    std::uint64_t hash = 0; ///< of the block's HTML; lines do not enter it

    bool operator==(const Block&) const = default;
};

struct Document {
    std::string html;
    std::vector<Block> blocks; ///< in order of the HTML, not overlapping; lines never go back
    std::vector<Heading> headings;
    Diagnostics diagnostics;
};

/// The HTML of `markdown` (UTF-8, any line ends). Never fails: a limit that cuts is told in the diagnostics.
/// Lines are those of the text given. Re-entrant.
Document toHtml(std::string_view markdown, const Options& options);

} // namespace galley::markdown
