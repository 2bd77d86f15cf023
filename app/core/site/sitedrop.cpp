// SPDX-License-Identifier: MIT
#include "site/sitedrop.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace
{
constexpr std::array<std::string_view, 12> methods{// in the order of `jekyll build`
                                                   "html_pages",    "time",        "documents", "config",
                                                   "related_posts", "data",        "pages",     "categories",
                                                   "static_files",  "collections", "posts",     "tags"};
} // namespace

Value SiteDrop::collectionNamed(std::string_view key, bool& found) const
{
    const std::vector<Collection>& collections = m_model.content().collections;
    for (std::size_t i = 1; i < collections.size(); ++i) {
        found = collections[i].label == key;
        if (found)
            return m_model.collection(i, m_seen);
    }
    return {};
}

Value SiteDrop::get(std::string_view key) const
{
    bool found = false;
    const Value documents = collectionNamed(key, found);
    if (found)
        return documents;
    if (key == "posts")
        return m_model.posts(m_seen);
    if (key == "time")
        return m_model.content().now;
    if (key == "data")
        return m_model.content().data;
    if (key == "pages")
        return m_model.pagesSeenBy(m_current);
    if (key == "html_pages")
        return m_model.htmlPages();
    if (key == "static_files")
        return m_model.staticFiles();
    if (key == "categories")
        return m_model.categories(m_seen);
    if (key == "tags")
        return m_model.tags(m_seen);
    if (key == "documents")
        return m_model.documents(m_seen);
    if (key == "collections")
        return m_model.collections(m_seen);
    if (key == "related_posts")
        return m_current && m_current->isDocument() ? m_model.relatedPosts(*m_current, m_seen) : Value();
    return key == "config" ? Value() : m_model.content().config.values.get(key);
}

bool SiteDrop::contains(std::string_view key) const
{
    return std::find(methods.begin(), methods.end(), key) != methods.end() || m_model.content().collection(key) ||
           m_model.content().config.values.contains(key);
}

std::vector<std::string> SiteDrop::keys() const
{
    std::vector<std::string> names(methods.begin(), methods.end());
    for (const auto& [key, ignored] : m_model.content().config.values) {
        if (key.isString() && std::find(methods.begin(), methods.end(), key.string()) == methods.end())
            names.push_back(key.string());
    }
    return names;
}

} // namespace galley::site
