// SPDX-License-Identifier: MIT
// Where a setting stands in _config.yml, so that a note about it leads there.
#include "site/siteconfig.h"
#include "site/yamlfile.h"

#include "base/files.h"

#include <algorithm>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
/// The key of a "key: value" line behind `indent` spaces, its quotes taken off; empty for other lines.
std::string_view keyOf(std::string_view line, std::size_t indent)
{
    line.remove_prefix(indent);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.front() == '#' || line.front() == '-')
        return {};
    std::string_view key = line.substr(0, line.find_last_not_of(" \t", colon - 1) + 1);
    if (key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
        key = key.substr(1, key.size() - 2);
    return key;
}

/// The line of the key, or of the first part of it that is there; 0 when none is. Depth is told by the number of parts.
std::pair<int, int> lineOf(std::string_view key, std::string_view text)
{
    const std::string_view outer = key.substr(0, key.find('.'));
    const std::string_view inner = outer.size() < key.size() ? key.substr(outer.size() + 1) : std::string_view();
    std::pair<int, int> found{0, 0};
    bool inside = false;
    int number = 0;
    for (std::size_t from = 0; from < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        from = end + 1;
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string_view::npos || line[indent] == '\r' || line[indent] == '#')
            continue;
        const std::string_view name = keyOf(line, indent);
        if (indent == 0)
            inside = name == outer;
        if (indent == 0 && inside)
            found = {number + 1, 1};
        else if (inside && found.second == 1 && !inner.empty() && name == inner)
            found = {number + 1, 2};
    }
    return found;
}
} // namespace

ConfigPlace placeOf(std::string_view key, const SiteOptions& options)
{
    ConfigPlace place;
    int parts = 0;
    Diagnostics ignored;
    for (const fs::path& file : configFiles(options)) {
        const std::string name = displayName(file, options.root);
        const Expected<std::string> text = readText(file, name, ignored);
        if (!text)
            continue;
        const auto [line, depth] = lineOf(key, *text);
        if (depth > 0 && depth >= parts) {
            place = {name, line};
            parts = depth;
        }
    }
    return place;
}

Diagnostic aboutSetting(std::string_view key, const SiteOptions& options, Severity severity, std::string text)
{
    ConfigPlace place = placeOf(key, options);
    if (place.file.empty())
        place = {"_config.yml", 1}; // told by its absence, or written where no line is found
    return {std::move(place.file), std::max(place.line, 1), 0, severity, std::move(text)};
}

} // namespace galley::site
