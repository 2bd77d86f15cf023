// SPDX-License-Identifier: MIT
#include "site/sitereader.h"

#include "site/collectionreader.h"
#include "site/configdefaults.h"
#include "site/datareader.h"
#include "site/dates.h"
#include "site/folderwalk.h"
#include "site/itemsreader.h"
#include "site/layoutreader.h"
#include "site/merge.h"
#include "site/plugins/plugins.h"
#include "site/urls.h"
#include "site/yamlfile.h"

#include "base/fileerror.h"
#include "base/files.h"

#include <algorithm>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
void readTimeZone(SiteContent& content)
{
    const std::string name = timeZoneName(content);
    if (const auto zone = TimeZone::named(name))
        content.zone = *zone;
    else
        content.diagnostics.push_back(aboutSetting("timezone", content.options, Severity::Warning,
                                                   "There is no time zone named '" + name + "'; UTC is used"));
    content.now = content.zone.at(content.options.now.seconds, content.options.now.nanoseconds);
    const Value time = content.config.values.get("time");
    if (!time.isTruthy())
        return;
    if (const auto given = dateOf(time, content.zone, content.now))
        content.now = *given;
    else
        content.diagnostics.push_back(
            aboutSetting("time", content.options, Severity::Error, "Invalid time in _config.yml"));
}

void findSiteTheme(SiteContent& content)
{
    const Value name = content.config.values.get("theme");
    if (name.isNil())
        return;
    if (name.isString())
        content.theme = findTheme(name.string(), content.options.gemFolders);
    if (!content.theme)
        content.diagnostics.push_back(
            aboutSetting("theme", content.options, Severity::Warning,
                         "The theme '" + textOf(name) + "' is not installed; the built-in layouts are used"));
}

/// A theme's own _config.yml lies under the site's, but for Jekyll's own keys
/// (Site#load_theme_configuration).
void mergeThemeConfig(SiteContent& content)
{
    if (!content.theme || content.config.values.get("ignore_theme_config") == Value(true))
        return;
    const fs::path file = content.theme->root / "_config.yml";
    std::error_code code;
    if (!fs::is_regular_file(file, code) || fs::is_symlink(file, code))
        return;
    const Expected<Value> value = readYamlFile(file, file.string(), content.diagnostics);
    if (!value || !value->isHash())
        return;
    Hash own = value->hash();
    for (const auto& [key, ignored] : defaultConfig())
        own.remove(textOf(key));
    content.config.values = merged(own, content.config.values);
}

void readThemeAssets(SiteContent& content, Found& found)
{
    const fs::path assets = content.theme->root / "assets";
    std::error_code code;
    if (!fs::is_directory(assets, code))
        return;
    const auto isKnown = [&](const std::string& relative) {
        const std::string path = content.root + "/" + relative;
        return content.byPath.count(path) > 0 ||
               std::any_of(found.sources.begin(), found.sources.end(),
                           [&](const Source& s) { return s.path == path; }) ||
               std::any_of(content.staticFiles.begin(), content.staticFiles.end(),
                           [&](const StaticFile& f) { return f.path == path; });
    };
    Found none;
    for (const std::string& name : FolderWalk(content, none).filesBelow(assets, true)) {
        const std::string relative = "assets/" + name;
        const std::string path = (assets / name).string();
        if (isKnown(relative) || fs::is_symlink(path, code))
            continue;
        if (hasFrontMatter(path))
            found.sources.push_back({ItemKind::Page, path, relative});
        else
            content.staticFiles.push_back(staticFileOf(path, "/" + relative, content));
    }
}

void keepPublished(const std::vector<std::shared_ptr<Item>>& items, SiteContent& content)
{
    const ItemFactory factory(content);
    for (const std::shared_ptr<Item>& item : items) {
        if (!item)
            continue;
        content.byPath.emplace(item->path, item); // what is unpublished can still be edited
        if (!factory.isPublished(*item))
            continue;
        if (item->isDocument())
            content.collections.front().documents.push_back(item);
        else
            content.pages.push_back(item);
    }
}

void sortFiles(SiteContent& content)
{
    sortDocuments(content.collections.front());
    std::stable_sort(content.pages.begin(), content.pages.end(),
                     [](const ItemPtr& a, const ItemPtr& b) { return a->name < b->name; });
    std::stable_sort(content.staticFiles.begin(), content.staticFiles.end(),
                     [](const StaticFile& a, const StaticFile& b) { return a.relativePath < b.relativePath; });
}

void limitPosts(SiteContent& content)
{
    const Value limit = content.config.values.get("limit_posts");
    auto& posts = content.collections.front().documents;
    if (limit.isInteger() && limit.integer() > 0 && posts.size() > static_cast<std::size_t>(limit.integer()))
        posts.erase(posts.begin(), posts.end() - limit.integer());
}

void readSiteData(SiteContent& content)
{
    const Hash& config = content.config.values;
    const fs::path folder = content.root + rooted(content.setting("data_dir"));
    Hash data = readData(folder, content.root, config, content.diagnostics);
    if (content.theme)
        data = merged(readData(content.theme->root / "_data", content.theme->root, config, content.diagnostics), data);
    content.data = config.get("data").isTruthy() ? config.get("data") : Value(std::move(data));
}
} // namespace

std::unique_ptr<SiteContent> readSite(const SiteOptions& options)
{
    auto content = std::make_unique<SiteContent>();
    std::error_code code;
    const fs::path root = fs::canonical(options.root, code);
    content->options = options;
    content->options.root = code ? options.root : root;
    content->root = content->options.root.string();
    if (code)
        content->diagnostics.push_back({content->root, 0, 0, Severity::Error,
                                        "Can't open the site's folder: " + systemReason(code.value(), "folder")});
    content->config = readConfig(content->options, content->diagnostics);
    readTimeZone(*content);
    findSiteTheme(*content);
    mergeThemeConfig(*content);
    content->defaults = FrontMatterDefaults(content->config.values, content->options, content->diagnostics);
    content->filter = EntryFilter(content->root, content->config.values);
    enablePlugins(*content);
    addCollections(*content);
    readLayouts(*content);
    readIncludes(*content);
    readSiteData(*content);

    Found found;
    FolderWalk walk(*content, found);
    walk.walk();
    content->staticFiles = std::move(found.staticFiles);
    keepPublished(makeItems(found.sources, *content), *content);
    sortFiles(*content);
    readCollections(*content);
    if (content->theme) {
        Found ofTheme;
        readThemeAssets(*content, ofTheme);
        keepPublished(makeItems(ofTheme.sources, *content), *content);
    }
    limitPosts(*content);
    runGenerators(*content);
    return content;
}

std::unique_ptr<SiteContent> siteWithoutFiles(const SiteOptions& options, const Hash& config)
{
    auto content = std::make_unique<SiteContent>();
    content->options = options;
    content->config = configFrom(config, options, content->diagnostics);
    readTimeZone(*content);
    content->defaults = FrontMatterDefaults(content->config.values, content->options, content->diagnostics);
    content->filter = EntryFilter(content->root, content->config.values);
    enablePlugins(*content);
    addCollections(*content);
    return content;
}

} // namespace galley::site
