// SPDX-License-Identifier: MIT
// The plugins that make pages of files without front matter and fill in what front matter leaves out.
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/itemsreader.h"
#include "site/merge.h"
#include "site/urls.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace
{
bool isOn(const SiteContent& content, const char* plugin, const char* option, bool otherwise)
{
    const Value value = content.config.values.get(plugin).get(option);
    return value.isNil() ? otherwise : value == Value(true);
}

bool isMarkdown(const SiteContent& content, const std::string& name)
{
    return ItemFactory(content).convertsFrom(name) == Conversion::Markdown;
}

void addPagesOf(const std::vector<StaticFile>& files, SiteContent& content)
{
    std::vector<Source> sources;
    for (const StaticFile& file : files)
        sources.push_back({ItemKind::Page, file.path, file.relativePath.substr(1)});
    for (const std::shared_ptr<Item>& item : makeItems(sources, content)) {
        if (!item)
            continue;
        content.byPath.emplace(item->path, item);
        content.pages.push_back(item);
    }
}

void removeFiles(const std::vector<StaticFile>& files, SiteContent& content)
{
    for (const StaticFile& file : files)
        content.staticFiles.erase(std::remove_if(content.staticFiles.begin(), content.staticFiles.end(),
                                                 [&](const StaticFile& other) { return other.path == file.path; }),
                                  content.staticFiles.end());
}

/// Files about a project that are no pages, unless `include` names them.
bool isProjectFile(const StaticFile& file, const SiteContent& content)
{
    static constexpr std::array<std::string_view, 8> names{
        "README",          "LICENSE",      "LICENCE",        "COPYING",
        "CODE_OF_CONDUCT", "CONTRIBUTING", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE"};
    const Array included = listOf(content.config.values.get("include"));
    if (std::find(included.begin(), included.end(), Value(file.name)) != included.end())
        return false;
    return std::find(names.begin(), names.end(), unicode::toUpper(stemOf(file.name))) != names.end();
}

bool folderHasIndex(const SiteContent& content, const std::string& folder)
{
    const auto isIndex = [&](const std::string& url) {
        static constexpr std::array<std::string_view, 4> names{"index.htm", "index.html", "index.xhtml", "index.xml"};
        const std::string lower = unicode::toLower(url);
        const std::string base = unicode::toLower(folder);
        return lower == base || (lower.rfind(base, 0) == 0 &&
                                 std::find(names.begin(), names.end(), lower.substr(base.size())) != names.end());
    };
    return std::any_of(content.pages.begin(), content.pages.end(), [&](const ItemPtr& p) { return isIndex(p->url); }) ||
           std::any_of(content.staticFiles.begin(), content.staticFiles.end(),
                       [&](const StaticFile& f) { return isIndex(f.url); });
}

/// File.dirname of the URL, which may be a folder's itself.
std::string folderOfUrl(std::string url)
{
    if (url.size() > 1 && url.back() == '/')
        url.pop_back();
    return url.substr(0, url.rfind('/') + 1);
}

std::string layoutFor(const SiteContent& content, const Item& item)
{
    const auto exists = [&](const char* name) { return content.layouts.count(name) > 0; };
    if (item.url == "/" && exists("home"))
        return "home";
    if (!item.isDocument() && exists("page"))
        return "page";
    if (item.isDocument() && exists("post"))
        return "post";
    return exists("default") ? "default" : "";
}
} // namespace

void addOptionalFrontMatter(SiteContent& content)
{
    const bool required = content.config.values.get("require_front_matter").isTruthy();
    if (required || !isOn(content, "optional_front_matter", "enabled", true))
        return;
    std::vector<StaticFile> files;
    for (const StaticFile& file : content.staticFiles) {
        if (file.collection.empty() && isMarkdown(content, file.name) && !isProjectFile(file, content))
            files.push_back(file);
    }
    addPagesOf(files, content);
    if (isOn(content, "optional_front_matter", "remove_originals", false))
        removeFiles(files, content);
}

void addReadmeIndexes(SiteContent& content)
{
    if (!isOn(content, "readme_index", "enabled", true))
        return;
    const auto isReadme = [&](const std::string& name) {
        return unicode::toLower(stemOf(name)) == "readme" && isMarkdown(content, name);
    };
    std::vector<StaticFile> files;
    for (const StaticFile& file : content.staticFiles) {
        if (file.collection.empty() && isReadme(file.name) && !folderHasIndex(content, folderOfUrl(file.url)))
            files.push_back(file);
    }
    const std::size_t before = content.pages.size();
    addPagesOf(files, content);
    for (std::size_t i = before; i < content.pages.size(); ++i) {
        auto page = std::make_shared<Item>(*content.pages[i]);
        page->data.set("permalink", page->directory + "/");
        ItemFactory(content).finish(*page, content.diagnostics);
        content.byPath[page->path] = page;
        content.pages[i] = page;
    }
    if (isOn(content, "readme_index", "remove_originals", false))
        removeFiles(files, content);
    if (isOn(content, "readme_index", "with_frontmatter", false))
        changeItems(content, false, [&](Item& page) {
            if (!isReadme(page.name) || folderHasIndex(content, folderOfUrl(page.url)))
                return false;
            page.data.set("permalink", page.directory + "/");
            return true;
        });
}

void addDefaultLayouts(SiteContent& content)
{
    changeItemsAndEdits(content, true, [&content](Item& item) {
        const bool counts = !item.isDocument() || item.collection == "posts";
        if (!counts || item.conversion != Conversion::Markdown || item.data.contains("layout") || !item.layout.isNil())
            return false;
        const std::string layout = layoutFor(content, item);
        item.data.set("layout", layout.empty() ? Value() : Value(layout));
        return true;
    });
}

} // namespace galley::site
