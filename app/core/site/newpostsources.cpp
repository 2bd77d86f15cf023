// SPDX-License-Identifier: MIT
#include "site/newpostsources.h"

#include "base/files.h"
#include "base/limits.h"
#include "post/fieldkind.h"
#include "post/postdocument.h"
#include "site/dates.h"
#include "site/documentdata.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/urls.h"

#include <algorithm>
#include <set>

namespace galley::site
{
namespace
{
bool isMarkdown(const std::filesystem::path& file)
{
    const std::string extension = file.extension().string();
    return extension == ".md" || extension == ".markdown";
}

std::vector<std::filesystem::path> templateFiles(const std::filesystem::path& root)
{
    std::vector<std::filesystem::path> files;
    std::error_code code;
    for (std::filesystem::directory_iterator entry(root / "_templates", code), end;
         !code && entry != end && files.size() < limits::postTemplates; entry.increment(code)) {
        if (isMarkdown(entry->path()) && isInside(entry->path(), root))
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}
} // namespace

std::vector<PostTemplate> siteTemplates(const std::filesystem::path& root)
{
    std::vector<PostTemplate> out;
    for (const std::filesystem::path& file : templateFiles(root)) {
        Expected<std::string> text = readFile(file);
        if (text && text->size() <= limits::postTemplateBytes)
            out.push_back({titleOfSlug(file.stem().string()), std::move(*text)});
    }
    return out;
}

std::vector<EarlierPost> earlierPosts(const Site& site)
{
    const std::vector<ItemPtr>& posts = site.content().posts();
    std::vector<EarlierPost> out;
    std::set<std::string> seen;
    for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
        const Item& item = **post;
        const Value author = item.data.get("author");
        const std::string name = author.isString() ? author.string() : std::string();
        const bool isNewest = seen.insert(name).second;
        out.push_back({item.relativePath, name, isNewest ? item.text : std::string()});
    }
    return out;
}

std::string postFileName(std::string_view text, const DateTime& today, std::string_view extension)
{
    const Hash values = PostDocument::parse(text).values;
    NewPost post;
    post.title = fieldText(values.get("title"));
    const Value date = values.get("date");
    const TimeZone zone = TimeZone();
    post.date = date.isDateTime() ? date.dateTime() : dateOf(date, zone, today).value_or(today);
    const Expected<std::string> path = postPath(post, PostHabit{{}, std::string(extension)});
    return path ? path->substr(1) : std::string(); // without the slash behind the empty folder
}

std::string plannedFileName(std::string_view text, const std::string& planned, const DateTime& today)
{
    const std::string day = fileNameOf("_posts/" + planned).date;
    const DateTime date = day.empty() ? today : dateOf(Value(day), TimeZone(), today).value_or(today);
    const std::string name = postFileName(text, date, extensionOf(planned));
    return name.empty() ? planned : name;
}

} // namespace galley::site
