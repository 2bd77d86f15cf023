// SPDX-License-Identifier: MIT
// Results of filters over long lists, kept for the life of a site: a layout that selects from site.posts on each of
// 5,000 pages would otherwise take quadratic time.
#pragma once

#include "base/value.h"
#include "liquid/registry.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace galley::liquid
{

/// Keyed by the list itself, not its content. Used by several threads.
class FilterCache
{
public:
    /// Names a list of the site that outlives pages: only for these, and for results over them, results are kept.
    void keep(const Value& list);
    /// The same for every long list inside a value: data files, groups.
    void keepWithin(const Value& value);
    bool knows(const Value& list) const;

    std::optional<Value> find(const Value& list, const std::string& key) const;
    void add(const Value& list, const std::string& key, Value result);

private:
    void keepUnlocked(const Value& value, int depth);

    mutable std::mutex m_mutex;
    std::unordered_map<const void*, Value> m_lists;
    std::map<std::pair<const void*, std::string>, Value> m_results;
    std::size_t m_kept = 0; ///< values in the results
};

/// Whether results over the call's input are kept: a long list of the site.
bool isKept(const FilterCall& call);

/// The filter's result, from the environment's cache when it has one and the list is long. A result for which the
/// page's variables were read is not kept.
Value cached(const FilterCall& call, std::string_view name, FilterFunction filter);

} // namespace galley::liquid
