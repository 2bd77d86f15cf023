// SPDX-License-Identifier: MIT
#include "base/unicode.h"
#include "liquid/context.h"
#include "liquid/filters/filters.h"
#include "liquid/objectdrop.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"

namespace galley::liquid
{

namespace
{
constexpr int deepest = 100; ///< nesting flattened; deeper arrays stay as they are

void flatten(const Array& array, Array& out, int depth)
{
    for (const Value& each : array) {
        if (each.isArray() && depth < deepest)
            flatten(each.array(), out, depth + 1);
        else
            out.push_back(each);
    }
}

void numbersOf(const Range& range, Array& out)
{
    for (std::int64_t i = 0; i < rangeSize(range); ++i)
        out.emplace_back(range.first + i);
}

/// InputIterator gives its block the first of what Drop#each yields: the key, without the value.
void addKeys(const Drop& drop, Array& out)
{
    for (std::string& key : keysOf(drop))
        out.emplace_back(std::move(key));
}

/// String#[]: a number takes a character, a text is found or not.
Value partOf(const std::string& text, const Value& property, bool& failed)
{
    if (property.isString())
        return text.find(property.string()) == std::string::npos ? Value() : property;
    failed = !property.isNumber();
    if (failed)
        return {};
    const auto length = static_cast<std::int64_t>(unicode::length(text));
    std::int64_t index = toIntegerLoosely(property);
    index += index < 0 ? length : 0;
    if (index < 0 || index >= length)
        return {};
    std::size_t start = 0;
    for (; index > 0; --index)
        unicode::next(text, start);
    std::size_t end = start;
    unicode::next(text, end);
    return text.substr(start, end - start);
}

Value bitOf(std::int64_t number, const Value& property, bool& failed)
{
    failed = !property.isNumber();
    const std::int64_t bit = failed ? 0 : toIntegerLoosely(property);
    if (failed || bit < 0)
        return failed ? Value() : Value(0);
    return (number >> std::min<std::int64_t>(bit, 63)) & 1;
}
} // namespace

bool itemsOf(const FilterCall& call, Array& out)
{
    const Value& input = call.input;
    if (input.isRange() && rangeSize(input.range()) > static_cast<std::int64_t>(limits::liquidItems)) {
        call.fail("range too large");
        return false;
    }
    if (input.isArray())
        flatten(input.array(), out, 0);
    else if (input.isRange())
        numbersOf(input.range(), out);
    else if (input.isDrop() && !keysOf(input.drop()).empty())
        addKeys(input.drop(), out);
    else if (!input.isNil())
        out.push_back(input);
    return true;
}

bool hasProperties(const Value& item)
{
    return item.isHash() || item.isArray() || item.isString() || item.isInteger() || item.isDrop();
}

Value propertyOf(const Value& item, const Value& property, bool& failed)
{
    if (item.isHash()) {
        const Value* found = item.hash().find(property);
        return found ? *found : Value();
    }
    if (item.isDrop())
        return property.isString() ? item.drop().get(property.string()) : Value();
    if (item.isString())
        return partOf(item.string(), property, failed);
    if (item.isInteger())
        return bitOf(item.integer(), property, failed);
    failed = !property.isNumber();
    Value out;
    if (!failed) {
        const Array& array = item.array();
        const auto length = static_cast<std::int64_t>(array.size());
        std::int64_t index = toIntegerLoosely(property);
        index += index < 0 ? length : 0;
        out = index >= 0 && index < length ? array[static_cast<std::size_t>(index)] : Value();
    }
    return out;
}

std::string identityOf(const Value& value)
{
    if (value.isDrop())
        return "drop " + std::to_string(reinterpret_cast<std::uintptr_t>(value.dropPointer().get()));
    if (value.isDateTime())
        return "time " + std::to_string(value.dateTime().seconds) + "." + std::to_string(value.dateTime().nanoseconds) +
               (value.dateTime().isDate ? "d" : "");
    if (!value.isArray() && !value.isHash())
        return inspect(value);
    std::string out = value.isArray() ? "[" : "{";
    if (value.isArray()) {
        for (const Value& each : value.array())
            out += identityOf(each) + ",";
    } else {
        for (const Hash::Entry& entry : value.hash())
            out += identityOf(entry.first) + "=>" + identityOf(entry.second) + ",";
    }
    return out;
}

} // namespace galley::liquid
