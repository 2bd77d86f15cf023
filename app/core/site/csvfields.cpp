// SPDX-License-Identifier: MIT
#include "site/csvfile.h"

#include "liquid/rubynumber.h"
#include "site/urls.h"

#include <algorithm>
#include <charconv>

namespace galley::site
{

namespace
{
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Kernel#Float: digits on both sides of a point; nothing where Ruby raises.
std::optional<double> wholeFloat(std::string_view text)
{
    if (!text.empty() && (text.front() == '+'))
        text.remove_prefix(1);
    const std::size_t first = !text.empty() && text.front() == '-' ? 1 : 0;
    if (first >= text.size() || !isDigit(text[first]) || !isDigit(text.back()))
        return std::nullopt;
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && (point + 1 >= text.size() || !isDigit(text[point + 1])))
        return std::nullopt;
    double out = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

Value convertedField(const Value& field, const std::string& converter)
{
    if (!field.isString())
        return field;
    const bool all = converter == "numeric" || converter == "all";
    if (all || converter == "integer") {
        if (const auto integer = liquid::toIntegerStrictly(field))
            return *integer;
    }
    if (all || converter == "float") {
        if (const auto number = wholeFloat(trimmed(field.string())))
            return *number;
    }
    return field;
}

Value convertedBy(const Value& field, const std::vector<std::string>& converters)
{
    Value out = field;
    for (const std::string& converter : converters)
        out = convertedField(out, converter);
    return out;
}
} // namespace

Value convertedFields(const Value& rows, const std::vector<std::string>& converters)
{
    if (converters.empty())
        return rows;
    Array out;
    for (const Value& row : rows.array()) {
        if (row.isHash()) {
            Hash fields;
            for (const auto& [name, field] : row.hash())
                fields.set(name, convertedBy(field, converters));
            out.emplace_back(std::move(fields));
        } else {
            Array fields;
            for (const Value& field : row.array())
                fields.push_back(convertedBy(field, converters));
            out.emplace_back(std::move(fields));
        }
    }
    return Value(std::move(out));
}

} // namespace galley::site
