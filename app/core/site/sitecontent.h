// SPDX-License-Identifier: MIT
// Everything that was read of a site: filled by the reader and the plugins, then never changed.
#pragma once

#include "base/diagnostic.h"
#include "base/timezone.h"
#include "site/entryfilter.h"
#include "site/frontmatterdefaults.h"
#include "site/item.h"
#include "site/layoutfile.h"
#include "site/siteconfig.h"
#include "site/siteoptions.h"
#include "site/theme.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley::site
{

/// A file that is copied as it is.
struct StaticFile {
    std::string path;         ///< absolute
    std::string relativePath; ///< "/assets/a.png"
    std::string name;
    std::string url;           ///< "/assets/a.png"
    std::string collection;    ///< label; empty outside collections
    std::int64_t modified = 0; ///< seconds since 1970 UTC
    Hash data;                 ///< of the defaults
    bool written = true;

    std::string destination() const; ///< below the output folder
};

/// A file of _includes.
struct IncludeFile {
    std::string relativePath; ///< "_includes/head.html", what messages name
    std::string text;
};

struct Collection {
    std::string label;
    Hash metadata;
    std::string urlTemplate;
    bool written = false;
    std::vector<ItemPtr> documents; ///< in Jekyll's order
    std::vector<StaticFile> files;

    std::string relativeDirectory() const { return "_" + label; }
};

/// What plugins and tags may ask for by name.
struct EnabledPlugins {
    std::vector<std::string> names; ///< loaded: generators, hooks, tags and filters
    std::vector<std::string> tagsOnly;
    bool has(std::string_view name) const;
    bool hasTags(std::string_view name) const;
};

/// What a plugin does to items: kept, since the text being edited is to be changed the same way. True when it did.
struct ItemChange {
    bool documents = false; ///< documents too, not only pages
    std::function<bool(Item&)> run;
};

struct SiteContent {
    SiteOptions options;
    std::string root; ///< absolute, canonical, without a slash at the end
    SiteConfig config;
    TimeZone zone;
    DateTime now; ///< site.time
    FrontMatterDefaults defaults;
    EntryFilter filter;
    std::optional<Theme> theme;
    EnabledPlugins plugins;
    std::map<std::string, LayoutFile, std::less<>> layouts;
    std::map<std::string, IncludeFile, std::less<>> includes; ///< by name below _includes
    Value data;                                               ///< _data
    Value emoji;                                              ///< name → characters, where jemoji is on
    std::vector<Collection> collections;                      ///< posts first, then in the config's order
    std::vector<ItemPtr> pages;
    std::vector<StaticFile> staticFiles;
    std::unordered_map<std::string, ItemPtr> byPath; ///< absolute path → item
    std::vector<ItemChange> changes;                 ///< in the plugins' order
    Diagnostics diagnostics;

    Collection* collection(std::string_view label);
    const Collection* collection(std::string_view label) const;
    const std::vector<ItemPtr>& posts() const { return collections.front().documents; }
    std::string setting(std::string_view key) const; ///< a config value as text
};

} // namespace galley::site
