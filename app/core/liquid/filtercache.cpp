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

std::optional<Value> FilterCache::find(const Value& list, const std::string& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_results.find({&list.array(), key});
    return found == m_results.end() ? std::nullopt : std::optional(found->second.second);
}

void FilterCache::add(const Value& list, const std::string& key, Value result)
{
    const std::lock_guard lock(m_mutex);
    if (m_results.size() < mostResults)
        m_results.emplace(std::pair(static_cast<const void*>(&list.array()), key), std::pair(list, std::move(result)));
}

Value cached(const FilterCall& call, std::string_view name, FilterFunction filter)
{
    FilterCache* cache = call.context.environment().cache();
    const bool kept = cache && call.input.isArray() && call.input.array().size() >= longList;
    if (!kept)
        return filter(call);
    std::string key(name);
    for (const Value& argument : call.arguments)
        key += "|" + inspect(argument);
    if (auto found = cache->find(call.input, key))
        return *std::move(found);
    Value result = filter(call);
    // Lists made for one page only would never be asked for again; those of the site have other owners too.
    if (!call.context.failed() && call.input.isShared())
        cache->add(call.input, key, result);
    return result;
}

} // namespace galley::liquid
