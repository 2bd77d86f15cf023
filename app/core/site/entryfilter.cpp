// SPDX-License-Identifier: MIT
#include "site/entryfilter.h"

#include "site/glob.h"
#include "site/merge.h"

#include <algorithm>

namespace galley::site
{

namespace
{
std::string joined(std::string_view base, std::string_view name)
{
    std::string path(base);
    if (path.empty() || path.back() != '/')
        path += '/';
    while (!name.empty() && name.front() == '/')
        name.remove_prefix(1);
    return path.append(name);
}

std::string_view baseName(std::string_view entry)
{
    return entry.substr(entry.rfind('/') + 1);
}

bool isSpecial(std::string_view name)
{
    return !name.empty() && std::string_view("._#~").find(name.front()) != std::string_view::npos;
}
} // namespace

EntryFilter::EntryFilter(const std::filesystem::path& root, const Hash& config) : m_root(root.string())
{
    const Array included = listOf(config.get("include"));
    const auto patternOf = [this](const Value& value) {
        const std::string text = joined(m_root, textOf(value));
        return Pattern{text, text.find_first_of("*?[\\") != std::string::npos};
    };
    for (const Value& value : included)
        m_included.push_back(patternOf(value));
    for (const Value& value : listOf(config.get("exclude"))) {
        if (std::find(included.begin(), included.end(), value) == included.end())
            m_excluded.push_back(patternOf(value));
    }
}

bool EntryFilter::matchesAny(const std::vector<Pattern>& patterns, const std::string& path) const
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
        if (path.compare(0, pattern.text.size(), pattern.text) == 0)
            return true;
        if (pattern.isGlob)
            return matchesPattern(pattern.text, path);
        // "vendor/gems/" is meant for the folder vendor/gems too
        std::error_code code;
        return pattern.text.size() == path.size() + 1 && pattern.text.back() == '/' &&
               pattern.text.compare(0, path.size(), path) == 0 && std::filesystem::is_directory(path, code);
    });
}

bool EntryFilter::included(std::string_view entry) const
{
    return matchesAny(m_included, joined(m_root, entry)) || matchesAny(m_included, joined(m_root, baseName(entry)));
}

bool EntryFilter::accepts(std::string_view folder, std::string_view entry) const
{
    if (entry.empty() || entry.back() == '.')
        return false;
    if (included(entry))
        return true;
    if (matchesAny(m_excluded, joined(joined(m_root, folder), entry)))
        return false;
    return !isSpecial(entry) && !isSpecial(baseName(entry)) && entry.back() != '~';
}

} // namespace galley::site
