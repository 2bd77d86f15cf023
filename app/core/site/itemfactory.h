// SPDX-License-Identifier: MIT
// Makes posts, documents and pages of files' texts, by the rules of Jekyll::Document and Jekyll::Page.
#pragma once

#include "base/diagnostic.h"
#include "post/postdocument.h"
#include "site/filetime.h"
#include "site/item.h"
#include "site/sitecontent.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

/// Where a text comes from.
struct Source {
    ItemKind kind = ItemKind::Page;
    std::string path;            ///< absolute
    std::string relativePath;    ///< as Jekyll's relative_path
    std::string collection = {}; ///< label
    FileTime modified = {};      ///< the date of a draft that has none
};

/// Re-entrant: reads the content's config, defaults and zone only, so threads can share it.
class ItemFactory
{
public:
    explicit ItemFactory(const SiteContent& content);

    /// Jekyll stops at a date that is none; a text that is being written is shown, as of now.
    enum class BadDate { Refuse, UseNow };

    /// Null, with an error, for a refused date.
    std::shared_ptr<Item> make(const Source& source, std::string text, Diagnostics& diagnostics,
                               BadDate badDate = BadDate::Refuse) const;

    /// A page whose front matter was made by a plugin.
    std::shared_ptr<Item> page(const Source& source, std::string text, const Hash& data) const;

    /// Sets conversion, output extension, layout and URL anew after `data` was changed.
    void finish(Item& item, Diagnostics& diagnostics) const;

    /// Makes the excerpt anew of a changed body, even where the front matter had one of its own.
    void renewExcerpt(Item& item) const;
    /// Whether a separator, the item's or the site's, sets an excerpt off.
    bool separatesExcerpt(const Item& item) const { return !separatorOf(item).empty(); }

    /// published: false or a date to come, without the options that publish them.
    bool isPublished(const Item& item) const;

    /// By the extension: Markdown, Sass or nothing.
    Conversion convertsFrom(std::string_view name) const;

private:
    bool readDocument(Item& item, const Hash& frontMatter, const Source& source, Diagnostics& diagnostics) const;
    bool setDate(Item& item, std::string_view fileDate, const Source& source, Diagnostics& diagnostics) const;
    void setExcerpt(Item& item, Diagnostics& diagnostics) const;
    std::string separatorOf(const Item& item) const;
    std::string outputExtensionOf(const Item& item, const Value& permalink) const;

    const SiteContent& m_content;
    std::vector<std::string> m_markdownExtensions; ///< ".md" …, lower case
    std::string m_timeZone;
    std::string m_excerptSeparator;
};

/// What a file at this path is to the site: a page, a post, a draft or a document. Paths elsewhere are posts.
Source sourceAt(const std::filesystem::path& path, const SiteContent& content);

} // namespace galley::site
