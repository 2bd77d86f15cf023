// SPDX-License-Identifier: MIT
#include "check/droppedposts.h"

#include "base/files.h"
#include "base/textcodec.h"
#include "base/unicode.h"
#include "post/strayfrontmatter.h"
#include "site/documentdata.h"
#include "site/folderfiles.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <algorithm>
#include <array>

namespace galley::check
{

namespace fs = std::filesystem;

namespace
{
bool isText(const fs::path& path)
{
    constexpr std::array<std::string_view, 8> endings{".md",   ".markdown", ".mkd", ".mkdown",
                                                      ".mkdn", ".html",     ".txt", ".textile"};
    return std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

/// What people keep beside their posts on purpose.
bool isMeant(const fs::path& path)
{
    const std::string name = unicode::toLower(path.stem().string());
    return name.starts_with("_") || name == "readme" || name.starts_with("draft") || name.ends_with("draft") ||
           name.starts_with("template") || name.ends_with("template") || name == "index";
}
} // namespace

Findings droppedPosts(const Site& site)
{
    Findings findings;
    for (const fs::path& path : site::filesOfFolders(site, "_posts")) {
        const std::string relative = path.lexically_relative(site.root()).generic_string();
        if (isText(path) && !isMeant(path) && !site.itemAt(path) && site::fileNameOf(relative).date.empty())
            findings.push_back(
                {{relative, 1, 0, Severity::Error,
                  "Jekyll leaves this post out: its name must begin with the date, as in 2020-01-31-title.md"},
                 "file-name"});
    }
    return findings;
}

Findings unreadPages(const Site& site)
{
    Findings findings;
    for (const site::StaticFile& file : site.content().staticFiles) {
        if (!isText(file.path))
            continue;
        const Expected<std::string> bytes = readFile(file.path);
        const std::string text = bytes ? fromFileBytes(*bytes).text : std::string();
        const std::optional<StrayFrontMatter> stray = findStrayFrontMatter(text);
        if (!stray)
            continue;
        const std::string relative = file.relativePath.substr(file.relativePath.starts_with('/') ? 1 : 0);
        Finding finding{{relative, stray->line, 0, Severity::Warning, stray->why}, "front-matter"};
        if (stray->mend)
            finding.fix = Fix{stray->help, *stray->mend};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace galley::check
