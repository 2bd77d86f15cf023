// SPDX-License-Identifier: MIT
// What {% include_cached %} printed, kept for the life of a site: the first page that asks makes it, all others print
// it.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace galley::liquid
{

/// One page's place in the order of rendering, and what it printed from the cache. Jekyll renders page after page, and
/// an include that reads the page shows the first page's result on all; with several threads the first may come late.
struct PageIncludes {
    std::size_t turn = 0;
    std::vector<std::pair<std::string, std::size_t>> used; ///< key, hash of the text
};

/// Used by several threads.
class IncludeCache
{
public:
    /// What a page may print. Without a page (its turn is not known) that is only what depends on no page.
    std::optional<std::string> find(const std::string& key, PageIncludes* page) const;
    /// Keeps the text, unless an earlier page's is there.
    void add(const std::string& key, const std::string& text, bool pageDependent, PageIncludes* page);
    /// From now on texts are rendered one after another, those of excerpts and contents in lists too: each may print
    /// all that is there, as in Jekyll. Say so before the first.
    void expectOrder() { m_ordered = true; }
    /// Whether what the page printed is still what the cache holds.
    bool isCurrent(const PageIncludes& page) const;

private:
    struct Entry {
        std::string text;
        std::size_t turn = 0;
        bool pageDependent = false;
    };
    bool m_ordered = false;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace galley::liquid
