// SPDX-License-Identifier: MIT
#include "site/publishedfiles.h"

#include "site/folderwalk.h"
#include "site/merge.h"
#include "site/sitecontent.h"
#include "site/urls.h"

#include <algorithm>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
bool isHidden(const fs::path& name)
{
    return !name.empty() && name.native().front() == '.';
}

/// `include` may name a file by its whole path, past every filter.
bool isIncluded(const SiteContent& content, std::string_view path)
{
    const Array entries = listOf(content.config.values.get("include"));
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Value& entry) { return rooted(textOf(entry)) == path; });
}

/// Whether Jekyll's reader would go this way: each name by itself is accepted, and none is the output folder.
bool isOnTheWay(const SiteContent& content, std::string_view path)
{
    const fs::path destination = fs::path(content.setting("destination")).lexically_normal();
    std::string folder;
    for (std::size_t start = 1; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string name(path.substr(start, end - start));
        const std::string here = content.root + folder + "/" + name;
        if (!content.filter.accepts(folder, name) || flawOfLink(here, content.root, name) || here == destination)
            return false;
        folder += "/" + name;
        start = end + 1;
    }
    return true;
}
} // namespace

std::optional<fs::path> plainFileIn(const fs::path& folder, std::string_view path)
{
    std::error_code code;
    const fs::path root = fs::canonical(folder, code);
    if (code)
        return std::nullopt;
    const fs::path asked = root / fs::path(std::string(path)).relative_path();
    const fs::path file = fs::canonical(asked, code);
    if (code || !fs::is_regular_file(file, code) || file.extension() != asked.extension())
        return std::nullopt;
    const auto [end, below] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    if (end != root.end() || std::any_of(below, file.end(), isHidden))
        return std::nullopt;
    return file;
}

std::optional<fs::path> publishedFile(const SiteContent& content, std::string_view path)
{
    if (path.empty() || path.front() != '/')
        return std::nullopt;
    const auto& files = content.staticFiles;
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const StaticFile& file) { return file.destination() == path.substr(1); });
    if (found != files.end()) {
        const bool ofTheme = content.theme && found->path.rfind(content.root + "/", 0) != 0;
        const std::string root = ofTheme ? content.theme->root.string() : content.root;
        if (!found->written || found->path.rfind(root + "/", 0) != 0)
            return std::nullopt;
        return plainFileIn(root, std::string_view(found->path).substr(root.size()));
    }
    if (content.root.empty() || !(isIncluded(content, path) || isOnTheWay(content, path)))
        return std::nullopt;
    const std::string file = content.root + std::string(path);
    if (hasFrontMatter(file) || !staticFileOf(file, std::string(path), content).written)
        return std::nullopt;
    return plainFileIn(content.root, path);
}

} // namespace galley::site
