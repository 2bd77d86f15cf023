// SPDX-License-Identifier: MIT
#include "site/layoutreader.h"

#include "site/dates.h"
#include "site/folderwalk.h"
#include "site/urls.h"
#include "site/yamlfile.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "post/frontmatteredit.h"

#include <algorithm>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
/// Whether there is such a folder in the site; one that is a link out of it is told.
bool isTemplateFolder(const fs::path& folder, const fs::path& root, SiteContent& content)
{
    if (std::optional<Diagnostic> flaw = flawOfLink(folder, root, displayName(folder, content.root)))
        content.diagnostics.push_back(std::move(*flaw));
    std::error_code code;
    return fs::is_directory(folder, code) && isInside(folder, root);
}

/// Reads one file of a folder of templates; nothing when it can't or may not be read.
std::optional<std::string> templateText(const fs::path& file, const fs::path& root, SiteContent& content)
{
    const std::string name = displayName(file, content.root);
    if (std::optional<Diagnostic> flaw = flawOfLink(file, root, name)) {
        content.diagnostics.push_back(std::move(*flaw));
        return std::nullopt;
    }
    Expected<std::string> text = readText(file, name, content.diagnostics);
    if (text)
        return std::move(*text);
    content.diagnostics.push_back({name, 1, 0, Severity::Error, messageBesideName(text.error())});
    return std::nullopt;
}

LayoutFile layoutOf(const fs::path& file, std::string text, SiteContent& content)
{
    LayoutFile layout;
    layout.path = file.string();
    layout.relativePath = displayName(file, content.root);
    const SplitText split = splitFrontMatter(text, layout.relativePath, timeZoneName(content), content.diagnostics);
    if (split.data.isHash())
        layout.data = split.data.hash();
    layout.bodyLine = split.bodyLine;
    layout.source = text.substr(split.bodyOffset);
    if (!layout.parent().empty())
        layout.parentLine = std::max(frontmatter::lineOf(text, {"layout"}), 1);
    return layout;
}

void readLayoutFolder(const fs::path& folder, const fs::path& root, bool isTheme, SiteContent& content)
{
    if (!isTemplateFolder(folder, root, content))
        return;
    Found none;
    for (const std::string& name : FolderWalk(content, none).filesBelow(folder, false)) {
        const std::size_t dot = name.rfind('.');
        if (dot == std::string::npos || name.rfind('/') + 1 > dot + 1 || !content.filter.accepts("", name))
            continue;
        const std::string key = name.substr(0, dot);
        if (isTheme && content.layouts.count(key) > 0)
            continue;
        if (std::optional<std::string> text = templateText(folder / name, root, content)) {
            LayoutFile layout = layoutOf(folder / name, std::move(*text), content);
            layout.name = key;
            content.layouts.insert_or_assign(key, std::move(layout));
        }
    }
}

void readIncludeFolder(const fs::path& folder, const fs::path& root, SiteContent& content)
{
    if (!isTemplateFolder(folder, root, content))
        return;
    Found none;
    for (const std::string& name : FolderWalk(content, none).filesBelow(folder, true)) {
        if (content.includes.count(name) > 0)
            continue;
        if (std::optional<std::string> text = templateText(folder / name, root, content))
            content.includes.emplace(name, IncludeFile{displayName(folder / name, content.root), std::move(*text)});
    }
}
} // namespace

void readLayouts(SiteContent& content)
{
    readLayoutFolder(content.root + rooted(content.setting("layouts_dir")), content.root, false, content);
    if (content.theme)
        readLayoutFolder(content.theme->root / "_layouts", content.theme->root, true, content);
}

void readIncludes(SiteContent& content)
{
    readIncludeFolder(content.root + rooted(content.setting("includes_dir")), content.root, content);
    if (content.theme)
        readIncludeFolder(content.theme->root / "_includes", content.theme->root, content);
}

} // namespace galley::site
