// SPDX-License-Identifier: MIT
// math: TeX to HTML by KaTeX, for pages that must show formulas offline and without scripts.
#pragma once

#include "base/expected.h"

#include <string>
#include <string_view>

namespace galley::script
{

/// KaTeX's HTML and MathML of a formula, or its own words about what it can't read. Re-entrant.
Expected<std::string> math(std::string_view tex, bool display);

/// The style sheet these formulas need, its fonts inside as data URIs: about 370 kB.
std::string mathStyles();

/// The same with its fonts' files below `folder`, for pages that are given them by mathFont().
std::string mathStylesFrom(std::string_view folder);

/// A font's bytes by the name that the style sheet has for it; empty when there is none.
std::string mathFont(std::string_view name);

/// KaTeX itself, for a page that sets formulas where it is shown.
std::string mathProgram();

} // namespace galley::script
