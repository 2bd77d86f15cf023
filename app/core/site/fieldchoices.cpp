// SPDX-License-Identifier: MIT
#include "site/fieldchoices.h"

#include "base/limits.h"
#include "base/timezone.h"
#include "site/authors.h"
#include "site/dates.h"
#include "site/itemfactory.h"
#include "site/merge.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <algorithm>
#include <map>
#include <set>

namespace galley
{

namespace
{

using Option = FieldChoices::Option;

/// Keys that Jekyll sets by itself, or that have a field of their own.
const std::set<std::string, std::less<>> ownKeys{"layout", "title", "date", "author", "tags",   "categories",
                                                 "slug",   "draft", "ext",  "url",    "excerpt"};

std::vector<Option> layoutsOf(const Site& site)
{
    std::vector<Option> out;
    for (const auto& [name, layout] : site.content().layouts)
        out.push_back({name, {}});
    return out;
}

/// Those that the site lists, and those that its posts name.
std::vector<Option> authorsOf(const Site& site)
{
    std::map<std::string, std::string> names;
    for (const site::Author& author : site::listedAuthors(site))
        names.emplace(author.key, author.name);
    for (const site::ItemPtr& post : site.content().posts()) {
        if (const Value author = post->data.get("author"); author.isString())
            names.emplace(author.string(), "");
    }
    std::vector<Option> out;
    for (const auto& [value, name] : names)
        out.push_back({value, name});
    return out;
}

std::vector<std::string> inUse(const Site& site, std::string_view key)
{
    std::map<std::string, int> counts;
    for (const site::ItemPtr& post : site.content().posts()) {
        for (const Value& value : site::listOf(post->data.get(key)))
            ++counts[site::textOf(value)];
    }
    std::vector<std::string> out;
    for (const auto& [text, count] : counts) {
        if (!text.empty())
            out.push_back(text);
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
    return out;
}

struct KeyUse {
    int posts = 0;
    FieldKind kind = FieldKind::Text;
    std::map<std::string, int> values;
};

std::vector<FieldChoices::Key> keysOf(const Site& site)
{
    std::map<std::string, KeyUse> uses;
    for (const site::ItemPtr& post : site.content().posts()) {
        const Hash inherited = site.content().defaults.all(post->relativePath, post->collection);
        for (const auto& [key, value] : post->data) {
            if (!key.isString() || ownKeys.count(key.string()) > 0 || inherited.get(key.string()) == value)
                continue;
            KeyUse& use = uses[key.string()];
            ++use.posts;
            use.kind = fieldKind(key.string(), &value);
            if (value.isString() && use.values.size() < limits::offeredValues)
                ++use.values[value.string()];
        }
    }
    std::vector<FieldChoices::Key> out;
    for (const auto& [name, use] : uses) {
        FieldChoices::Key key{name, use.kind, {}};
        for (const auto& [value, count] : use.values)
            key.values.push_back({value, {}});
        out.push_back(std::move(key));
    }
    std::stable_sort(out.begin(), out.end(), [&](const FieldChoices::Key& a, const FieldChoices::Key& b) {
        return uses[a.name].posts > uses[b.name].posts;
    });
    return out;
}

} // namespace

FieldChoices fieldChoices(const Site& site, const std::filesystem::path& path)
{
    FieldChoices choices;
    choices.layouts = layoutsOf(site);
    choices.authors = authorsOf(site);
    choices.tags = inUse(site, "tags");
    choices.categories = inUse(site, "categories");
    choices.siblingKeys = keysOf(site);
    const site::Source source = site::sourceAt(path, site.content());
    choices.inherited =
        site.content().defaults.all(source.relativePath, source.collection.empty() ? "pages" : source.collection);
    choices.timeZone = timeZoneName(site.content());
    return choices;
}

} // namespace galley
