// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/machine.h"
#include "cli/report.h"

#include "site/urls.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace galley::cli
{

namespace fs = std::filesystem;

namespace
{
/// A YAML double-quoted scalar (YAML 1.2, 7.3.1): always safe, whatever the title holds.
std::string yamlQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out + '"';
}

std::string frontMatter(const Arguments& arguments)
{
    std::string out = "---\nlayout: " + yamlQuoted(arguments.value("layout", "post")) + '\n';
    if (arguments.has("author"))
        out += "author: " + yamlQuoted(arguments.value("author")) + '\n';
    return out + "title: " + yamlQuoted(arguments.value("title")) + "\n---\n\n";
}

bool isFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_directory(path, code);
}

bool hasFolders(const fs::path& folder)
{
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        if (isFolder(entry->path()))
            return true;
    }
    return false;
}

/// _posts, or the author's folder in it on a site that sorts its posts by author.
fs::path folderFor(const fs::path& site, const std::string& author)
{
    const fs::path posts = site / "_posts";
    const std::string name = site::slug(author, site::SlugMode::Default, true);
    return !name.empty() && hasFolders(posts) ? posts / name : posts;
}

/// Makes the file; one that is there already is never touched.
Expected<void> create(const fs::path& path, const std::string& text)
{
    std::error_code code;
    fs::create_directories(path.parent_path(), code);
    std::FILE* const file = std::fopen(path.c_str(), "wxb");
    if (!file)
        return tl::unexpected(Error{"Can't make " + path.string() + ": " + std::strerror(errno), path.string(), 0});
    const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (std::fclose(file) == 0 && whole)
        return {};
    return tl::unexpected(Error{"Can't write all of " + path.string(), path.string(), 0});
}

Expected<std::string> dayOf(const Arguments& arguments)
{
    if (!arguments.has("date"))
        return strftime(localNow(), "%Y-%m-%d");
    int year = 0, month = 0, day = 0, used = 0;
    const std::string given = arguments.value("date");
    if (std::sscanf(given.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 &&
        given.size() == 10 && isValidDate(year, month, day))
        return given;
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
    const std::string slug = site::slug(arguments.value("title"));
    if (slug.empty())
        return wrong("--title is wanted, with a letter or a digit in it");
    const auto day = dayOf(arguments);
    if (!day)
        return wrong(day.error().message);
    const fs::path site = arguments.operand;
    if (!isFolder(site)) {
        report(Error{"There is no folder " + site.string(), site.string(), 0});
        return failed;
    }
    const fs::path path = folderFor(site, arguments.value("author")) / (*day + '-' + slug + ".md");
    if (const auto made = create(path, frontMatter(arguments)); !made) {
        report(made.error());
        return failed;
    }
    std::puts(path.c_str());
    return done;
}

} // namespace galley::cli
