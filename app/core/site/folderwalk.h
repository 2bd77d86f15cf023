// SPDX-License-Identifier: MIT
// Finds what a site's folder holds, without reading it: posts, pages, static files (Jekyll::Reader).
#pragma once

#include "base/diagnostic.h"
#include "site/entryfilter.h"
#include "site/filetime.h"
#include "site/itemfactory.h"
#include "site/sitecontent.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace galley::site
{

struct Found {
    std::vector<Source> sources; ///< posts, drafts and pages in the order Jekyll meets them
    std::vector<StaticFile> staticFiles;
};

class FolderWalk
{
public:
    FolderWalk(SiteContent& content, Found& found) : m_content(content), m_found(found) {}

    void walk();

    /// Files below a folder, sorted, relative to it, and links to nothing: folders that are links are not entered.
    /// `hidden`: dot files too.
    std::vector<std::string> filesBelow(const std::filesystem::path& folder, bool hidden) const;

    /// False, with an error, for a link that leads out of the site or nowhere.
    bool isSafe(const std::filesystem::path& path) const;

private:
    void walkFolder(const std::string& folder, int depth);
    /// What the filter lets in.
    struct Entries {
        std::vector<std::string> folders;
        std::vector<std::filesystem::directory_entry> files;
    };
    void sortEntry(const std::string& folder, const std::filesystem::directory_entry& entry, Entries& entries) const;
    void tellUnreadable(const std::filesystem::path& folder, const std::error_code& reason) const;
    void takeFile(const std::string& folder, const std::filesystem::directory_entry& entry);
    void takePosts(const std::string& folder, const char* special, ItemKind kind);
    void takeIncluded();
    bool isKnown(const std::string& relativePath) const;

    SiteContent& m_content;
    Found& m_found;
};

/// What is told of a link that is not followed: it leads out of the site, in a circle or nowhere; nothing for one
/// within `root` and for what is no link.
std::optional<Diagnostic> flawOfLink(const std::filesystem::path& path, const std::filesystem::path& root,
                                     const std::string& name);

/// Whether the file begins with a line of `---`; unreadable files do not.
bool hasFrontMatter(const std::filesystem::path& file);

StaticFile staticFileOf(const std::string& path, const std::string& relativePath, const SiteContent& content);

FileTime modifiedTime(const std::filesystem::path& file);

} // namespace galley::site
