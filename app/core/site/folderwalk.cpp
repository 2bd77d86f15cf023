// SPDX-License-Identifier: MIT
#include "site/folderwalk.h"

#include "site/documentdata.h"
#include "site/merge.h"
#include "site/urls.h"
#include "site/yamlfile.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "base/limits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
bool startsWith(const std::string& text, const std::string& prefix)
{
    return text.compare(0, prefix.size(), prefix) == 0;
}
} // namespace

std::optional<Diagnostic> flawOfLink(const fs::path& path, const fs::path& root, const std::string& name)
{
    std::error_code code;
    if (!fs::is_symlink(path, code))
        return std::nullopt;
    const bool exists = fs::exists(path, code);
    if (exists && isInside(path, root))
        return std::nullopt;
    const std::string where = exists                                             ? "out of the site"
                              : code == std::errc::too_many_symbolic_link_levels ? "in a circle"
                                                                                 : "to nothing";
    return Diagnostic{name, 1, 0, Severity::Error, "A symbolic link leads " + where + "; it is not followed"};
}

bool hasFrontMatter(const fs::path& file)
{
    std::array<char, 256> start; // more blanks than that after --- stand in no file
    std::ifstream in(file, std::ios::binary);
    in.read(start.data(), start.size());
    return beginsWithFrontMatter(std::string_view(start.data(), static_cast<std::size_t>(in.gcount())));
}

FileTime modifiedTime(const fs::path& file)
{
    std::error_code code;
    const auto time = fs::last_write_time(file, code);
    if (code)
        return {};
    const auto moment = std::chrono::file_clock::to_sys(time).time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
    return {seconds.count(), static_cast<int>(std::chrono::nanoseconds(moment - seconds).count())};
}

StaticFile staticFileOf(const std::string& path, const std::string& relativePath, const SiteContent& content)
{
    StaticFile file;
    file.path = path;
    file.relativePath = relativePath;
    file.name = relativePath.substr(relativePath.rfind('/') + 1);
    const std::string extension = extensionOf(file.name);
    std::string stem = relativePath.substr(0, relativePath.size() - extension.size());
    while (!stem.empty() && stem.back() == '.')
        stem.pop_back();
    file.url = stem + extension;
    file.modified = modifiedTime(path).seconds;
    file.data = content.defaults.all(relativePath, "");
    const Value* published = file.data.find(std::string_view("published"));
    file.written = !published || published->isTruthy();
    return file;
}

void FolderWalk::walk()
{
    walkFolder("", 0);
    takeIncluded();
}

bool FolderWalk::isSafe(const fs::path& path) const
{
    std::optional<Diagnostic> flaw = flawOfLink(path, m_content.root, displayName(path, m_content.root));
    if (flaw)
        m_content.diagnostics.push_back(std::move(*flaw));
    return !flaw;
}

void FolderWalk::tellUnreadable(const fs::path& folder, const std::error_code& reason) const
{
    if (reason)
        m_content.diagnostics.push_back({displayName(folder, m_content.root), 1, 0, Severity::Error,
                                         "The folder can't be read: " + systemReason(reason.value(), "folder")});
}

void FolderWalk::walkFolder(const std::string& folder, int depth)
{
    if (m_content.options.stop.stop_requested())
        return;
    const fs::path base = m_content.root + folder;
    Entries entries;
    std::error_code code;
    fs::directory_iterator it(base, code);
    for (; !code && it != fs::directory_iterator(); it.increment(code))
        sortEntry(folder, *it, entries);
    tellUnreadable(base, code);
    const std::string collections = m_content.setting("collections_dir");
    if (collections.empty() || startsWith(folder, "/" + collections)) {
        takePosts(folder, "_posts", ItemKind::Post);
        if (m_content.config.values.get("show_drafts").isTruthy())
            takePosts(folder, "_drafts", ItemKind::Draft);
    }
    if (depth == limits::folderDepth) {
        m_content.diagnostics.push_back({displayName(base, m_content.root), 1, 0, Severity::Error,
                                         "Folders nest too deep; what lies below is left out"});
        entries.folders.clear();
    }
    // Folders first, all in the file system's order: pages of one name keep it (site.pages, sitemap.xml).
    for (const std::string& name : entries.folders)
        walkFolder(folder + "/" + name, depth + 1);
    for (const fs::directory_entry& entry : entries.files)
        takeFile(folder, entry);
}

