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

// `author: sam`, or the first of `authors: [sam, kim]`.
static std::string authorOf(const Hash& data)
{
    const Value author = data.get("author");
    if (author.isString())
        return author.string();
    const Value several = data.get("authors");
    const Value first = several.isArray() && !several.array().empty() ? several.array().front() : several;
    return first.isString() ? first.string() : std::string();
}

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
        const std::string name = authorOf(item.data);
        const bool isNewest = seen.insert(name).second;
        out.push_back({item.relativePath, name, isNewest ? item.text : std::string()});
    }
    return out;
}

std::string postFileName(std::string_view text, const DateTime& now, const TimeZone& zone, std::string_view extension)
{
    const Hash values = PostDocument::parse(text).values;
    NewPost post;
    post.title = fieldText(values.get("title"));
    const Value date = values.get("date");
    const DateTime today = zone.at(now.seconds);
    post.date = dateOf(date, zone, today).value_or(today);
    const Expected<std::string> path = postPath(post, PostHabit{{}, std::string(extension)});
    return path ? path->substr(1) : std::string(); // without the slash behind the empty folder
}

std::string plannedFileName(std::string_view text, const std::string& planned, const DateTime& now,
                            const TimeZone& zone)
{
    const std::string day = fileNameOf("_posts/" + planned).date;
    const DateTime date = day.empty() ? now : dateOf(Value(day), zone, now).value_or(now);
    const std::string name = postFileName(text, date, zone, extensionOf(planned));
    return name.empty() ? planned : name;
}

} // namespace galley::site
