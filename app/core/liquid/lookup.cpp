// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/expression.h"

#include "base/unicode.h"
#include "liquid/objectdrop.h"
#include "liquid/rubynumber.h"

namespace galley::liquid
{

namespace
{
Value rangeCommand(const Range& range, std::string_view command)
{
    if (command == "size")
        return rangeSize(range);
    return command == "first" ? range.first : range.last;
}

bool hashCommand(const Hash& hash, std::string_view command, Value& out)
{
    if (command == "last")
        return false;
    if (command == "size")
        out = static_cast<std::int64_t>(hash.size());
    else
        out = hash.empty() ? Value() : Value(Array{hash.begin()->first, hash.begin()->second});
    return true;
}

void arrayCommand(const Array& array, std::string_view command, Value& out)
{
    if (command == "size")
        out = static_cast<std::int64_t>(array.size());
    else if (array.empty())
        out = Value();
    else
        out = Value(command == "first" ? array.front() : array.back());
}
} // namespace

bool applyCommand(const Value& object, std::string_view command, Value& out)
{
    if (object.isArray()) {
        const Value kept = object; // `out` may be the object itself
        arrayCommand(kept.array(), command, out);
        return true;
    }
    if (object.isHash()) {
        const Value kept = object;
        return hashCommand(kept.hash(), command, out);
    }
    if (object.isRange()) {
        out = rangeCommand(object.range(), command);
        return true;
    }
    if (object.isDrop()) {
        const Value kept = object;
        std::string none;
        return command == "first" && callMethod(kept.drop(), command, out, none);
    }
    if (command != "size" || !(object.isString() || object.isInteger()))
        return false;
    // Integer#size is the number of bytes of a machine word: Ruby answers it, so templates print it.
    out = object.isInteger() ? std::int64_t{8} : static_cast<std::int64_t>(unicode::length(object.string()));
    return true;
}

/// What is not the same to all who look: the content and output of the site's documents and pages.
static bool lookUpContent(Context& context, const Value& object, std::string_view key, Value& out)
{
    if (key != "content" && key != "output")
        return false;
    std::optional<Value> content = context.contentOf(object, key);
    if (content)
        out = *std::move(content);
    return content.has_value();
}

/// What a drop calculates, or what differs from page to page.
static bool lookUpComputed(Context& context, const Value& object, std::string_view key, Value& out)
{
    if (object.isHash())
        return lookUpContent(context, object, key, out);
    if (!object.isDrop())
        return false;
    const Value kept = object; // `out` may be the object itself
    std::string error;
    const bool called = callMethod(kept.drop(), key, out, error);
    if (!error.empty())
        context.fail(error);
    return called || lookUpContent(context, kept, key, out);
}

bool lookUp(Context& context, const Value& object, const Value& key, Value& out)
{
    if (key.isString() && lookUpComputed(context, object, key.string(), out))
        return true;
    if (object.isHash()) {
        const Value* found = object.hash().find(key);
        out = found ? Value(*found) : Value();
        return found || key.isInteger();
    }
    if (object.isArray() && key.isInteger()) {
        const auto size = static_cast<std::int64_t>(object.array().size());
        const std::int64_t index = key.integer() < 0 ? key.integer() + size : key.integer();
        out = index >= 0 && index < size ? Value(object.array()[static_cast<std::size_t>(index)]) : Value();
        return true;
    }
    if (object.isDrop() && key.isString() && object.drop().contains(key.string())) {
        out = object.drop().get(key.string());
        return true;
    }
    return false;
}

Value Lookup::evaluate(Context& context) const
{
    Value object;
    if (nameExpression) {
        const Value key = nameExpression->evaluate(context);
        object = key.isString() ? context.find(key.string()) : Value();
    } else {
        object = context.find(name);
    }
    for (const Step& step : steps) {
        if (step.index) {
            if (!lookUp(context, object, step.index->evaluate(context), object))
                return {};
            continue;
        }
        if (lookUpComputed(context, object, step.key, object))
            continue;
        if (object.isHash()) {
            if (const Value* found = object.hash().find(std::string_view(step.key))) {
                object = Value(*found);
                continue;
            }
        } else if (object.isDrop() && object.drop().contains(step.key)) {
            object = object.drop().get(step.key);
            continue;
        }
        if (!step.isCommand || !applyCommand(object, step.key, object))
            return {};
    }
    return object;
}

} // namespace galley::liquid