void FolderWalk::sortEntry(const std::string& folder, const fs::directory_entry& entry, Entries& entries) const
{
    const std::string name = entry.path().filename().string();
    if (!m_content.filter.accepts(folder, name) || !isSafe(entry.path()))
        return;
    std::error_code code;
    if (entry.is_directory(code)) {
        const fs::path destination = fs::path(m_content.setting("destination")).lexically_normal();
        if (m_content.root + folder + "/" + name != destination)
            entries.folders.push_back(name);
    } else if (entry.is_regular_file(code)) { // not sockets, pipes and dangling links
        entries.files.push_back(entry);
    }
}

void FolderWalk::takeFile(const std::string& folder, const fs::directory_entry& entry)
{
    const std::string relative = folder + "/" + entry.path().filename().string();
    const std::string path = m_content.root + relative;
    if (hasFrontMatter(entry.path())) {
        m_found.sources.push_back({ItemKind::Page, path, relative.substr(1)});
    } else {
        m_found.staticFiles.push_back(staticFileOf(path, relative, m_content));
    }
}

std::vector<std::string> FolderWalk::filesBelow(const fs::path& folder, bool hidden) const
{
    std::vector<std::string> files;
    std::error_code code;
    const std::size_t prefix = folder.string().size() + 1;
    fs::directory_iterator(folder, code); // the walk below takes what it may not read for empty
    tellUnreadable(folder, code);
    fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, code);
    for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
        if (m_content.options.stop.stop_requested())
            break;
        const std::string name = it->path().filename().string();
        const bool skipped = !hidden && name.front() == '.';
        std::error_code ignored; // a dangling link is no file and no reason to stop
        if (it->is_directory(ignored)) {
            if (skipped || it.depth() >= limits::folderDepth)
                it.disable_recursion_pending();
            else if (std::error_code denied; fs::directory_iterator(it->path(), denied) == fs::directory_iterator())
                tellUnreadable(it->path(), denied);
        } else if (!skipped && (it->is_regular_file(ignored) || (it->is_symlink(ignored) && !it->exists(ignored)))) {
            files.push_back(it->path().string().substr(prefix));
        }
    }
    tellUnreadable(folder, code);
    std::sort(files.begin(), files.end());
    return files;
}

void FolderWalk::takePosts(const std::string& folder, const char* special, ItemKind kind)
{
    const std::string inside = folder + "/" + special;
    const fs::path base = m_content.root + inside;
    std::error_code code;
    if (!fs::is_directory(base, code) || !isSafe(base))
        return;
    std::string collections = m_content.setting("collections_dir");
    const std::size_t cut = collections.empty() ? 1 : collections.size() + 2;
    for (const std::string& name : filesBelow(base, false)) {
        if (!m_content.filter.accepts(inside, name) || !isSafe(base / name))
            continue;
        const FileName parts = fileNameOf(name);
        const std::string relative = inside + "/" + name;
        if (kind == ItemKind::Post && (parts.date.empty() || parts.extension.empty())) {
            m_content.diagnostics.push_back(
                {relative.substr(1), 1, 0, Severity::Warning,
                 "Not a post: the name does not begin with a date, as 2017-06-19-title.md"});
            continue;
        }
        if (parts.extension.empty())
            continue;
        m_found.sources.push_back(
            {kind, m_content.root + relative, relative.substr(cut), "posts", modifiedTime(base / name)});
    }
}

bool FolderWalk::isKnown(const std::string& relativePath) const
{
    const std::string path = m_content.root + relativePath;
    const auto isPath = [&](const auto& thing) { return thing.path == path; };
    return std::any_of(m_found.sources.begin(), m_found.sources.end(), isPath) ||
           std::any_of(m_found.staticFiles.begin(), m_found.staticFiles.end(), isPath);
}

void FolderWalk::takeIncluded()
{
    for (const Value& entry : listOf(m_content.config.values.get("include"))) {
        const std::string relative = rooted(textOf(entry));
        const fs::path path = m_content.root + relative;
        std::error_code code;
        if (!fs::is_regular_file(path, code) || isKnown(relative) || !isInside(path, m_content.root))
            continue;
        if (hasFrontMatter(path))
            m_found.sources.push_back({ItemKind::Page, path.string(), relative.substr(1)});
        else
            m_found.staticFiles.push_back(staticFileOf(path.string(), relative, m_content));
    }
}

} // namespace galley::site
