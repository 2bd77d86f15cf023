// SPDX-License-Identifier: MIT
#include "liquid/jekyll/property.h"

#include "base/limits.h"
#include "liquid/context.h"
#include "liquid/expression.h"
#include "liquid/filters/filters.h"
#include "liquid/objectdrop.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
std::size_t digitsEnd(std::string_view text, std::size_t pos)
{
    while (pos < text.size() && isDigitByte(text[pos]))
        ++pos;
    return pos;
}

/// A whole or decimal number between blanks becomes that number.
Value asNumber(const Value& property)
{
    if (!property.isString())
        return property;
    std::string_view text = property.string();
    text = text.substr(skipBlanks(text, 0));
    while (!text.empty() && isBlankByte(text.back()))
        text.remove_suffix(1);
    const std::size_t start = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t whole = digitsEnd(text, start);
    if (whole == text.size())
        return whole > start ? toIntegerLoosely(text) : property;
    if (text[whole] != '.')
        return property;
    const std::size_t end = digitsEnd(text, whole + 1);
    const bool number = end == text.size() && (whole > start || end > whole + 1);
    return number ? Value(toFloatLoosely(text)) : property;
}

/// Time#to_a.
Array timeParts(const DateTime& time)
{
    const CivilTime civil = toCivil(time);
    return {
        civil.second, civil.minute,  civil.hour,    civil.day,       civil.month,
        civil.year,   weekDay(time), yearDay(time), time.isDaylight, time.zone.empty() ? Value() : Value(time.zone)};
}

Value member(const FilterCall& call, const Value& item, const Value& property)
{
    bool failed = !hasProperties(item);
    Value out = failed ? Value() : propertyOf(item, property, failed);
    if (failed)
        call.fail("internal: " + std::string(className(item)) + " has no property '" + toText(property) + "'");
    return out;
}
} // namespace

Value itemProperty(const FilterCall& call, const Value& item, const Value& property)
{
    if (property.isString() && property.string().find('.') == std::string::npos)
        return asNumber(member(call, item, property));
    const std::string path = toText(property);
    Value value = item;
    for (const Value& key : splitText(path, ".")) {
        if (!hasProperties(value)) // Ruby's `respond_to?(:[]) && …` gives false here
            return false;
        value = member(call, value, key);
    }
    return asNumber(value);
}

Array comparedParts(const Value& property)
{
    if (property.isNil())
        return {};
    if (property.isArray())
        return property.array();
    if (property.isDateTime() && !property.dateTime().isDate)
        return timeParts(property.dateTime());
    if (!property.isHash())
        return {property};
    Array pairs;
    for (const auto& [key, value] : property.hash())
        pairs.emplace_back(Array{key, value});
    return pairs;
}

bool fitsTarget(const Value& property, const Value& target)
{
    if (target.isNil())
        return property.isNil();
    std::string targetBuffer, buffer;
    const std::string_view text = textOf(target, targetBuffer);
    if (property.isString())
        return property.string() == text;
    const Array parts = comparedParts(property);
    if (isEmptyLiteral(target)) {
        appendJoined(buffer, parts, "");
        return buffer.empty();
    }
    return std::any_of(parts.begin(), parts.end(), [&](const Value& each) { return textOf(each, buffer) == text; });
}

std::optional<Array> selectable(const Value& input)
{
    if (input.isArray())
        return input.array();
    Array out;
    if (input.isHash()) {
        for (const Hash::Entry& entry : input.hash())
            out.push_back(entry.second);
        return out;
    }
    if (input.isDrop() && !keysOf(input.drop()).empty()) { // pairs of key and value
        for (const std::string& key : keysOf(input.drop()))
            out.push_back(Value(Array{Value(key), input.drop().get(key)}));
        return out;
    }
    if (!input.isRange() || rangeSize(input.range()) > static_cast<std::int64_t>(limits::liquidItems))
        return std::nullopt;
    for (std::int64_t i = 0; i < rangeSize(input.range()); ++i)
        out.emplace_back(input.range().first + i);
    return out;
}

} // namespace galley::liquid
