// SPDX-License-Identifier: MIT
#include "site/authors.h"

#include "site/merge.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <algorithm>
#include <map>

namespace galley::site
{

namespace
{
using Names = std::map<std::string, std::string>; // by key

std::string nameIn(const Value& entry)
{
    return entry.isHash() ? textOf(entry.get("name")) : entry.isString() ? entry.string() : std::string();
}

void addMapping(const Hash& authors, Names& out)
{
    for (const auto& [key, value] : authors)
        out.emplace(textOf(key), nameIn(value));
}

/// The key of an entry of a list: what its site's layouts look for; else its name.
std::string keyIn(const Value& entry)
{
    for (const std::string_view key : {"short_name", "key", "id", "username", "name"}) {
        if (const Value value = entry.isHash() ? entry.get(key) : entry; value.isString())
            return value.string();
    }
    return {};
}

void addList(const Array& authors, Names& out)
{
    for (const Value& entry : authors) {
        if (std::string key = keyIn(entry); !key.empty())
            out.emplace(std::move(key), nameIn(entry));
    }
}

void addCollection(const SiteContent& content, Names& out)
{
    for (const Collection& collection : content.collections) {
        if (collection.label != "authors")
            continue;
        for (const ItemPtr& author : collection.documents) {
            const std::string shortName = textOf(author->data.get("short_name"));
            const std::string name = textOf(author->data.get("name"));
            out.emplace(shortName.empty() ? textOf(author->data.get("slug")) : shortName,
                        name.empty() ? textOf(author->data.get("title")) : name);
        }
    }
}
} // namespace

std::vector<Author> listedAuthors(const Site& site)
{
    Names names;
    for (const Value& authors : {site.config().get("authors"), site.content().data.get("authors")}) {
        if (authors.isHash())
            addMapping(authors.hash(), names);
        else if (authors.isArray())
            addList(authors.array(), names);
    }
    addCollection(site.content(), names);
    std::vector<Author> out;
    for (auto& [key, name] : names)
        out.push_back({key, std::move(name)});
    return out;
}

std::string nameOfAuthor(const std::vector<Author>& sorted, const std::string& key)
{
    const auto found =
        std::lower_bound(sorted.begin(), sorted.end(), key,
                         [](const Author& author, const std::string& wanted) { return author.key < wanted; });
    return found != sorted.end() && found->key == key && !found->name.empty() ? found->name : key;
}

} // namespace galley::site
