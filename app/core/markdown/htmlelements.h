// SPDX-License-Identifier: MIT
// HtmlElements: which elements kramdown reads as spans, as blocks, as empty, and how it reads their content.
#pragma once

#include "markdown/tree.h"

#include <string>
#include <string_view>

namespace galley::markdown
{

/// Names are compared as given; kramdown lowers the case of names it knows.
bool isSpanElement(std::string_view name);
bool isBlockElement(std::string_view name);
/// Elements without content and end tag: br, img, …
bool isVoidElement(std::string_view name);
/// Elements whose names are known at all: their case does not matter.
bool isKnownElement(std::string_view name);
/// How content is read when Markdown is allowed inside; Raw for unknown elements.
Content contentModel(std::string_view name);

/// ASCII lower case.
std::string lowered(std::string_view name);

} // namespace galley::markdown
