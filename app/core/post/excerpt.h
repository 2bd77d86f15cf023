// SPDX-License-Identifier: MIT
// The source of a post's excerpt, by the rule of Jekyll::Excerpt.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace galley
{

struct ExcerptSource {
    std::string text;        ///< still Liquid and Markdown
    bool closedTags = false; ///< the separator stood inside a Liquid block, which was closed; Jekyll warns
};

/// The body up to `separator` (not empty), with Liquid blocks left open there closed and the link definitions
/// of the rest that it uses appended. The whole body when nothing follows the separator. `isLiquidBlock`
/// tells whether a tag's name is that of a block ({% highlight %}); this room knows no Liquid.
ExcerptSource excerptSource(std::string_view body, std::string_view separator,
                            const std::function<bool(std::string_view tag)>& isLiquidBlock);

} // namespace galley
