// SPDX-License-Identifier: MIT
// highlight: code to HTML with Rouge's class names, so that a site's own highlighting styles colour it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley::script
{

/// The HTML inside Jekyll's <code>: escaped text in spans with Rouge's short classes (k, s1, nf …). The text itself
/// never changes. Nothing when Rouge knows no such language, when only Prism does not know it, for code over
/// limits::highlightBytes, and for code that Prism does not get through in time: it is shown plain.
/// Re-entrant: each thread has its own engine and remembers what it coloured.
std::optional<std::string> highlight(std::string_view code, std::string_view language);

} // namespace galley::script
