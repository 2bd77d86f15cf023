// SPDX-License-Identifier: MIT
#include "base/limits.h"
#include "base/unicode.h"
#include "liquid/context.h"
#include "liquid/filters/filters.h"
#include "liquid/filters/replacing.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
std::string capitalized(std::string_view text)
{
    if (text.empty())
        return {};
    std::size_t end = 0;
    unicode::next(text, end);
    return unicode::toTitle(text.substr(0, end)) + unicode::toLower(text.substr(end));
}

/// A filter of one text, by a function of it.
template <auto function>
Value mapped(const FilterCall& call)
{
    std::string buffer;
    return Value(std::string(function(textOf(call.input, buffer, &call.context))));
}

Value append(const FilterCall& call)
{
    std::string out = toText(call.input, &call.context);
    appendText(out, call.argument(0), &call.context);
    return out;
}

Value prepend(const FilterCall& call)
{
    std::string out = toText(call.argument(0), &call.context);
    appendText(out, call.input, &call.context);
    return out;
}

/// Byte offset of the character `count` after `pos`; the size when there are fewer.
std::size_t advanced(std::string_view text, std::size_t pos, std::int64_t count)
{
    for (; count > 0 && pos < text.size(); --count)
        unicode::next(text, pos);
    return pos;
}

/// Ruby's [offset, length] over `size` items: first and count; nothing when the offset lies outside.
std::optional<std::pair<std::int64_t, std::int64_t>> sliced(std::int64_t size, std::int64_t offset, std::int64_t length)
{
    if (offset < 0)
        offset += size;
    if (offset < 0 || offset > size || length < 0)
        return std::nullopt;
    return std::pair(offset, std::min(length, size - offset));
}

Value slice(const FilterCall& call)
{
    const auto offset = toIntegerStrictly(call.argument(0));
    const auto length = call.argument(1).isTruthy() ? toIntegerStrictly(call.argument(1)) : 1;
    if (!offset || !length)
        return call.fail("invalid integer");
    if (exceedsWord(*offset) || exceedsWord(*length))
        return call.fail("internal");
    if (call.input.isArray()) {
        const Array& items = call.input.array();
        const auto part = sliced(static_cast<std::int64_t>(items.size()), *offset, *length);
        return part ? Value(Array(items.begin() + part->first, items.begin() + part->first + part->second))
                    : Value(Array());
    }
    std::string buffer;
    const std::string_view text = textOf(call.input, buffer, &call.context);
    const auto part = sliced(static_cast<std::int64_t>(unicode::length(text)), *offset, *length);
    if (!part)
        return "";
    const std::size_t start = advanced(text, 0, part->first);
    return text.substr(start, advanced(text, start, part->second) - start);
}

Value truncate(const FilterCall& call)
{
    if (call.input.isNil())
        return {};
    const auto length = call.has(0) ? toIntegerStrictly(call.argument(0)) : 50;
    if (!length)
        return call.fail("invalid integer");
    std::string buffer;
    const std::string_view text = textOf(call.input, buffer, &call.context);
    const std::string ellipsis = call.has(1) ? toText(call.argument(1), &call.context) : "...";
    if (static_cast<std::int64_t>(unicode::length(text)) <= *length)
        return Value(toText(call.input, &call.context));
    const auto tail = static_cast<std::int64_t>(unicode::length(ellipsis));
    return std::string(text.substr(0, advanced(text, 0, *length < tail ? 0 : *length - tail))) + ellipsis;
}

Value truncateWords(const FilterCall& call)
{
    constexpr std::int64_t most = (std::int64_t{1} << 31) - 1; // Ruby's split takes a C int
    if (call.input.isNil())
        return {};
    const auto given = call.has(0) ? toIntegerStrictly(call.argument(0)) : 15;
    if (!given)
        return call.fail("invalid integer");
    const std::int64_t words = std::max<std::int64_t>(*given, 1);
    if (words >= most)
        return call.fail("integer " + std::to_string(words) + " too big for truncatewords");
    std::string buffer;
    const std::string_view text = textOf(call.input, buffer, &call.context);
    std::string out;
    std::size_t pos = skipBlanks(text, 0);
    for (std::int64_t i = 0; i < words && pos < text.size(); ++i) {
        std::size_t end = pos;
        while (end < text.size() && !isBlankByte(text[end]))
            ++end;
        out += i > 0 ? " " : "";
        out += text.substr(pos, end - pos);
        pos = skipBlanks(text, end);
        if (pos == text.size() && (end == text.size() || i + 1 < words))
            return Value(std::string(text));
    }
    if (out.empty())
        return Value(std::string(text));
    return out + (call.has(1) ? toText(call.argument(1), &call.context) : "...");
}

