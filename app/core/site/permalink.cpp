// SPDX-License-Identifier: MIT
#include "site/permalink.h"

#include "site/merge.h"
#include "site/siteconfig.h"
#include "site/urls.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace galley::site
{

namespace
{
std::string joinedUnique(const Value& categories, std::string (*each)(const std::string&))
{
    std::vector<std::string> names;
    for (const Value& category : listOf(categories)) {
        std::string name = each(textOf(category));
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : "/") + name;
    return joined;
}

std::string slugOf(const Item& item, SlugMode mode, bool keepCase)
{
    const Value given = item.data.get("slug");
    return slug(given.isNil() ? stemOf(item.name) : textOf(given), mode, keepCase);
}

/// relative_path without extension and without the collection's folder.
std::string cleanedPath(const Item& item)
{
    std::string path = item.relativePath.substr(0, item.relativePath.size() - item.extension.size());
    const std::string folder = "_" + item.collection;
    if (const std::size_t at = path.find(folder); at != std::string::npos)
        path.erase(at, folder.size());
    while (!path.empty() && path.back() == '.')
        path.pop_back();
    return path;
}

std::optional<std::string> ofDate(std::string_view key, const DateTime& date)
{
    using Entry = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Entry, 17> formats{
        Entry{"year", "%Y"},        Entry{"month", "%m"},      Entry{"day", "%d"},        Entry{"hour", "%H"},
        Entry{"minute", "%M"},      Entry{"second", "%S"},     Entry{"i_day", "%-d"},     Entry{"i_month", "%-m"},
        Entry{"short_month", "%b"}, Entry{"long_month", "%B"}, Entry{"short_year", "%y"}, Entry{"w_year", "%G"},
        Entry{"week", "%V"},        Entry{"w_day", "%u"},      Entry{"short_day", "%a"},  Entry{"long_day", "%A"},
        Entry{"y_day", "%j"}};
    for (const auto& [name, format] : formats) {
        if (name == key)
            return strftime(date, format);
    }
    return std::nullopt;
}

std::optional<std::string> placeholder(std::string_view key, const Item& item)
{
    if (key == "title")
        return slugOf(item, SlugMode::Pretty, true);
    if (key == "slug")
        return slugOf(item, SlugMode::Default, false);
    if (key == "name")
        return slug(stemOf(item.name));
    if (key == "path")
        return cleanedPath(item);
    if (key == "collection")
        return item.collection;
    if (key == "output_ext")
        return item.outputExtension;
    if (key == "categories")
        return joinedUnique(item.data.get("categories"),
                            [](const std::string& name) { return unicode::toLower(name); });
    if (key == "slugified_categories")
        return joinedUnique(item.data.get("categories"), [](const std::string& name) { return slug(name); });
    return ofDate(key, item.date);
}

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_';
}
} // namespace

std::string documentUrl(const Item& item, std::string_view pattern, Diagnostics& diagnostics)
{
    std::string url;
    for (std::size_t at = 0; at < pattern.size();) {
        std::size_t end = at + 1;
        while (pattern[at] == ':' && end < pattern.size() && isKeyCharacter(pattern[end]))
            ++end;
        if (pattern[at] != ':' || end == at + 1) {
            url += pattern[at++];
            continue;
        }
        // ":title_" is the title and an underscore: the trailing one may be no part of the name.
        std::string_view key = pattern.substr(at + 1, end - at - 1);
        if (key.back() == '_')
            key.remove_suffix(1);
        const std::optional<std::string> value = placeholder(key, item);
        if (!value)
            diagnostics.push_back(
                {item.relativePath, lineOfKey(item, "permalink"), 0, Severity::Error,
                 "The URL template doesn't have " + std::string(key) + " keys. Check your permalink template!"});
        url += escapePath(value.value_or(std::string()));
        at += 1 + key.size();
    }
    return sanitizedUrl(url);
}

static std::string replaced(std::string text, std::string_view from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string pageUrl(const Item& item, const Value& permalink, std::string_view style)
{
    std::string basename = item.name.substr(0, item.name.size() - item.extension.size());
    while (!basename.empty() && basename.back() == '.')
        basename.pop_back();
    const bool html =
        item.outputExtension == ".html" || item.outputExtension == ".xhtml" || item.outputExtension == ".htm";
    std::string url = textOf(permalink);
    if (permalink.isNil()) {
        if (!html)
            url = "/:path/:basename:output_ext";
        else
            url = basename == "index" ? "/:path/" : withPermalinkSuffix("/:path/:basename", style);
    }
    url = replaced(url, ":path", escapePath(item.directory));
    url = replaced(url, ":basename", escapePath(basename));
    return sanitizedUrl(replaced(url, ":output_ext", escapePath(item.outputExtension)));
}

} // namespace galley::site
