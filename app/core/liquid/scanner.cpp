// SPDX-License-Identifier: MIT
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;

bool isStripped(char c)
{
    return isBlankByte(c) || c == '\0';
}

/// The length of a quoted string at `pos`, 0 when it is none or not closed.
std::size_t quoted(std::string_view text, std::size_t pos)
{
    if (pos >= text.size() || (text[pos] != '"' && text[pos] != '\''))
        return 0;
    const std::size_t end = text.find(text[pos], pos + 1);
    return end == npos ? 0 : end + 1 - pos;
}

bool isPlain(char c)
{
    return !isBlankByte(c) && c != ',' && c != '|' && c != '"' && c != '\'';
}

bool isSignature(char c)
{
    return isWordByte(c) || c == '-' || c == '.' || c == '[' || c == ']';
}
} // namespace

bool isBlankText(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isBlankByte);
}

std::string_view strippedLeft(std::string_view text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isStripped);
    return text.substr(static_cast<std::size_t>(first - text.begin()));
}

std::string_view strippedRight(std::string_view text)
{
    while (!text.empty() && isStripped(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view stripped(std::string_view text)
{
    return strippedLeft(strippedRight(text));
}

std::size_t quotedFragment(std::string_view text, std::size_t pos)
{
    if (const std::size_t length = quoted(text, pos))
        return length;
    std::size_t end = pos;
    while (end < text.size()) {
        const std::size_t length = isPlain(text[end]) ? 1 : quoted(text, end);
        if (length == 0)
            break;
        end += length;
    }
    return end - pos;
}

std::size_t quotedFragments(std::string_view text, std::size_t pos)
{
    std::size_t end = pos;
    while (const std::size_t length = quotedFragment(text, end))
        end += length;
    return end - pos;
}

std::size_t findQuotedFragment(std::string_view text, std::size_t pos)
{
    while (pos < text.size() && quotedFragment(text, pos) == 0)
        ++pos;
    return pos < text.size() ? pos : npos;
}

std::size_t variableSignature(std::string_view text, std::size_t pos)
{
    std::size_t end = pos;
    while (end < text.size()) {
        std::size_t next = end + (text[end] == '(' ? 1 : 0);
        if (next >= text.size() || !isSignature(text[next]))
            break;
        ++next;
        end = next + (next < text.size() && text[next] == ')' ? 1 : 0);
    }
    return end - pos;
}

void eachAttribute(std::string_view markup,
                   const std::function<void(std::string_view name, std::string_view value)>& take)
{
    std::size_t pos = 0;
    while (pos < markup.size()) {
        if (!isWordByte(markup[pos])) {
            ++pos;
            continue;
        }
        std::size_t nameEnd = pos;
        while (nameEnd < markup.size() && (isWordByte(markup[nameEnd]) || (nameEnd > pos && markup[nameEnd] == '-')))
            ++nameEnd;
        const std::size_t colon = skipBlanks(markup, nameEnd);
        const std::size_t value = colon < markup.size() && markup[colon] == ':' ? skipBlanks(markup, colon + 1) : npos;
        const std::size_t length = value == npos ? 0 : quotedFragment(markup, value);
        if (length > 0)
            take(markup.substr(pos, nameEnd - pos), markup.substr(value, length));
        pos = length > 0 ? value + length : nameEnd; // a later start in the same word would find the same colon
    }
}

} // namespace galley::liquid
