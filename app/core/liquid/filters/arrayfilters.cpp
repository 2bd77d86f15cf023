// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/expression.h"
#include "liquid/filtercost.h"
#include "liquid/filters/filters.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"

#include <algorithm>
#include <set>

namespace galley::liquid
{

namespace
{
Value propertyError(const FilterCall& call)
{
    return call.fail("cannot select the property '" + toText(call.argument(0), &call.context) + "'");
}

Value size(const FilterCall& call)
{
    Value out;
    return applyCommand(call.input, "size", out) ? out : Value(0);
}

Value first(const FilterCall& call)
{
    Value out;
    applyCommand(call.input, "first", out);
    return out;
}

Value last(const FilterCall& call)
{
    Value out;
    applyCommand(call.input, "last", out);
    return out;
}

Value join(const FilterCall& call)
{
    Array items;
    if (!itemsOf(call, items))
        return {};
    std::string out;
    const std::string separator = call.has(0) ? toText(call.argument(0), &call.context) : " ";
    appendJoined(out, items, separator, &call.context, Items::Liquid);
    return out;
}

Value reverse(const FilterCall& call)
{
    Array items;
    if (!itemsOf(call, items))
        return {};
    std::reverse(items.begin(), items.end());
    return items;
}

Value concat(const FilterCall& call)
{
    if (!call.argument(0).isArray())
        return call.fail("concat filter requires an array argument");
    Array items;
    if (!mayJoin(call, call.input, call.argument(0)) || !itemsOf(call, items))
        return {};
    const Array& more = call.argument(0).array();
    items.insert(items.end(), more.begin(), more.end());
    return items;
}

using Order = std::optional<int> (*)(const Value&, const Value&);

std::optional<int> compareNilLast(const Value& a, const Value& b)
{
    const auto result = compare(a, b);
    if (result || !(a.isNil() || b.isNil()))
        return result;
    return a.isNil() ? 1 : -1;
}

/// casecmp: by bytes, with A–Z as a–z.
std::optional<int> compareNaturally(const Value& a, const Value& b)
{
    if (a.isNil() || b.isNil())
        return a.isNil() ? 1 : -1;
    const auto lower = [](std::string text) {
        for (char& c : text)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return text;
    };
    const int result = lower(toText(a)).compare(lower(toText(b)));
    return result < 0 ? -1 : result > 0 ? 1 : 0;
}

/// Sorted by their property, by way of pairs so that each property is asked for once.
Value sortedByProperty(const FilterCall& call, const Array& items, Order order)
{
    Array pairs;
    for (const Value& item : items) {
        bool failed = false;
        if (!hasProperties(item))
            return {};
        Value key = propertyOf(item, call.argument(0), failed);
        if (failed && items.size() > 1)
            return propertyError(call);
        pairs.push_back(Array{std::move(key), item});
    }
    const bool sorted =
        sortValues(pairs, [order](const Value& a, const Value& b) { return order(a.array()[0], b.array()[0]); });
    if (!sorted)
        return call.fail("cannot sort values of incompatible types");
    Array out;
    for (const Value& pair : pairs)
        out.push_back(pair.array()[1]);
    return out;
}

template <Order order>
Value sort(const FilterCall& call)
{
    Array items;
    if (!itemsOf(call, items))
        return {};
    if (items.empty())
        return items;
    if (!call.argument(0).isNil())
        return sortedByProperty(call, items, order);
    if (!sortValues(items, order))
        return call.fail("cannot sort values of incompatible types");
    return items;
}

/// Items for which `keep` of their property holds. nil when an item has no properties, as Liquid answers.
template <class Keep>
Value selected(const FilterCall& call, Keep keep)
{
    Array items, out;
    if (!itemsOf(call, items))
        return {};
    for (const Value& item : items) {
        bool failed = false;
        if (!hasProperties(item))
            return {};
        const Value property = propertyOf(item, call.argument(0), failed);
        if (failed)
            return propertyError(call);
        if (keep(property))
            out.push_back(item);
    }
    return out;
}

Value where(const FilterCall& call)
{
    const Value& target = call.argument(1);
    if (target.isNil())
        return selected(call, [](const Value& property) { return property.isTruthy(); });
    return selected(call, [&target](const Value& property) { return property == target; });
}

Value uniq(const FilterCall& call)
{
    std::set<std::string> seen;
    const auto isNew = [&seen](const Value& value) { return seen.insert(identityOf(value)).second; };
    if (!call.argument(0).isNil())
        return selected(call, isNew);
    Array items, out;
    if (!itemsOf(call, items))
        return {};
    std::copy_if(items.begin(), items.end(), std::back_inserter(out), isNew);
    return out;
}

Value compact(const FilterCall& call)
{
    const auto isThere = [](const Value& value) { return !value.isNil(); };
    if (!call.argument(0).isNil())
        return selected(call, isThere);
    Array items, out;
    if (!itemsOf(call, items))
        return {};
    std::copy_if(items.begin(), items.end(), std::back_inserter(out), isThere);
    return out;
}

Value map(const FilterCall& call)
{
    Array items;
    if (!itemsOf(call, items))
        return {};
    const bool itself = call.argument(0).isString() && call.argument(0).string() == "to_liquid";
    for (Value& item : items) {
        bool failed = false;
        if (!itself)
            item = hasProperties(item) ? propertyOf(item, call.argument(0), failed) : Value();
        if (failed)
            return propertyError(call);
    }
    return items;
}

Value defaultOf(const FilterCall& call)
{
    const Value options = call.has(1) ? call.argument(1) : Value();
    const bool allowsFalse = options.get("allow_false").isTruthy();
    const Value& input = call.input;
    const bool missing = allowsFalse ? input.isNil() : !input.isTruthy();
    const bool empty = (input.isString() && input.string().empty()) || (input.isArray() && input.array().empty()) ||
                       (input.isHash() && input.hash().empty());
    if (!missing && !empty)
        return input;
    return call.has(0) ? call.argument(0) : Value("");
}
} // namespace

void addArrayFilters(Registry& registry)
{
    registry.addFilter({"size", size});
    registry.addFilter({"first", first});
    registry.addFilter({"last", last});
    registry.addFilter({"join", join, 0, 1});
    registry.addFilter({"reverse", reverse});
    registry.addFilter({"concat", concat, 1, 1});
    registry.addFilter({"sort", sort<compareNilLast>, 0, 1});
    registry.addFilter({"sort_natural", sort<compareNaturally>, 0, 1});
    registry.addFilter({"where", where, 1, 2});
    registry.addFilter({"uniq", uniq, 0, 1});
    registry.addFilter({"compact", compact, 0, 1});
    registry.addFilter({"map", map, 1, 1});
    registry.addFilter({"default", defaultOf, 0, 2});
}

} // namespace galley::liquid
