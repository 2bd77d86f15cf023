// SPDX-License-Identifier: MIT
// What every fuzz target needs: the input as text, and a check that ends the run where an invariant breaks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace galley::fuzzing
{

inline std::string_view asText(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

/// The input cut in two at its first NUL; without one both are the whole.
struct Halves {
    std::string_view first;
    std::string_view second;
};

inline Halves halves(std::string_view text)
{
    const std::size_t at = text.find('\0');
    return at == std::string_view::npos ? Halves{text, text} : Halves{text.substr(0, at), text.substr(at + 1)};
}

} // namespace galley::fuzzing
