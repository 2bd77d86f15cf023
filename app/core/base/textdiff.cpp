// SPDX-License-Identifier: MIT
#include "base/textdiff.h"

#include <algorithm>
#include <cstring>

namespace galley
{

namespace
{
bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Moves a border out of the middle of a character; at most three bytes, so that invalid text costs nothing.
std::size_t characterStart(std::string_view text, std::size_t pos)
{
    for (int i = 0; i < 3 && pos > 0 && pos < text.size() && isContinuation(text[pos]); ++i)
        --pos;
    return pos;
}

std::size_t commonPrefix(std::string_view a, std::string_view b)
{
    constexpr std::size_t chunk = 4096;
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t at = 0;
    while (at + chunk <= most && std::memcmp(a.data() + at, b.data() + at, chunk) == 0)
        at += chunk;
    while (at < most && a[at] == b[at])
        ++at;
    return at;
}

std::size_t commonSuffix(std::string_view a, std::string_view b)
{
    constexpr std::size_t chunk = 4096;
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t at = 0;
    while (at + chunk <= most &&
           std::memcmp(a.data() + a.size() - at - chunk, b.data() + b.size() - at - chunk, chunk) == 0)
        at += chunk;
    while (at < most && a[a.size() - at - 1] == b[b.size() - at - 1])
        ++at;
    return at;
}
} // namespace

TextEdit editBetween(std::string_view before, std::string_view after)
{
    std::size_t prefix = commonPrefix(before, after);
    if (prefix == before.size() && prefix == after.size())
        return {prefix, 0, std::string()};
    // Both texts agree up to here, so one check serves for both unless one ends here.
    prefix = std::min(characterStart(before, prefix), characterStart(after, prefix));
    std::size_t suffix = commonSuffix(before.substr(prefix), after.substr(prefix));
    while (suffix > 0 && isContinuation(before[before.size() - suffix]))
        --suffix;
    return {prefix, before.size() - prefix - suffix, std::string(after.substr(prefix, after.size() - prefix - suffix))};
}

} // namespace galley
