// SPDX-License-Identifier: MIT
// Ruby's gsub and sub for a plain text: the replacement may refer to what was found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// How often `pattern` is found, without overlaps; the empty one between all characters and at both ends.
std::size_t countOf(std::string_view text, std::string_view pattern);

/// \0 and \& in the replacement stand for the pattern, \` and \' for what is before and behind it, \1 … \9 for
/// nothing, \\ for a backslash.
std::string replaced(std::string_view text, std::string_view pattern, std::string_view replacement, bool everywhere);

} // namespace galley::liquid
