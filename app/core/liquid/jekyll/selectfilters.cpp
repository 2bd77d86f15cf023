// SPDX-License-Identifier: MIT
#include "liquid/condition.h"
#include "liquid/context.h"
#include "liquid/expression.h"
#include "liquid/filtercache.h"
#include "liquid/filteredexpression.h"
#include "liquid/filters/filters.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/jekyll/property.h"
#include "liquid/rubytext.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace galley::liquid
{

namespace
{
/// Finds (the first) or selects (all) the items that `fits` takes.
template <bool all, class Fits>
Value taken(const FilterCall& call, const Array& items, Fits fits)
{
    Array out;
    for (const Value& item : items) {
        const bool fitting = fits(item);
        if (call.context.failed())
            return {};
        if (fitting && !all)
            return item;
        if (fitting)
            out.push_back(item);
    }
    return all ? Value(std::move(out)) : Value();
}

/// Each text once.
std::set<std::string> textsOf(const Array& values)
{
    std::set<std::string> texts;
    for (const Value& value : values)
        texts.insert(toText(value));
    return texts;
}

bool isCollection(const Value& value)
{
    return value.isArray() || value.isHash();
}

template <bool all>
Value whereUncached(const FilterCall& call)
{
    const auto items = selectable(call.input);
    if (!items)
        return call.input;
    return taken<all>(call, *items, [&call](const Value& item) {
        return fitsTarget(itemProperty(call, item, call.argument(0)), call.argument(1));
    });
}

/// The items by the text of their property: a page that looks up its author among 5,000 posts asks once.
/// An item with a list or a time stands under each part's text; nil keeps those that have none.
Value indexByProperty(const FilterCall& call)
{
    std::unordered_map<std::string, Array> places;
    Array without;
    for (const Value& item : call.input.array()) {
        const Value property = itemProperty(call, item, call.argument(0));
        if (call.context.failed())
            return {};
        if (property.isNil())
            without.push_back(item);
        else if (property.isString())
            places[property.string()].push_back(item);
        else
            for (const std::string& text : textsOf(comparedParts(property)))
                places[text].push_back(item);
    }
    Hash index;
    for (auto& [text, items] : places)
        index.set(text, std::move(items));
    index.set(Value(), std::move(without));
    return index;
}

template <bool all>
Value whereIndexed(const FilterCall& call)
{
    const FilterCall ofProperty{call.context, call.input, call.arguments.first(1)};
    const Value index = cached(ofProperty, "where", indexByProperty);
    if (call.context.failed())
        return {};
    const Value& target = call.argument(1);
    const Value* found = index.hash().find(target.isNil() ? Value() : Value(toText(target)));
    if (!found)
        return all ? Value(Array()) : Value();
    return all || found->array().empty() ? (all ? *found : Value()) : found->array().front();
}

template <bool all>
Value where(const FilterCall& call)
{
    if (!call.argument(0).isTruthy() || isCollection(call.argument(1)))
        return call.input;
    return isKept(call) && !isEmptyLiteral(call.argument(1)) ? whereIndexed<all>(call) : whereUncached<all>(call);
}

template <bool all>
Value whereExpression(const FilterCall& call)
{
    const auto items = selectable(call.input);
    if (!items)
        return call.input;
    std::string error;
    const auto condition = Condition::parseExpression(toText(call.argument(1), &call.context), error);
    if (!condition) {
        call.context.failSyntax(error);
        return {};
    }
    const std::string name = toText(call.argument(0), &call.context);
    const Context::Scope scope(call.context);
    return taken<all>(call, *items, [&](const Value& item) {
        call.context.setLocal(name, item);
        return condition->evaluate(call.context);
    });
}

/// Groups in the order in which their names come up: [{name, items, size}].
class Groups
{
public:
    void add(const Value& name, const Value& item)
    {
        const auto [found, isNew] = m_places.emplace(identityOf(name), m_groups.size());
        if (isNew) {
            m_groups.emplace_back();
            m_groups.back().name = name;
        }
        m_groups[found->second].items.push_back(item);
    }

    Value result() const
    {
        Array out;
        for (const Group& group : m_groups) {
            Hash hash;
            hash.set("name", group.name);
            hash.set("items", group.items);
            hash.set("size", static_cast<std::int64_t>(group.items.size()));
            out.emplace_back(std::move(hash));
        }
        return out;
    }

private:
    struct Group {
        Value name;
        Array items;
    };
    std::vector<Group> m_groups;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// What group_by walks through: for a hash its [key, value] pairs.
std::optional<Array> groupable(const Value& input)
{
    if (!input.isHash())
        return selectable(input);
    Array pairs;
    for (const Hash::Entry& entry : input.hash())
        pairs.push_back(Value(Array{entry.first, entry.second}));
    return pairs;
}

Value groupByUncached(const FilterCall& call)
{
    const auto items = groupable(call.input);
    if (!items)
        return call.input;
    Groups groups;
    for (const Value& item : *items) {
        groups.add(Value(toText(itemProperty(call, item, call.argument(0)))), item);
        if (call.context.failed())
            return {};
    }
    return groups.result();
}

Value groupBy(const FilterCall& call)
{
    return cached(call, "group_by", groupByUncached);
}

Value groupByExpression(const FilterCall& call)
{
    const auto items = groupable(call.input);
    if (!items)
        return call.input;
    std::string warning;
    const auto expression =
        FilteredExpression::parse(toText(call.argument(1), &call.context), call.context.registry(), warning);
    const std::string name = toText(call.argument(0), &call.context);
    const Context::Scope scope(call.context);
    Groups groups;
    for (const Value& item : *items) {
        call.context.setLocal(name, item);
        groups.add(expression.evaluate(call.context), item);
        if (call.context.failed())
            return {};
    }
    return groups.result();
}
} // namespace

void addJekyllSelectFilters(Registry& registry)
{
    registry.addFilter({"where", where<true>, 2, 2});
    registry.addFilter({"find", where<false>, 2, 2});
    registry.addFilter(
        {"where_exp", [](const FilterCall& call) { return cached(call, "where_exp", whereExpression<true>); }, 2, 2});
    registry.addFilter(
        {"find_exp", [](const FilterCall& call) { return cached(call, "find_exp", whereExpression<false>); }, 2, 2});
    registry.addFilter({"group_by", groupBy, 1, 1});
    registry.addFilter(
        {"group_by_exp", [](const FilterCall& call) { return cached(call, "group_by_exp", groupByExpression); }, 2, 2});
}

} // namespace galley::liquid
