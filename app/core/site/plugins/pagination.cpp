// SPDX-License-Identifier: MIT
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/merge.h"
#include "site/siteconfig.h"
#include "site/urls.h"

#include <cstdlib>

namespace galley::site
{

namespace
{
std::string folderOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos || slash == 0 ? "/" : path.substr(0, slash);
}

/// Whether `folder` is `inner` or above it.
bool isAtOrAbove(const std::string& folder, const std::string& inner)
{
    return folder == "/" || inner == folder || inner.rfind(folder + "/", 0) == 0;
}

/// The index.html nearest to the pages to come (Pagination#template_page); null without one.
ItemPtr templatePage(const SiteContent& content)
{
    const std::string target = folderOf(rooted(content.setting("paginate_path")));
    ItemPtr best;
    for (const ItemPtr& page : content.pages) {
        if (page->name != "index.html" || !isAtOrAbove(folderOf("/" + page->relativePath), target))
            continue;
        if (!best || page->relativePath.size() > best->relativePath.size())
            best = page;
    }
    return best;
}

struct Plan {
    std::int64_t perPage = 1;
    std::int64_t pages = 0;
    std::vector<std::size_t> posts; ///< positions, newest first
    std::string firstUrl;
    std::string pattern;

    std::string path(std::int64_t number) const
    {
        if (number <= 1)
            return firstUrl;
        std::string path = pattern;
        if (const std::size_t at = path.find(":num"); at != std::string::npos)
            path.replace(at, 4, std::to_string(number));
        return path.rfind('/', 0) == 0 ? path : "/" + path;
    }

    Value pager(std::int64_t number) const
    {
        const bool first = number == 1;
        const bool last = number == pages;
        Hash pager;
        pager.set("page", number);
        pager.set("per_page", perPage);
        pager.set("posts", Value());
        pager.set("total_posts", static_cast<std::int64_t>(posts.size()));
        pager.set("total_pages", pages);
        pager.set("previous_page", first ? Value() : Value(number - 1));
        pager.set("previous_page_path", first ? Value() : Value(path(number - 1)));
        pager.set("next_page", last ? Value() : Value(number + 1));
        pager.set("next_page_path", last ? Value() : Value(path(number + 1)));
        return pager;
    }

    void fill(Item& item, std::int64_t number) const
    {
        const auto begin = static_cast<std::size_t>((number - 1) * perPage);
        const std::size_t end = std::min(begin + static_cast<std::size_t>(perPage), posts.size());
        item.pager = pager(number);
        item.listedPosts.assign(posts.begin() + static_cast<std::ptrdiff_t>(begin),
                                posts.begin() + static_cast<std::ptrdiff_t>(end));
    }
};

std::int64_t numberOf(const Value& value)
{
    return value.isInteger() ? value.integer() : std::atoll(textOf(value).c_str());
}

Plan planOf(const SiteContent& content, const Item& page)
{
    Plan plan;
    plan.perPage = numberOf(content.config.values.get("paginate"));
    for (std::size_t i = content.posts().size(); i-- > 0;) {
        if (!content.posts()[i]->data.get("hidden").isTruthy())
            plan.posts.push_back(i);
    }
    if (plan.perPage > 0)
        plan.pages = (static_cast<std::int64_t>(plan.posts.size()) + plan.perPage - 1) / plan.perPage;
    plan.firstUrl = page.url;
    plan.pattern = content.setting("paginate_path");
    return plan;
}
/// Jekyll reads the page's file once more for each page to come, in the folder of its URL (Page#dir), where a permalink
/// may have put it and escapes stay: without a page there those to come are empty.
std::shared_ptr<Item> readAgain(const SiteContent& content, const ItemFactory& factory, const Item& page)
{
    Source source;
    source.relativePath = page.url.substr(1, page.url.rfind('/')) + page.name;
    source.path = content.root + "/" + source.relativePath;
    std::string text;
    for (const ItemPtr& each : content.pages) {
        if (each->relativePath == source.relativePath && !each->generated)
            text = each->text;
    }
    Diagnostics told; // when the site was read
    return factory.make(source, std::move(text), told);
}
} // namespace

void addPagination(SiteContent& content)
{
    if (content.config.values.get("paginate").isNil() || content.pages.empty())
        return;
    const ItemPtr page = templatePage(content);
    if (!page) {
        content.diagnostics.push_back(
            aboutSetting("paginate", content.options, Severity::Warning,
                         "Pagination is enabled, but there is no index.html to use as its template"));
        return;
    }
    const Plan plan = planOf(content, *page);
    if (plan.perPage == 0)
        content.diagnostics.push_back(aboutSetting("paginate", content.options, Severity::Error,
                                                   "'paginate' should be a number of posts for each page"));
    const ItemFactory factory(content);
    const std::shared_ptr<const Item> again = readAgain(content, factory, *page);
    if (plan.pages > 1 && again->text.empty())
        content.diagnostics.push_back(
            {page->relativePath, lineOfKey(*page, "permalink"), 0, Severity::Warning,
             "Page 2 of the list of posts and those behind it are empty: with this permalink their text "
             "is looked for in " +
                 again->relativePath});
    for (std::int64_t number = 2; number <= plan.pages; ++number) {
        auto next = std::make_shared<Item>(*again);
        plan.fill(*next, number);
        next->directory = plan.path(number);
        next->generated = true;
        factory.finish(*next, content.diagnostics);
        content.pages.push_back(std::move(next));
    }
    if (plan.pages > 0)
        changeItems(content, false, [&](Item& item) {
            const bool isTemplate = item.path == page->path && !item.generated;
            if (isTemplate)
                plan.fill(item, 1);
            return isTemplate;
        });
}

} // namespace galley::site
