// SPDX-License-Identifier: MIT
#include "liquid/filters/base64.h"

#include <cstdint>

namespace galley::liquid
{

namespace
{
constexpr std::string_view standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view urlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::optional<std::uint32_t> sextet(char c, Base64 alphabet)
{
    std::size_t found = standard.find(c);
    // Ruby's URL-safe decoder translates - and _ and then accepts both alphabets.
    if (found == std::string_view::npos && alphabet == Base64::UrlSafe)
        found = urlSafe.find(c);
    return found == std::string_view::npos ? std::nullopt : std::optional(static_cast<std::uint32_t>(found));
}
} // namespace

std::string base64Encoded(std::string_view bytes, Base64 alphabet)
{
    const std::string_view letters = alphabet == Base64::Standard ? standard : urlSafe;
    std::string out;
    for (std::size_t pos = 0; pos < bytes.size(); pos += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - pos);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = (group << 8) | (i < count ? static_cast<unsigned char>(bytes[pos + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= count ? letters[(group >> (18 - 6 * i)) & 63] : '=';
    }
    return out;
}

std::optional<std::string> base64Decoded(std::string_view text, Base64 alphabet)
{
    std::string padded(text);
    if (alphabet == Base64::UrlSafe && text.find('=') == std::string_view::npos)
        padded.append((4 - text.size() % 4) % 4, '=');
    if (padded.size() % 4 != 0)
        return std::nullopt;
    std::string out;
    for (std::size_t pos = 0; pos < padded.size(); pos += 4) {
        const bool last = pos + 4 == padded.size();
        const std::size_t padding = !last || padded[pos + 3] != '=' ? 0 : padded[pos + 2] == '=' ? 2 : 1;
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto value = i + padding >= 4 ? std::optional<std::uint32_t>(0) : sextet(padded[pos + i], alphabet);
            if (!value)
                return std::nullopt;
            group = (group << 6) | *value;
        }
        if (padding > 0 && (group & ((1u << (8 * padding)) - 1)) != 0) // the strict form minds stray bits
            return std::nullopt;
        for (std::size_t i = 0; i < 3 - padding; ++i)
            out += static_cast<char>((group >> (16 - 8 * i)) & 255);
    }
    return out;
}

} // namespace galley::liquid
