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

} // namespace galley::script
