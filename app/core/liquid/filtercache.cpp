// SPDX-License-Identifier: MIT
#include "liquid/filtercache.h"

#include "liquid/context.h"
#include "liquid/filters/filters.h"

#include "base/limits.h"

namespace galley::liquid
{

namespace
{
constexpr std::size_t longList = 16; ///< shorter lists are searched faster than the cache

/// How many values a result holds on to.
std::size_t weightOf(const Value& result)
{
    std::size_t weight = 1;
    if (result.isArray())
        weight += result.array().size();
    else if (result.isHash())
        for (const Hash::Entry& entry : result.hash())
            weight += 1 + (entry.second.isArray() ? entry.second.array().size() : 0);
    return weight;
}
} // namespace

void FilterCache::keepUnlocked(const Value& value, int depth)
{
    if (depth > limits::jsonDepth)
        return;
    if (value.isArray()) {
        if (value.array().size() >= longList)
            m_lists.emplace(&value.array(), value);
        for (const Value& each : value.array())
            keepUnlocked(each, depth + 1);
    } else if (value.isHash()) {
        for (const Hash::Entry& entry : value.hash())
            keepUnlocked(entry.second, depth + 1);
    }
}

void FilterCache::keep(const Value& list)
{
    const std::lock_guard lock(m_mutex);
    if (list.isArray() && list.array().size() >= longList)
        m_lists.emplace(&list.array(), list);
}

void FilterCache::keepWithin(const Value& value)
{
    const std::lock_guard lock(m_mutex);
    keepUnlocked(value, 0);
}

bool FilterCache::knows(const Value& list) const
{
    const std::lock_guard lock(m_mutex);
    return m_lists.count(&list.array()) > 0;
}

std::optional<Value> FilterCache::find(const Value& list, const std::string& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_results.find({&list.array(), key});
    return found == m_results.end() ? std::nullopt : std::optional(found->second);
}

void FilterCache::add(const Value& list, const std::string& key, Value result)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t weight = weightOf(result);
    if (m_kept + weight > limits::filterCacheValues)
        return;
    const auto [place, isNew] =
        m_results.emplace(std::pair(static_cast<const void*>(&list.array()), key), std::move(result));
    if (!isNew)
        return;
    m_kept += weight;
    // A result is filtered on, and so are the items of a group.
    const Value& kept = place->second;
    const bool isGroups = kept.isHash() || (kept.isArray() && !kept.array().empty() && kept.array().front().isHash());
    if (isGroups)
        keepUnlocked(kept, limits::jsonDepth - 2);
    else if (kept.isArray() && kept.array().size() >= longList)
        m_lists.emplace(&kept.array(), kept);
}

bool isKept(const FilterCall& call)
{
    const FilterCache* cache = call.context.environment().cache();
    return cache && call.input.isArray() && call.input.array().size() >= longList && cache->knows(call.input);
}

Value cached(const FilterCall& call, std::string_view name, FilterFunction filter)
{
    if (!isKept(call))
        return filter(call);
    FilterCache* cache = call.context.environment().cache();
    std::string key(name);
    for (const Value& argument : call.arguments)
        key += "|" + identityOf(argument);
    if (auto found = cache->find(call.input, key))
        return *std::move(found);
    const Context::Watch watch(call.context);
    Value result = filter(call);
    if (!call.context.failed() && !watch.isPageDependent())
        cache->add(call.input, key, result);
    return result;
}

} // namespace galley::liquid
