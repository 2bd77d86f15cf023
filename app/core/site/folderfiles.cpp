// SPDX-License-Identifier: MIT
#include "site/folderfiles.h"

#include "base/limits.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <algorithm>

namespace galley::site
{

namespace fs = std::filesystem;

std::vector<fs::path> filesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code code;
    for (fs::recursive_directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        std::error_code ignored;
        if (entry.depth() >= limits::folderDepth)
            entry.disable_recursion_pending();
        if (entry->is_regular_file(ignored) && !entry->is_symlink(ignored) &&
            entry->path().filename().string().front() != '.')
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

namespace
{
class Search
{
public:
    Search(const Site& site, std::string_view name) : m_site(site), m_name(name) { walk(site.root(), 0); }
    std::vector<fs::path> takeFiles() { return std::move(m_files); }

private:
    void walk(const fs::path& folder, int depth)
    {
        std::error_code code;
        for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
            const std::string name = entry->path().filename().string();
            std::error_code ignored;
            if (entry->is_symlink(ignored) || !entry->is_directory(ignored))
                continue;
            if (name == m_name)
                take(entry->path());
            else if (depth < limits::folderDepth && isRead(name))
                walk(entry->path(), depth + 1);
        }
    }

    bool isRead(const std::string& name) const
    {
        return name.front() != '_' && name.front() != '.' && m_site.content().filter.accepts("", name);
    }

    void take(const fs::path& folder)
    {
        const std::vector<fs::path> files = filesBelow(folder);
        m_files.insert(m_files.end(), files.begin(), files.end());
    }

    const Site& m_site;
    std::string_view m_name;
    std::vector<fs::path> m_files;
};
} // namespace

std::vector<fs::path> filesOfFolders(const Site& site, std::string_view name)
{
    return Search(site, name).takeFiles();
}

} // namespace galley::site
