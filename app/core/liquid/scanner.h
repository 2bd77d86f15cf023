// SPDX-License-Identifier: MIT
// Liquid's regular expressions, by hand: character classes, quoted fragments, tag attributes.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace galley::liquid
{

inline bool isBlankByte(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
} ///< \s
inline bool isDigitByte(char c)
{
    return c >= '0' && c <= '9';
} ///< \d
inline bool isWordByte(char c) ///< \w
{
    return isDigitByte(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

inline std::size_t skipBlanks(std::string_view text, std::size_t pos)
{
    while (pos < text.size() && isBlankByte(text[pos]))
        ++pos;
    return pos;
}

inline std::size_t skipWord(std::string_view text, std::size_t pos)
{
    while (pos < text.size() && isWordByte(text[pos]))
        ++pos;
    return pos;
}

bool isBlankText(std::string_view text);          ///< /\A\s*\z/
std::string_view stripped(std::string_view text); ///< String#strip: white space and NUL
std::string_view strippedLeft(std::string_view text);
std::string_view strippedRight(std::string_view text);

/// Length of /QuotedFragment/ at `pos`: a quoted string, or a run without blanks, commas and pipes in which quotes
/// are closed. 0 when there is none.
std::size_t quotedFragment(std::string_view text, std::size_t pos);
/// /QuotedFragment+/.
std::size_t quotedFragments(std::string_view text, std::size_t pos);
/// The first quoted fragment at or after `pos`: its start; npos when there is none.
std::size_t findQuotedFragment(std::string_view text, std::size_t pos);
/// Length of /VariableSignature+/ at `pos`: names with dots, brackets and single round brackets round a character.
std::size_t variableSignature(std::string_view text, std::size_t pos);

/// Each `name: value` of the markup (Liquid's TagAttributes), in order.
void eachAttribute(std::string_view markup,
                   const std::function<void(std::string_view name, std::string_view value)>& take);

} // namespace galley::liquid
