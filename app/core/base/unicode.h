// SPDX-License-Identifier: MIT
// UTF-8 and Unicode's character classes, over Qt's tables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::unicode
{

/// The code point at byte `pos`, which moves behind it; U+FFFD and one byte forward where the bytes are no UTF-8.
char32_t next(std::string_view text, std::size_t& pos);
void append(std::string& out, char32_t codePoint);

/// Byte offset of the first byte that is no valid UTF-8; npos when all is.
std::size_t firstInvalid(std::string_view text);

/// Characters (code points), not bytes.
std::size_t length(std::string_view text);

bool isLetter(char32_t c);
bool isDigit(char32_t c);
bool isAlnum(char32_t c); ///< Ruby's [[:alnum:]]: letters, marks and decimal digits
bool isWord(char32_t c);  ///< \p{Word}: letters, marks, decimal digits, letter numbers and connectors such as "_"
bool isSpace(char32_t c);
bool isPunctuation(char32_t c);
bool isPrintable(char32_t c); ///< Ruby's [[:print:]]: String#inspect writes the others as escapes

std::string toLower(std::string_view text);
std::string toUpper(std::string_view text);
std::string toTitle(std::string_view text); ///< each character's title case: ǆ becomes ǅ, ß becomes Ss

} // namespace galley::unicode
