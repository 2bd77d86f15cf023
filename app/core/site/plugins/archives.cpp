// SPDX-License-Identifier: MIT
// jekyll-archives: a page for each tag, category, year, month and day that posts have.
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/merge.h"
#include "site/urls.h"

#include <algorithm>
#include <functional>

namespace galley::site
{

namespace
{
using Positions = std::vector<std::size_t>;

/// Groups in the order they are first met; the posts of each are sorted newest first in the end.
struct Groups {
    std::vector<std::pair<Value, Positions>> list;

    void add(const Value& name, std::size_t position)
    {
        auto it = std::find_if(list.begin(), list.end(), [&](const auto& group) { return group.first == name; });
        if (it == list.end())
            it = list.insert(list.end(), {name, {}});
        it->second.push_back(position);
    }

    void sort()
    {
        for (auto& group : list)
            std::sort(group.second.rbegin(), group.second.rend());
    }
};

class Archives
{
public:
    explicit Archives(SiteContent& content) : m_content(content), m_config(content.config.values.get("jekyll-archives"))
    {
    }

    void make()
    {
        named("tags", "tag", "/tag/:name/");
        named("categories", "category", "/category/:name/");
        for (const auto& [year, posts] : byDate("%Y", all()).list)
            makeYear(year, posts);
    }

private:
    bool enabled(std::string_view kind) const
    {
        const Value wanted = m_config.get("enabled");
        if (wanted == Value(true) || wanted == Value("all"))
            return true;
        const Array list = wanted.isArray() ? wanted.array() : Array();
        return std::find(list.begin(), list.end(), Value(kind)) != list.end();
    }

    Positions all() const
    {
        Positions positions;
        for (std::size_t i = 0; i < m_content.posts().size(); ++i)
            positions.push_back(i);
        return positions;
    }

    /// Of all posts the years come oldest first; of a year's posts, which are sorted, the newest month does.
    Groups byDate(const char* format, const Positions& positions) const
    {
        Groups groups;
        for (const std::size_t position : positions)
            groups.add(strftime(m_content.posts()[position]->date, format), position);
        groups.sort();
        return groups;
    }

    void named(const char* attribute, const char* kind, const char* pattern)
    {
        if (!enabled(attribute))
            return;
        Groups groups;
        for (const std::size_t position : all()) {
            for (const Value& name : listOf(m_content.posts()[position]->data.get(attribute)))
                groups.add(name, position);
        }
        groups.sort();
        for (const auto& [name, posts] : groups.list)
            add(kind, pattern, {{":name", slug(textOf(name))}, {":type", kind}}, name, Value(), posts);
    }

    void makeYear(const Value& year, const Positions& posts)
    {
        const std::string y = year.string();
        if (enabled("year"))
            add("year", "/:year/", {{":year", y}, {":type", "year"}}, Value(), dateOf(y, "1", "1"), posts);
        for (const auto& [month, ofMonth] : byDate("%m", posts).list) {
            const std::string m = month.string();
            if (enabled("month"))
                add("month", "/:year/:month/", {{":year", y}, {":month", m}, {":type", "month"}}, Value(),
                    dateOf(y, m, "1"), ofMonth);
            if (!enabled("day"))
                continue;
            for (const auto& [day, ofDay] : byDate("%d", ofMonth).list)
                add("day", "/:year/:month/:day/",
                    {{":year", y}, {":month", m}, {":day", day.string()}, {":type", "day"}}, Value(),
                    dateOf(y, m, day.string()), ofDay);
        }
    }

    static Value dateOf(const std::string& year, const std::string& month, const std::string& day)
    {
        return makeDate(std::stoll(year), std::stoi(month), std::stoi(day));
    }

    using Placeholders = std::vector<std::pair<std::string, std::string>>;

    void add(const char* kind, const char* pattern, const Placeholders& placeholders, const Value& title,
             const Value& date, const Positions& posts)
    {
        const Value own = m_config.get("permalinks").get(kind);
        std::string url = own.isString() ? own.string() : pattern;
        for (const auto& [key, value] : placeholders) {
            for (std::size_t at = url.find(key); at != std::string::npos; at = url.find(key, at + value.size()))
                url.replace(at, key.size(), escapePath(value));
        }
        url = sanitizedUrl(url);
        std::string path = unescapePath(url).substr(1);
        if (url.back() == '/')
            path += "index.html";
        const Value layouts = m_config.get("layouts").get(kind);
        const Value layout = m_config.get("layout");
        Hash data;
        data.set("layout", layouts.isTruthy() ? layouts : layout.isTruthy() ? layout : Value("archive"));
        data.set("type", kind);
        data.set("title", title);
        data.set("date", date);
        const auto page = addPage(m_content, path, "", data);
        page->url = url;
        page->isArchive = true;
        page->name = stemOf(page->name);
        page->listedPosts = posts;
    }

    SiteContent& m_content;
    Value m_config;
};
} // namespace

void addArchives(SiteContent& content)
{
    Archives(content).make();
}

} // namespace galley::site
