// SPDX-License-Identifier: MIT
// The authors that a site lists, wherever sites keep them.
#pragma once

#include <string>
#include <vector>

namespace galley
{
class Site;
}

namespace galley::site
{

struct Author {
    std::string key;  ///< what a post's `author:` says
    std::string name; ///< empty where the site gives none
    bool operator==(const Author&) const = default;
};

/// `authors:` of the configuration, _data/authors (mappings of key to name or data, or lists of entries with
/// short_name, key, id or username), and a collection `authors`, as in Jekyll's tutorial. Sorted by key, each key once:
/// the first place that has it gives the name. Empty when the site keeps no list.
std::vector<Author> listedAuthors(const Site& site);

/// The name for a key; the key itself where the list has none.
std::string nameOfAuthor(const std::vector<Author>& sorted, const std::string& key);

} // namespace galley::site