Value split(const FilterCall& call)
{
    std::string input, separator;
    const std::string_view text = textOf(call.input, input, &call.context);
    const std::string_view between = textOf(call.argument(0), separator, &call.context);
    // One part more than separators; without one, and with a blank, no more than there are bytes.
    const bool counts = text.size() > limits::liquidItems && !between.empty() && between != " ";
    if ((counts ? countOf(text, between) : text.size()) > limits::liquidItems)
        return call.fail("array too large");
    return splitText(text, between);
}

enum class Which { All, First };

template <Which which>
Value replace(const FilterCall& call)
{
    std::string input, pattern, with;
    const std::string_view text = textOf(call.input, input, &call.context);
    const std::string_view found = textOf(call.argument(0), pattern, &call.context);
    const std::string_view replacement = textOf(call.argument(1), with, &call.context);
    const std::size_t count = which == Which::All ? countOf(text, found) : 1;
    if (!call.context.admits(text.size() + count * replacement.size()))
        return {};
    return replaced(text, found, replacement, which == Which::All);
}

Value replaceLast(const FilterCall& call)
{
    std::string text = toText(call.input, &call.context);
    const std::string pattern = toText(call.argument(0), &call.context);
    const std::size_t found = text.rfind(pattern);
    if (found != std::string::npos)
        text.replace(found, pattern.size(), toText(call.argument(1), &call.context));
    return text;
}
} // namespace

Array splitText(std::string_view text, std::string_view separator)
{
    Array out;
    if (separator == " ") {
        for (std::size_t pos = skipBlanks(text, 0); pos < text.size();) {
            std::size_t end = pos;
            while (end < text.size() && !isBlankByte(text[end]) && text[end] != '\0')
                ++end;
            out.emplace_back(text.substr(pos, end - pos));
            for (pos = end; pos < text.size() && (isBlankByte(text[pos]) || text[pos] == '\0'); ++pos) {
            }
        }
        return out;
    }
    for (std::size_t pos = 0; pos < text.size();) {
        std::size_t end = pos;
        if (separator.empty())
            unicode::next(text, end);
        else
            end = std::min(text.find(separator, pos), text.size());
        out.emplace_back(text.substr(pos, end - pos));
        pos = end + separator.size();
    }
    while (!out.empty() && out.back().string().empty())
        out.pop_back();
    return out;
}

void addTextFilters(Registry& registry)
{
    registry.addFilter({"downcase", mapped<unicode::toLower>});
    registry.addFilter({"upcase", mapped<unicode::toUpper>});
    registry.addFilter({"capitalize", mapped<capitalized>});
    registry.addFilter({"strip", mapped<stripped>});
    registry.addFilter({"lstrip", mapped<strippedLeft>});
    registry.addFilter({"rstrip", mapped<strippedRight>});
    registry.addFilter({"append", append, 1, 1});
    registry.addFilter({"prepend", prepend, 1, 1});
    registry.addFilter({"slice", slice, 1, 2});
    registry.addFilter({"truncate", truncate, 0, 2});
    registry.addFilter({"truncatewords", truncateWords, 0, 2});
    registry.addFilter({"split", split, 1, 1});
    registry.addFilter({"replace", replace<Which::All>, 1, 2});
    registry.addFilter({"replace_first", replace<Which::First>, 1, 2});
    registry.addFilter({"replace_last", replaceLast, 2, 2});
    registry.addFilter({"remove", replace<Which::All>, 1, 1});
    registry.addFilter({"remove_first", replace<Which::First>, 1, 1});
    registry.addFilter({"remove_last", replaceLast, 1, 1});
}

} // namespace galley::liquid
