// SPDX-License-Identifier: MIT
// What a new post can be made from: the site's own templates and its earlier posts.
#pragma once

#include "base/timezone.h"
#include "site/newpost.h"

#include <filesystem>

namespace galley
{
class Site;
}

namespace galley::site
{

/// The Markdown files of the folder _templates, by name ("talk-notes.md" is "Talk Notes").
std::vector<PostTemplate> siteTemplates(const std::filesystem::path& root);

/// The site's posts, newest first. Only the newest of each author has its text: that is all templateLike() takes.
std::vector<EarlierPost> earlierPosts(const Site& site);

/// "2017-05-25-natashas-meetup.md" from the title and date of a text's front matter, the day that `now` is where it
/// names no date. Days are those of `zone`, as in the site's addresses; empty where the title has no letter.
std::string postFileName(std::string_view text, const DateTime& now, const TimeZone& zone,
                         std::string_view extension = ".md");

/// The name that the first save gives to a post planned as `planned` (a file name): by the text's title and date as
/// they are now; what the text does not say is the plan's.
std::string plannedFileName(std::string_view text, const std::string& planned, const DateTime& now,
                            const TimeZone& zone);

} // namespace galley::site
