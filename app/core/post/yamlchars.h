// SPDX-License-Identifier: MIT
// Character classes of the YAML scanner, and the characters no YAML file may hold.
#pragma once

#include "base/expected.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley::yaml
{

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
inline bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}
inline bool isSpace(char c)
{
    return isBlank(c) || isBreak(c) || c == '\f' || c == '\v';
}

/// Line of a byte offset, 0-based.
int lineOf(std::string_view text, std::size_t offset);

/// The first byte that libyaml's reader refuses: control characters, invalid UTF-8 (YAML 1.1, 5.1).
std::optional<Error> forbiddenCharacter(std::string_view text);

} // namespace galley::yaml
