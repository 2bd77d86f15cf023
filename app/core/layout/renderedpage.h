// SPDX-License-Identifier: MIT
// RenderedPage: the page as it is published, and where the post's blocks lie in it.
#pragma once

#include "base/diagnostic.h"
#include "base/heading.h"
#include "markdown/conversion.h"

#include <cstdint>
#include <string>
#include <vector>

namespace galley
{

/// One top-level block of the post, found in the final page.
struct PageBlock {
    std::size_t offset = 0; ///< bytes into RenderedPage::html
    std::size_t length = 0; ///< bytes
    int firstLine = 0;      ///< 0-based line of the file the block begins on
    int lastLine = 0;       ///< 0-based, inclusive
    std::uint64_t hash = 0; ///< of the block's HTML; line numbers do not enter it

    bool operator==(const PageBlock&) const = default;
};

struct RenderedPage {
    std::string html;              ///< the whole page: exactly what is exported
    std::vector<PageBlock> blocks; ///< in page order, not overlapping; empty when the content was not found
    std::vector<Heading> headings;
    Diagnostics diagnostics;
    markdown::ConversionPtr conversion; ///< of the content, for the next rendering; null unless it was wanted
    std::string url;                    ///< the page's own URL below the site's root ("/2017/06/19/nv-meetup.html")
};

} // namespace galley
