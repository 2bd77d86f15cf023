// SPDX-License-Identifier: MIT
// The beginning of a text that fits into so many bytes, with no letter cut in half.
#pragma once

#include <cstddef>
#include <string_view>

namespace galley::unicode
{

/// At most `most` bytes of UTF-8; a letter whose accents would be cut off is left out with them.
std::string_view beginning(std::string_view text, std::size_t most);

} // namespace galley::unicode
