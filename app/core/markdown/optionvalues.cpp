// SPDX-License-Identifier: MIT
#include "markdown/optionvalues.h"

#include "base/unicode.h"

#include <algorithm>
#include <charconv>

namespace galley::markdown
{

static std::string strip(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string toText(const Value& value)
{
    if (value.isString())
        return value.string();
    if (value.isInteger())
        return std::to_string(value.integer());
    if (value.isBool())
        return value.boolean() ? "true" : "false";
    if (value.isFloat())
        return std::to_string(value.floating());
    return {};
}

std::string toSymbol(const Value& value)
{
    std::string text = strip(toText(value));
    if (!text.empty() && text.front() == ':')
        text.erase(0, 1);
    return text == "nil" ? std::string() : text;
}

bool toBool(const Value& value)
{
    if (value.isBool())
        return value.boolean();
    const std::string text = unicode::toLower(strip(toText(value)));
    return text != "false" && !text.empty();
}

std::optional<int> toInt(const Value& value)
{
    const std::string text = strip(toText(value));
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::vector<std::string> toList(const Value& value)
{
    std::vector<std::string> list;
    if (value.isArray()) {
        for (const Value& item : value.array())
            list.push_back(toText(item));
        return list;
    }
    const std::string text = toText(value);
    for (std::size_t from = 0; from <= text.size() && !text.empty();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        list.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return list;
}

Hash flowMapping(std::string_view text)
{
    Hash hash;
    const auto open = text.find('{');
    const auto close = text.rfind('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return hash;
    text = text.substr(open + 1, close - open - 1);
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string_view item = text.substr(from, comma - from);
        const std::size_t colon = item.find(": ");
        if (colon != std::string_view::npos) {
            const std::string value = strip(item.substr(colon + 2));
            const bool isFlag = value == "true" || value == "false";
            hash.set(Value(strip(item.substr(0, colon))), isFlag ? Value(value == "true") : Value(value));
        }
        from = comma + 1;
    }
    return hash;
}

} // namespace galley::markdown
