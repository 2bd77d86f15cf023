// SPDX-License-Identifier: MIT
#include "base/unicode.h"
#include "liquid/context.h"
#include "liquid/filtercache.h"
#include "liquid/filtercost.h"
#include "liquid/filters/filters.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/jekyll/property.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
/// The items with their properties, sorted; nil properties stand first, or last.
Value sortByProperty(const FilterCall& call, const Array& items, bool nilLast)
{
    Array pairs;
    for (const Value& item : items) {
        Value key = itemProperty(call, item, call.argument(0));
        if (call.context.failed())
            return {};
        pairs.push_back(Array{std::move(key), item});
    }
    sortValues(pairs, [nilLast](const Value& left, const Value& right) -> std::optional<int> {
        const Value& a = left.array()[0];
        const Value& b = right.array()[0];
        if (a.isNil() != b.isNil())
            return a.isNil() == nilLast ? 1 : -1;
        const auto result = compare(a, b);
        return result ? result : compare(Value(toText(a)), Value(toText(b)));
    });
    Array out;
    for (const Value& pair : pairs)
        out.push_back(pair.array()[1]);
    return out;
}

Value sortUncached(const FilterCall& call)
{
    const Value& input = call.input;
    if (input.isNil())
        return call.fail("Cannot sort a null object.");
    Array items = input.isDrop() ? selectable(input).value_or(Array()) : Array();
    if (items.empty() && !input.isArray() && !input.isHash() && !input.isRange())
        return call.fail("internal: " + std::string(className(input)) + " can not be sorted");
    if (input.isHash()) {
        for (const Hash::Entry& entry : input.hash())
            items.push_back(Value(Array{entry.first, entry.second}));
    } else if (!input.isDrop()) {
        items = selectable(input).value_or(Array());
    }
    if (!call.argument(0).isNil()) {
        const std::string nils = call.has(1) ? toText(call.argument(1), &call.context) : "first";
        if (nils != "first" && nils != "last")
            return call.fail("Invalid nils order: '" + nils +
                             "' is not a valid nils order. It must be 'first' or 'last'.");
        return sortByProperty(call, items, nils == "last");
    }
    std::string error;
    sortValues(items, [&error](const Value& a, const Value& b) {
        const auto result = compare(a, b);
        if (!result)
            error = comparisonError(a, b);
        return result;
    });
    return error.empty() ? Value(std::move(items)) : call.fail(error);
}

Value sort(const FilterCall& call)
{
    return cached(call, "sort", sortUncached);
}

/// How many items pop and shift take; fails the call for no number.
std::optional<std::size_t> count(const FilterCall& call)
{
    const auto number = call.has(0) ? toIntegerStrictly(call.argument(0)) : 1;
    if (!number || *number < 0) {
        call.fail(number ? "negative array size" : "invalid integer");
        return std::nullopt;
    }
    return std::min(static_cast<std::size_t>(*number), call.input.array().size());
}

Value pop(const FilterCall& call)
{
    if (!call.input.isArray())
        return call.input;
    const auto number = count(call);
    const Array& items = call.input.array();
    return number ? Value(Array(items.begin(), items.end() - static_cast<std::ptrdiff_t>(*number))) : Value();
}

Value shift(const FilterCall& call)
{
    if (!call.input.isArray())
        return call.input;
    const auto number = count(call);
    const Array& items = call.input.array();
    return number ? Value(Array(items.begin() + static_cast<std::ptrdiff_t>(*number), items.end())) : Value();
}

Value push(const FilterCall& call)
{
    if (!call.input.isArray())
        return call.input;
    if (!mayJoin(call, call.input, call.argument(0)))
        return {};
    Array items = call.input.array();
    items.push_back(call.argument(0));
    return items;
}

Value unshift(const FilterCall& call)
{
    if (!call.input.isArray())
        return call.input;
    if (!mayJoin(call, call.input, call.argument(0)))
        return {};
    Array items = call.input.array();
    items.insert(items.begin(), call.argument(0));
    return items;
}

/// Ruby picks by chance; here the build's moment picks, so that one build gives one result.
Value sample(const FilterCall& call)
{
    if (!call.input.isArray())
        return call.input;
    const Array& items = call.input.array();
    const auto wanted = call.has(0) ? toIntegerStrictly(call.argument(0)).value_or(1) : 1;
    if (items.empty())
        return wanted == 1 ? Value() : Value(Array());
    const auto start = static_cast<std::size_t>(call.context.environment().now().seconds) % items.size();
    if (wanted == 1)
        return items[start];
    Array out = items;
    std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
    out.resize(std::min(out.size(), static_cast<std::size_t>(std::max<std::int64_t>(wanted, 0))));
    return out;
}

std::string textOfItem(const FilterCall& call, const Value& item)
{
    const auto text = call.context.printed(item, true);
    return text ? *text : toText(item, &call.context);
}

Value arrayToSentence(const FilterCall& call)
{
    // A text of two characters has a first and a second one too; a longer one has no join.
    const bool isShortText = call.input.isString() && unicode::length(call.input.string()) < 3;
    if (!call.input.isArray() && !isShortText)
        return call.fail("internal: " + std::string(className(call.input)) + " is no array");
    const Array items = isShortText ? splitText(call.input.string(), "") : call.input.array();
    const std::string connector = call.has(0) ? toText(call.argument(0), &call.context) : "and";
    if (items.size() < 2)
        return items.empty() ? Value("") : Value(textOfItem(call, items[0]));
    if (items.size() == 2)
        return textOfItem(call, items[0]) + " " + connector + " " + textOfItem(call, items[1]);
    std::string out;
    appendJoined(out, Array(items.begin(), items.end() - 1), ", ", &call.context);
    return out + ", " + connector + " " + textOfItem(call, items.back());
}
} // namespace

void addJekyllListFilters(Registry& registry)
{
    registry.addFilter({"sort", sort, 0, 2});
    registry.addFilter({"pop", pop, 0, 1});
    registry.addFilter({"shift", shift, 0, 1});
    registry.addFilter({"push", push, 1, 1});
    registry.addFilter({"unshift", unshift, 1, 1});
    registry.addFilter({"sample", sample, 0, 1});
    registry.addFilter({"array_to_sentence_string", arrayToSentence, 0, 1});
}

} // namespace galley::liquid
