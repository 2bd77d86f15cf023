// SPDX-License-Identifier: MIT
// A new post: its path as Jekyll wants it, and its text from a template or from an earlier post.
#pragma once

#include "base/datetime.h"
#include "base/expected.h"
#include "base/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::site
{

/// What the person filled in, each part one line. Empty parts are left out of the front matter.
struct NewPost {
    std::string title;
    std::string author; ///< the key that `author:` takes
    DateTime date;      ///< its civil day names the file
    std::string event;
    std::string group;
    std::string place;
    std::string speaker;
    std::string talk;
    std::string link;
};

struct PostTemplate {
    std::string name; ///< what the person chooses by
    std::string text; ///< a whole post; %{event} and the like stand for what is filled in
};

/// An earlier post of the site.
struct EarlierPost {
    std::string path;   ///< relative to the site's root, with /
    std::string author; ///< its `author:`; may be empty
    std::string text;
};

/// "Meetup write-up", "Talk notes", "Plain post".
std::vector<PostTemplate> builtInTemplates();

/// The front matter of an earlier post with what belongs to that one post emptied: keys, order, quotes and
/// comments stay, and so do layout, author, tags, categories and switches.
PostTemplate templateLike(const EarlierPost& earlier);

/// Where the author's posts stand: folder and extension of the newest. An author without posts gets a folder
/// by the rule of the others ("_posts/sam" → "_posts/nvola"); "_posts" and ".md" where there is no post at
/// all.
struct PostHabit {
    std::string folder = "_posts"; ///< {year} and {month} stand for those of the new post where folders are named so
    std::string extension = ".md";
};
PostHabit habitOf(const std::vector<EarlierPost>& newestFirst, std::string_view author);

/// Jekyll's slug of a title in one spelling of its letters (NFKC), which relative_url leaves as it is.
std::string slugOfTitle(std::string_view title);

/// Whether the pattern asks for a part: a key of its front matter or a %{part} in its body.
bool asksFor(const PostTemplate& pattern, std::string_view part);

/// Windows can hold a file of this name too.
bool isPortableName(std::string_view name);

/// "_posts/nvola/2017-05-25-natashas-meetup.md", the slug as Jekyll makes it. Never longer than a file name
/// may be. An error when the title has no letter or digit, or Windows could not hold the name.
Expected<std::string> postPath(const NewPost& post, const PostHabit& habit);

/// The text of the new post. A key of the front matter that names a part gets its value, quoted as the
/// template quotes; a part without value takes its key away.
Expected<std::string> postText(const NewPost& post, const PostTemplate& pattern);

} // namespace galley::site
