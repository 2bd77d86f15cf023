// SPDX-License-Identifier: MIT
#include "randombytes.h"

#include <array>
#include <string_view>

namespace galley
{

namespace
{
using namespace std::string_view_literals;
// clang-format off
constexpr std::array awkward = {
    "\n"sv, "\r\n"sv, "\r"sv, "\0"sv, "\xEF\xBB\xBF"sv, "\xC2\xA0"sv, "\xE2\x80\xA8"sv, "\xE2\x80\xA9"sv,
    "\xEF\xB7\x90"sv, "\xEF\xB7\x91"sv, "\xEF\xBF\xBC"sv, "\xEF\xBF\xBD"sv, "\xEF\xBF\xBE"sv, "\xEF\xBF\xBF"sv,
    "\xED\xA0\x80"sv, "\xED\xB0\x80"sv, "\xED\xB4\x80"sv, "\xED\xA0\xBD\xED\xB8\x80"sv, "\xF0\x9F\x98\x80"sv,
    "\xF0\x9F"sv, "\xC3"sv, "\xC0\x80"sv, "\xE0\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv, "\xFF\xFE"sv,
    "\x80"sv, "\xC2\x85"sv, "\x0B"sv, "\x0C"sv, "\x1F"sv, "\t"sv, "---\n"sv, "title: x\n"sv, "e\xCC\x81"sv, " "sv};
// clang-format on
} // namespace

std::string RandomBytes::piece()
{
    switch (below(8)) {
    case 0:
    case 1:
    case 2: return std::string(awkward[static_cast<std::size_t>(below(static_cast<int>(awkward.size())))]);
    case 3: return std::string(1, static_cast<char>(below(256)));
    case 4: return std::string(static_cast<std::size_t>(below(64) ? below(40) : below(20000)), "ab \x80"[below(4)]);
    case 5: return "\r\n";
    default: return std::string(static_cast<std::size_t>(1 + below(6)), static_cast<char>('a' + below(26)));
    }
}

std::string RandomBytes::text(int pieces)
{
    std::string out;
    if (below(10) == 0)
        out += "\xEF\xBB\xBF";
    const int count = below(pieces + 1);
    const bool allCrLf = below(6) == 0;
    for (int i = 0; i < count; ++i) {
        const std::string next = piece();
        out += allCrLf && next.find('\n') != std::string::npos ? "\r\n" : next;
    }
    return out;
}

} // namespace galley
