// SPDX-License-Identifier: MIT
// Where a site keeps the images of its posts and how its posts write them, learned from the posts there are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley
{

/// How the address of an image is written.
enum class ImageAddress {
    Plain,       ///< /images/a.png
    BaseUrl,     ///< {{ site.baseurl }}/images/a.png
    RelativeUrl, ///< {{ "/images/a.png" | relative_url }}
    BesidePost,  ///< images/a.png, for a post outside of a site
};

/// What of a post the names of folders are made from.
struct PostNames {
    std::string author; ///< `author:`
    std::string file;   ///< "2017-06-19-nv-meetup.md"
};

struct ImageHabit {
    std::string folder; ///< below the site's root, without slashes at its ends; {author}, {post}, {slug}, {year} and
                        ///< {month} stand for those of the post
    ImageAddress address = ImageAddress::Plain;
    bool operator==(const ImageHabit&) const = default;
};

/// A post whose images were looked at.
struct ImageUser {
    PostNames names;
    std::string_view text;
};

/// The habit most of the posts have, the author's own posts before others'; `fallback` where none shows an image.
ImageHabit imageHabit(const std::vector<ImageUser>& newestFirst, std::string_view author, const ImageHabit& fallback);

/// assets/images/<post>, the address as a site with such a `baseurl` needs it.
ImageHabit standardImageHabit(std::string_view baseUrl);
ImageHabit imageHabitBesidePost();

/// The folder for one post: "images/nvola". A part the post has no word for is left out.
std::string imageFolder(const ImageHabit& habit, const PostNames& post);

/// `![text]({{ site.baseurl }}/images/nvola/a.png)`; `path` is below the site's root.
std::string imageMarkdown(const ImageHabit& habit, std::string_view path, std::string_view text);
std::string imageAddress(const ImageHabit& habit, std::string_view path);

} // namespace galley
