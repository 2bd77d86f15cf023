// SPDX-License-Identifier: MIT
#include "liquid/jekyll/percent.h"

#include "liquid/scanner.h"

namespace galley::liquid
{

static constexpr auto npos = std::string_view::npos;

static int hexDigit(char c)
{
    if (isDigitByte(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percentDecoded(std::string_view text, std::string_view kept)
{
    std::string out;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const int high = text[pos] == '%' && pos + 2 < text.size() ? hexDigit(text[pos + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[pos + 2]) : -1;
        const char byte = static_cast<char>(high * 16 + low);
        if (low < 0 || kept.find(byte) != npos) {
            out += text[pos];
            continue;
        }
        out += byte;
        pos += 2;
    }
    return out;
}

std::string percentEncoded(std::string_view text, std::string_view kept)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const char c = text[pos];
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = isWordByte(c) || c == '-' || c == '.' || c == '~' || kept.find(c) != npos;
        const bool isPlus = c == '%' && (text.substr(pos + 1, 2) == "2B" || text.substr(pos + 1, 2) == "2b");
        if (plain && c == '%' && isPlus) {
            out += "%2B";
            pos += 2;
        } else if (plain && c != '%') {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    return out;
}

} // namespace galley::liquid
