// SPDX-License-Identifier: MIT
#include "check/droppedposts.h"

#include "base/limits.h"
#include "site/documentdata.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <algorithm>
#include <array>

namespace galley::check
{

namespace fs = std::filesystem;

namespace
{
bool isText(const fs::path& path)
{
    constexpr std::array<std::string_view, 8> endings{".md", ".markdown", ".mkd", ".mkdown", ".mkdn", ".html", ".txt", ".textile"};
    return std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

class Search
{
public:
    explicit Search(const Site& site) : m_site(site), m_root(site.root()) {}

    Findings run()
    {
        walk(m_root, 0, false);
        return std::move(m_findings);
    }

private:
    void walk(const fs::path& folder, int depth, bool inPosts)
    {
        std::error_code code;
        for (fs::directory_iterator entry(folder, code), end; !code && entry != end && depth < limits::folderDepth;
             entry.increment(code)) {
            const std::string name = entry->path().filename().string();
            std::error_code ignored;
            if (entry->is_symlink(ignored))
                continue;
            if (entry->is_directory(ignored) && (inPosts || isEntered(name)))
                walk(entry->path(), depth + 1, inPosts || name == "_posts");
            else if (inPosts && entry->is_regular_file(ignored) && isText(name))
                take(entry->path());
        }
    }

    bool isEntered(const std::string& name) const
    {
        return name == "_posts" || (name.front() != '_' && name.front() != '.' && m_site.content().filter.accepts("", name));
    }

    void take(const fs::path& path)
    {
        if (m_site.itemAt(path))
            return;
        const std::string relative = path.lexically_relative(m_root).generic_string();
        if (site::fileNameOf(relative).date.empty())
            m_findings.push_back({{relative, 1, 0, Severity::Error,
                                   "Jekyll leaves this post out: its name must begin with the date, as in 2020-01-31-title.md"},
                                  "file-name"});
    }

    const Site& m_site;
    fs::path m_root;
    Findings m_findings;
};
} // namespace

Findings droppedPosts(const Site& site)
{
    return Search(site).run();
}

} // namespace galley::check
