// SPDX-License-Identifier: MIT
// PageFacts: what the rules want to know of a rendered page: its links with their places in the source, its ids.
#pragma once

#include "layout/renderedpage.h"
#include "site/item.h"

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace galley::check
{

struct PageLink {
    enum class Kind { Link, Image, Resource };
    enum class Alt {
        Text,       ///< something a screen reader can say
        Decoration, ///< alt="", aria-hidden or role=presentation: the author says there is nothing to tell
        Blank,      ///< only spaces
        Missing,    ///< no alt at all
    };
    Kind kind = Kind::Link;
    std::string url;        ///< as the browser sees it: character references decoded, white space around it gone
    Alt alt = Alt::Text;    ///< of an image
    int line = 0;           ///< 1-based line of the file
    int column = 0;         ///< 1-based, in characters; 0 when the place in the line is not known
    std::size_t offset = 0; ///< bytes into the file's text: where `found` stands
    std::string found;      ///< the URL, or its last part where Liquid made the rest; empty when it was not found
};

struct PageFacts {
    std::vector<PageLink> links;                     ///< of the post's own text, not of its layout
    std::vector<PageLink> layoutLinks;               ///< the others, without a place
    std::unordered_set<std::string> ids;             ///< every anchor of the whole page
    std::vector<std::pair<std::string, int>> ownIds; ///< of the post's own text, with 1-based lines, in order
    Diagnostics diagnostics;                         ///< of rendering
};

/// `page` was rendered with its blocks. What is no HTML page (a feed, a script, .htaccess) has no links, only
/// diagnostics.
PageFacts pageFacts(const site::Item& item, const RenderedPage& page);

} // namespace galley::check
