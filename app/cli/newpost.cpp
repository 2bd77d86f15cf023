// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/machine.h"
#include "cli/report.h"
#include "cli/sitearguments.h"

#include "base/fileerror.h"
#include "base/timezone.h"
#include "base/unicode.h"
#include "post/frontmatteredit.h"
#include "site/newpostsources.h"
#include "site/site.h"
#include "site/urls.h"

#include <cerrno>
#include <cstdio>

namespace galley::cli
{

namespace fs = std::filesystem;

namespace
{
/// What a new post begins with; its values are filled in as the window does it.
site::PostTemplate patternOf(const std::string& layout)
{
    const std::string text = "---\nlayout:\nauthor:\ntitle:\n---\n\n";
    const Expected<TextEdit> edit = frontmatter::setValue(text, {std::string("layout")}, layout);
    return {"new", edit ? applied(text, *edit) : text};
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

/// The day that names the file: that of --date, else today.
Expected<DateTime> dayOf(const Arguments& arguments)
{
    if (!arguments.has("date"))
        return localNow();
    int year = 0, month = 0, day = 0, used = 0;
    const std::string given = arguments.value("date");
    if (std::sscanf(given.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 &&
        given.size() == 10 && isValidDate(year, month, day))
        return TimeZone().local({year, month, day, 0, 0, 0, 0});
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
    const auto day = dayOf(arguments);
    if (!day)
        return wrong(day.error().message);
    site::NewPost post;
    post.title = arguments.value("title");
    post.author = arguments.value("author");
    post.date = *day;
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
    const auto earlier = site::earlierPosts(*Site::read(*options));
    const auto path = site::postPath(post, site::habitOf(earlier, post.author));
    const auto text = site::postText(post, patternOf(arguments.value("layout", "post")));
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
