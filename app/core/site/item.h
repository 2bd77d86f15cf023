// SPDX-License-Identifier: MIT
// Item: one thing of a site that becomes a page: a post, a draft, a document of a collection or a page.
#pragma once

#include "base/datetime.h"
#include "base/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

enum class ItemKind { Page, Post, Draft, Document };

/// What makes the body into the page's content (Jekyll's converters).
enum class Conversion { None, Markdown, Scss, Sass };

struct Item {
    ItemKind kind = ItemKind::Page;
    std::string path;         ///< absolute; where a generated page would lie
    std::string relativePath; ///< Jekyll's relative_path: "_posts/2017-06-19-a.md", "about.md"
    std::string collection;   ///< label ("posts"); empty for pages
    std::string directory;    ///< pages: "/folder" or "" for the root
    std::string name;         ///< "2017-06-19-a.md"
    std::string extension;    ///< ".md"
    Hash data;          ///< front matter; documents: merged with defaults, with title, slug, date, categories, tags
    DateTime date;      ///< documents only
    bool dated = false; ///< the date is one of its own, not the time of the build
    std::string text;   ///< the whole file, UTF-8
    std::size_t bodyOffset = 0; ///< bytes; where the front matter ends
    int bodyLine = 0;           ///< 0-based line of the file the body begins on
    std::string excerpt;        ///< source of the generated excerpt; see hasExcerpt
    bool hasExcerpt = false;    ///< an excerpt was cut from the body
    Conversion conversion = Conversion::None;
    std::string outputExtension; ///< ".html", ".css", …
    std::string url;             ///< "/2017/06/19/a.html", percent-encoded
    /// Positions in the site's posts of those this page lists: a page of pagination, an archive.
    std::vector<std::size_t> listedPosts;
    bool isArchive = false; ///< the listed posts are page.posts, not paginator.posts
    Value pager;            ///< `paginator`; nil without pagination
    Value layout;           ///< data["layout"] or that of the defaults
    bool generated = false; ///< made by a plugin, not read from a file
    bool written = true;    ///< false: a collection without `output`

    bool isDocument() const { return kind != ItemKind::Page; }
    std::string_view body() const { return std::string_view(text).substr(bodyOffset); }
    /// Where it is written, below the destination: "2017/06/19/a.html".
    std::string destination() const;
};

/// Document#<=>: by date, then by path. One without a date of its own compares by path alone, so that the order may
/// contradict itself.
int documentOrder(const Item& a, const Item& b);

using ItemPtr = std::shared_ptr<const Item>;

/// The 1-based line of its front matter's key; 1 when that does not set it.
int lineOfKey(const Item& item, const std::string& key);

} // namespace galley::site
