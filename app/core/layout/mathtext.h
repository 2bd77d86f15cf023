// SPDX-License-Identifier: MIT
// Formulas in a page's text, as kramdown publishes them: \(…\) inline, \[…\] on lines of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace galley
{

/// `text` is HTML text without tags; `set` gets TeX (entities decoded) and answers HTML, or nothing to leave it.
std::string withMathSet(std::string_view text, const std::function<std::string(std::string_view, bool)>& set);

} // namespace galley
