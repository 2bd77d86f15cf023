// SPDX-License-Identifier: MIT
// Typographic quotes, dashes and dots alone, without the rest of Markdown: Jekyll's smartify filter.
#pragma once

#include "markdown/options.h"

#include <string>
#include <string_view>

namespace galley::site
{

/// HTML of the text, line by line; tags and entities in it stay.
std::string smartified(std::string_view text, const markdown::Options& options);

} // namespace galley::site
