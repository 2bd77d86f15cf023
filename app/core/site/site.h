// SPDX-License-Identifier: MIT
// Site: an immutable snapshot of a Jekyll site with its own "now"; shared between threads, replaced whole.
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"
#include "site/item.h"
#include "site/layoutfile.h"
#include "site/siteoptions.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace galley
{

class TimeZone;

namespace site
{
struct SiteContent;
class SiteEnvironment;
} // namespace site

class Site : public std::enable_shared_from_this<Site>
{
public:
    /// Reads the folder. Never fails: what is wrong stands in diagnostics(), and what can be read is there.
    static std::shared_ptr<const Site> read(const SiteOptions& options);

    /// The nearest folder upward from `file` that holds a _config.yml; empty when there is none.
    static std::filesystem::path rootOf(const std::filesystem::path& file);

    explicit Site(std::unique_ptr<const site::SiteContent> content);
    ~Site();
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    const std::filesystem::path& root() const;
    const Hash& config() const; ///< merged over Jekyll's defaults
    const DateTime& now() const;
    const TimeZone& timeZone() const;
    const Diagnostics& diagnostics() const; ///< of reading; files named relative to the root
    const site::SiteContent& content() const;
    const site::SiteEnvironment& environment() const; ///< for Liquid, with its registry and Markdown's options

    /// Null when the site (and its theme) has no layout of that name.
    const site::LayoutFile* layout(std::string_view name) const;

    /// The item read from the file at `path` (absolute); null when that is none.
    site::ItemPtr itemAt(const std::filesystem::path& path) const;

    /// What `text` would be at `path`: the edited text takes the place of that on disk. A path outside every
    /// known folder, or an empty one, makes a post. Problems of the front matter are added to `diagnostics`.
    site::ItemPtr itemOf(const std::filesystem::path& path, std::string_view text, Diagnostics& diagnostics) const;

    /// Liquid's `page` for an item, known or edited.
    Value pageValue(const site::ItemPtr& item) const;

    /// Liquid's `site` as the item sees it (site.related_posts is its own).
    Value siteValue(const site::ItemPtr& current) const;

    /// Its place in the order of rendering (see site::ShownContent).
    std::size_t turnOf(const site::ItemPtr& item) const;

    /// The item that is rendered at that place, below turns().
    site::ItemPtr itemAtTurn(std::size_t turn) const;
    std::size_t turns() const;

    /// All variables of a page but `content` and `layout`: site, page, paginator, jekyll, theme.
    Hash variables(const site::ItemPtr& item) const;

private:
    Value paginatorValue(const site::ItemPtr& item) const;
    std::string converted(const site::ItemPtr& item, bool excerptOnly) const;
    std::string sourceMap(const site::ItemPtr& style) const;

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace galley
