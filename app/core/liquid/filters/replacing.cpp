// SPDX-License-Identifier: MIT
#include "liquid/filters/replacing.h"

#include "base/unicode.h"
#include "liquid/scanner.h"

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;

void appendReplacement(std::string& out, std::string_view replacement, std::string_view text, std::size_t found,
                       std::size_t length)
{
    for (std::size_t pos = 0; pos < replacement.size(); ++pos) {
        const char next = replacement[pos] == '\\' && pos + 1 < replacement.size() ? replacement[pos + 1] : '\0';
        if (next == '0' || next == '&')
            out += text.substr(found, length);
        else if (next == '`')
            out += text.substr(0, found);
        else if (next == '\'')
            out += text.substr(found + length);
        else if (next == '\\')
            out += '\\';
        else if (!isDigitByte(next) && next != '+') { // the last group: there is none
            out += replacement[pos];
            continue;
        }
        ++pos;
    }
}

/// The character at `pos`, whole.
std::string_view character(std::string_view text, std::size_t pos)
{
    std::size_t end = pos;
    unicode::next(text, end);
    return text.substr(pos, end - pos);
}
} // namespace

std::size_t countOf(std::string_view text, std::string_view pattern)
{
    if (pattern.empty())
        return unicode::length(text) + 1;
    std::size_t count = 0;
    for (std::size_t pos = text.find(pattern); pos != npos; pos = text.find(pattern, pos + pattern.size()))
        ++count;
    return count;
}

std::string replaced(std::string_view text, std::string_view pattern, std::string_view replacement, bool everywhere)
{
    const bool isPlain = replacement.find('\\') == npos;
    std::string out;
    std::size_t pos = 0;
    for (std::size_t found = text.find(pattern); found != npos; found = text.find(pattern, pos)) {
        out += text.substr(pos, found - pos);
        if (isPlain)
            out += replacement;
        else
            appendReplacement(out, replacement, text, found, pattern.size());
        pos = found + pattern.size();
        if (!everywhere || pos > text.size())
            break;
        if (pattern.empty()) {
            if (pos == text.size())
                break;
            out += character(text, pos);
            pos += character(text, pos).size();
        }
    }
    if (pos < text.size())
        out += text.substr(pos);
    return out;
}

} // namespace galley::liquid
