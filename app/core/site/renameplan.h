// SPDX-License-Identifier: MIT
// Another name for a post, thought through: the file, its picture folder, the links of other posts. Nothing is touched
// here.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace galley
{

class Site;

namespace site
{

struct PlannedMove {
    std::filesystem::path from;
    std::filesystem::path to;
};

struct PlannedText {
    std::filesystem::path file;
    std::string before; ///< core text as it was read
    std::string after;
    int places = 0; ///< how many links change
};

struct RenamePlan {
    PlannedMove post;
    std::vector<PlannedMove> folders; ///< picture folders named as the post
    PlannedText own;                  ///< the post's own links to its pictures; no places: nothing changes
    std::vector<PlannedText> others;  ///< other posts and pages, layouts, includes and data
    std::string oldUrl;
    std::string newUrl;
};

/// Where the post would lie if its name said what its front matter says: its folder, the day of `date:`, the slug of
/// `title:`. Relative to the root; empty when nothing follows from them (no post of the site, no title).
std::string fittingPath(const Site& site, const std::filesystem::path& post, std::string_view text);

/// `newPath` is relative to the site's root. An error when something lies there already or it leaves the site.
Expected<RenamePlan> planRename(const Site& site, const std::filesystem::path& post, std::string_view text,
                                const std::string& newPath);

} // namespace site
} // namespace galley
