// SPDX-License-Identifier: MIT
// HtmlTag: kramdown's reading of one start or end tag.
#pragma once

#include "markdown/lexis.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::markdown
{

struct HtmlTag {
    std::string_view name;                                                 ///< as written
    std::vector<std::pair<std::string_view, std::string_view>> attributes; ///< as written, in order
    bool closed = false;                                                   ///< ends in "/>"
    Pos end = none;                                                        ///< behind the ">"
};

/// The start tag at `pos`: values without quotes are words only; a tag that breaks the form is none.
std::optional<HtmlTag> startTag(std::string_view text, Pos pos);

/// The end tag at `pos`.
std::optional<HtmlTag> endTag(std::string_view text, Pos pos);

} // namespace galley::markdown
