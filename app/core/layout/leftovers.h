// SPDX-License-Identifier: MIT
// What a post's own text sees of the page that was rendered before it: Jekyll hands all pages the same variables.
#pragma once

#include "base/value.h"

#include <string_view>

namespace galley
{

struct Leftovers {
    Value content; ///< what the outermost layout was given
    Value layout;  ///< the data of all its layouts
};

/// Whether Liquid in the text reads the variable `content` or `layout`; "page.content" is another one.
bool readsLeftovers(std::string_view text);

} // namespace galley
