// SPDX-License-Identifier: MIT
// Entities: HTML 4's character references, the ones kramdown knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley::markdown
{

/// The code point of a name ("copy"), nothing for other names.
std::optional<char32_t> entityCodePoint(std::string_view name);

/// The name of a code point, empty when it has none.
std::string_view entityName(char32_t codePoint);

/// What a whole reference ("&copy;", "&#169;", "&#xA9;") stands for; nothing when it is none.
std::optional<char32_t> decodeEntity(std::string_view reference);

/// kramdown reads the numbers 128 … 159 as Windows-1252, as browsers do.
char32_t correctedCodePoint(char32_t codePoint);

/// `text` with its references replaced by their characters; those not known stay.
std::string decodeEntities(std::string_view text);

} // namespace galley::markdown
