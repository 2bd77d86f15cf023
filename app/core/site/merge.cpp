// SPDX-License-Identifier: MIT
#include "site/merge.h"

#include "liquid/rubytext.h"

namespace galley::site
{

Hash merged(const Hash& base, const Hash& over)
{
    Hash out = base;
    for (const auto& [key, value] : over) {
        const Value* present = out.find(key);
        if (!present)
            out.set(key, value);
        else if (present->isHash() && value.isHash())
            out.set(key, Value(merged(present->hash(), value.hash())));
        else if (!value.isNil())
            out.set(key, value);
    }
    return out;
}

Array listOf(const Value& value)
{
    if (value.isArray())
        return value.array();
    if (value.isNil())
        return {};
    return {value};
}

std::string textOf(const Value& value)
{
    return liquid::toText(value);
}

} // namespace galley::site
