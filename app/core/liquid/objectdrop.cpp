// SPDX-License-Identifier: MIT
#include "liquid/objectdrop.h"

#include "liquid/rubynumber.h"

#include <algorithm>
#include <array>

namespace galley::liquid
{

namespace
{
/// Drop#each gives key and value.
Array pairsOf(const Drop& drop)
{
    Array pairs;
    for (std::string& key : keysOf(drop)) {
        Value value = drop.get(key);
        pairs.push_back(Array{Value(std::move(key)), std::move(value)});
    }
    return pairs;
}

/// The keys are all different, so that the values are never compared.
Array sortedPairs(const Drop& drop)
{
    Array pairs = pairsOf(drop);
    std::sort(pairs.begin(), pairs.end(),
              [](const Value& a, const Value& b) { return a.array()[0].string() < b.array()[0].string(); });
    return pairs;
}

Value toHash(const Drop& drop)
{
    Hash hash;
    for (const std::string& key : keysOf(drop))
        hash.set(key, drop.get(key));
    return hash;
}

Value keyList(const Drop& drop)
{
    Array keys;
    for (std::string& key : keysOf(drop))
        keys.emplace_back(std::move(key));
    return keys;
}

/// Of those that answer without arguments; the last row wants some.
bool isMethod(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> names{
        "keys", "count", "first", "min", "max", "sort", "to_hash", "hash_for_json", "fetch", "merge", "merge!", "key?"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Pick>
Value orNil(const Array& pairs, const Pick& pick)
{
    return pairs.empty() ? Value() : pick(pairs);
}
} // namespace

std::vector<std::string> HashDrop::keys() const
{
    std::vector<std::string> keys;
    for (const Hash::Entry& entry : m_members) {
        if (entry.first.isString())
            keys.push_back(entry.first.string());
    }
    return keys;
}

std::vector<std::string> keysOf(const Drop& drop)
{
    const auto* object = dynamic_cast<const ObjectDrop*>(&drop);
    return object && !object->isEnumerable() ? std::vector<std::string>() : drop.keys();
}

bool callMethod(const Drop& drop, std::string_view name, Value& out, std::string& error)
{
    if (!isMethod(name))
        return false;
    const auto* object = dynamic_cast<const ObjectDrop*>(&drop);
    if (!object || !object->isEnumerable())
        return false;
    if (name == "keys")
        out = keyList(drop);
    else if (name == "count")
        out = static_cast<std::int64_t>(keysOf(drop).size());
    else if (name == "first")
        out = orNil(pairsOf(drop), [](const Array& pairs) { return pairs.front(); });
    else if (name == "min")
        out = orNil(sortedPairs(drop), [](const Array& pairs) { return pairs.front(); });
    else if (name == "max")
        out = orNil(sortedPairs(drop), [](const Array& pairs) { return pairs.back(); });
    else if (name == "sort")
        out = sortedPairs(drop);
    else if (name == "to_hash" || name == "hash_for_json")
        out = toHash(drop);
    else
        error = "internal: wrong number of arguments for " + std::string(name);
    return true;
}

} // namespace galley::liquid
