// SPDX-License-Identifier: MIT
#include "post/yamlchars.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>

namespace galley::yaml
{
namespace
{
bool isAllowed(char32_t c)
{
    return c == 0x09 || c == 0x0A || c == 0x0D || (c >= 0x20 && c <= 0x7E) || c == 0x85 || (c >= 0xA0 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF) || (c >= 0x10000 && c <= 0x10FFFF);
}

std::string hex(char32_t c)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "U+";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[(c >> shift) & 15];
    return out;
}
} // namespace

int lineOf(std::string_view text, std::size_t offset)
{
    return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::optional<Error> forbiddenCharacter(std::string_view text)
{
    for (std::size_t pos = 0; pos < text.size();) {
        const auto byte = static_cast<unsigned char>(text[pos]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++pos;
            continue;
        }
        const std::size_t start = pos;
        const char32_t c = unicode::next(text, pos);
        if (c == 0xFFFD && pos == start + 1)
            return Error{"The text is not valid UTF-8 here; save the file as UTF-8", {}, lineOf(text, start) + 1};
        if (!isAllowed(c))
            return Error{"The character " + hex(c) +
                             " cannot be seen and is not allowed in YAML; delete it"
                             " (control characters are not allowed)",
                         {},
                         lineOf(text, start) + 1};
    }
    return std::nullopt;
}

} // namespace galley::yaml
