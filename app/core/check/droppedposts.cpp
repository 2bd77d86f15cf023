// SPDX-License-Identifier: MIT
#include "check/droppedposts.h"

#include "base/unicode.h"
#include "site/documentdata.h"
#include "site/folderfiles.h"
#include "site/site.h"

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

} // namespace galley::check
