// SPDX-License-Identifier: MIT
#include "liquid/includecache.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace galley::liquid
{

namespace
{
std::size_t hashOf(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}
} // namespace

std::optional<std::string> IncludeCache::find(const std::string& key, PageIncludes* page) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return std::nullopt;
    const Entry& entry = found->second;
    if (m_ordered)
        return entry.text;
    if (page ? entry.turn > page->turn : entry.pageDependent)
        return std::nullopt;
    if (page)
        page->used.emplace_back(key, hashOf(entry.text));
    return entry.text;
}

void IncludeCache::add(const std::string& key, const std::string& text, bool pageDependent, PageIncludes* page)
{
    if (!page && pageDependent && !m_ordered)
        return;
    if (page)
        page->used.emplace_back(key, hashOf(text));
    Entry entry;
    entry.text = text;
    entry.turn = page ? page->turn : std::numeric_limits<std::size_t>::max();
    entry.pageDependent = pageDependent;
    const std::lock_guard lock(m_mutex);
    const auto [place, isNew] = m_entries.try_emplace(key, entry);
    if (!isNew && !m_ordered && entry.turn < place->second.turn)
        place->second = std::move(entry);
}

bool IncludeCache::isCurrent(const PageIncludes& page) const
{
    const std::lock_guard lock(m_mutex);
    return m_ordered || std::all_of(page.used.begin(), page.used.end(), [this](const auto& use) {
               const auto found = m_entries.find(use.first);
               return found != m_entries.end() && hashOf(found->second.text) == use.second;
           });
}

} // namespace galley::liquid
