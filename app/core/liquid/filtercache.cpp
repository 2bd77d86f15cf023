// SPDX-License-Identifier: MIT
#include "liquid/filtercache.h"

#include "liquid/context.h"
#include "liquid/rubytext.h"

namespace galley::liquid
{

namespace
{
constexpr std::size_t longList = 16; ///< shorter lists are searched faster than the cache
constexpr std::size_t mostResults = 20'000; ///< a result may hold a list: memory stays bounded
} // namespace

void FilterCache::keep(const Value& list)
{
    const std::lock_guard lock(m_mutex);
    if (list.isArray())
        m_lists.emplace(&list.array(), list);
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
    if (m_results.size() >= mostResults)
        return;
    if (result.isArray())
        m_lists.emplace(&result.array(), result);
    m_results.emplace(std::pair(static_cast<const void*>(&list.array()), key), std::move(result));
}

Value cached(const FilterCall& call, std::string_view name, FilterFunction filter)
{
    FilterCache* cache = call.context.environment().cache();
    const bool isLong = cache && call.input.isArray() && call.input.array().size() >= longList;
    if (!isLong || !cache->knows(call.input))
        return filter(call);
    std::string key(name);
    for (const Value& argument : call.arguments)
        key += "|" + inspect(argument);
    if (auto found = cache->find(call.input, key))
        return *std::move(found);
    Value result = filter(call);
    if (!call.context.failed())
        cache->add(call.input, key, result);
    return result;
}

} // namespace galley::liquid
