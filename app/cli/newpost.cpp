// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/sitearguments.h"
#include "machine/machine.h"

#include "base/fileerror.h"
#include "base/oneline.h"
#include "base/timezone.h"
#include "base/unicode.h"
#include "post/frontmatteredit.h"
#include "site/newpostsources.h"
#include "site/postpattern.h"
#include "site/site.h"
#include "site/urls.h"

#include <cerrno>
#include <cstdio>

namespace galley::cli
{

namespace fs = std::filesystem;

namespace
{
/// What a new post begins with: what this site's posts have in common, in their layout unless another is wanted.
site::PostTemplate patternOf(const Site& site, const std::vector<site::EarlierPost>& earlier,
                             const Arguments& arguments)
{
    site::PostTemplate pattern = site::plainTemplate(site, earlier, arguments.value("author"));
    if (!arguments.has("layout"))
        return pattern;
    const auto edit = frontmatter::put(pattern.text, "layout", Value(oneLine(arguments.value("layout"))));
    if (edit)
        pattern.text = applied(pattern.text, *edit);
    return pattern;
}

/// Makes the file; one that is there already is never touched.
Expected<void> create(const fs::path& path, const std::string& text)
{
    std::error_code code;
    fs::create_directories(path.parent_path(), code);
    std::FILE* const file = std::fopen(path.c_str(), "wxb");
    if (!file)
        return tl::unexpected(fileError("write", path, errno));
    const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    const int reason = errno;
    if (std::fclose(file) == 0 && whole)
        return {};
    return tl::unexpected(fileError("write", path, whole ? errno : reason));
}

/// The day that names the file: that of --date, else the one it is now where the site is.
Expected<DateTime> dayOf(const Arguments& arguments, const TimeZone& zone, const DateTime& now)
{
    if (!arguments.has("date"))
        return zone.at(now.seconds);
    int year = 0, month = 0, day = 0, used = 0;
    const std::string given = arguments.value("date");
    if (std::sscanf(given.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 &&
        given.size() == 10 && isValidDate(year, month, day))
        return zone.local({year, month, day, 0, 0, 0, 0});
    return tl::unexpected(Error{"--date wants a day like 2024-05-01, not " + given, {}, 0});
}

int wrong(const std::string& message)
{
    report(Error{message, {}, 0});
    return badUsage;
}
} // namespace

int newPost(const Arguments& arguments)
{
    site::NewPost post;
    post.title = arguments.value("title");
    post.author = oneLine(arguments.value("author"));
    for (const std::string_view name : {"title", "author", "layout"}) {
        if (unicode::firstInvalid(arguments.value(name)) != std::string_view::npos)
            return wrong("--" + std::string(name) + " is not valid UTF-8");
    }
    if (site::slug(post.title).empty())
        return wrong("--title is wanted, with a letter or a digit in it");
    const fs::path root = fs::absolute(arguments.operand).lexically_normal();
    if (!isFolder(arguments.operand))
        return failed;
    const auto options = siteOptions(arguments, root);
    if (!options)
        return wrong(options.error().message);
    const std::shared_ptr<const Site> site = Site::read(*options);
    const auto day = dayOf(arguments, site->timeZone(), options->now);
    if (!day)
        return wrong(day.error().message);
    post.date = *day;
    const auto earlier = site::earlierPosts(*site);
    const auto path = site::postPath(post, site::habitOf(earlier, post.author));
    const auto text = site::postText(post, patternOf(*site, earlier, arguments));
    if (!path || !text) {
        report(path ? text.error() : path.error());
        return failed;
    }
    const fs::path file = fs::path(arguments.operand) / *path;
    if (const auto made = create(file, *text); !made) {
        report(made.error());
        return failed;
    }
    std::puts(file.c_str());
    return done;
}

} // namespace galley::cli
