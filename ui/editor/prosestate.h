// SPDX-License-Identifier: MIT
// What a line begins inside of, as far as its words are prose or not.
#pragma once

#include "editor/markup.h"

#include <cstddef>

namespace galley
{

struct ProseState {
    /// What ends in a later line.
    enum class Inside {
        Nothing,
        Code,        ///< a code span
        Tag,         ///< a tag of HTML, between < and >
        Element,     ///< an element whose content is no prose: <pre>, <script>
        LiquidTag,   ///< {% … %}
        LiquidValue, ///< {{ … }}
        LiquidBlock, ///< {% highlight %} … {% endhighlight %}
        Math,        ///< $$ … $$
        TexMath,     ///< \[ … \] or \( … \)
    };

    LineState line;
    Inside inside = Inside::Nothing;
    int which = 0; ///< signs of a code span; the index of an element's or block's name; 1: a formula in a paragraph
    bool afterBlank = true;
    bool inCode = false;  ///< the line above is indented code
    bool inList = false;  ///< indented lines belong to an item
    bool inValue = false; ///< front matter: lines below belong to a title or description

    /// For each state another number.
    std::size_t packed() const
    {
        const auto flags = (afterBlank ? 1u : 0u) | (inCode ? 2u : 0u) | (inList ? 4u : 0u) | (inValue ? 8u : 0u);
        return static_cast<std::size_t>(line.packed()) | (static_cast<std::size_t>(flags) << 32) |
               (static_cast<std::size_t>(inside) << 36) | (static_cast<std::size_t>(which) << 40);
    }
    bool operator==(const ProseState&) const = default;
};

} // namespace galley
