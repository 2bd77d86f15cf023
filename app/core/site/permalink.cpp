// SPDX-License-Identifier: MIT
#include "site/permalink.h"

#include "site/merge.h"
#include "site/siteconfig.h"
#include "site/urls.h"

#include "base/unicode.h"
#include "post/frontmatteredit.h"

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

static int lineOfPlaceholder(const Item& item, std::string_view name)
{
    if (name != "categories")
        return 1; // the file's own name
    return lineOfKey(item, frontmatter::hasKey(item.text, "categories") ? "categories" : "category");
}

void UrlProblems::refused(const Item& item, std::string_view placeholder, std::string_view value,
                          const Error& why) const
{
    const std::string stops =
        severity == Severity::Error ? "Jekyll stops here" : "Jekyll would stop if it published this";
    diagnostics.push_back({item.relativePath, lineOfPlaceholder(item, placeholder), 0, severity,
                           "The address can not hold \"" + std::string(value) + "\", which :" +
                               std::string(placeholder) + " stands for: " + why.message + ". " + stops});
}

// Utils.slugify says so too, in its log.
static void tellEmptySlug(const Item& item, Diagnostics& diagnostics)
{
    const Value given = item.data.get("slug");
    const std::string text = given.isNil() ? stemOf(item.name) : textOf(given);
    diagnostics.push_back({item.relativePath,
                           given.isNil() || !frontmatter::hasKey(item.text, "slug") ? 1 : lineOfKey(item, "slug"), 0,
                           Severity::Warning,
                           "Empty `slug` generated for '" + text + "': there is no letter and no digit in it, so the" +
                               " address has no name"});
}

std::string documentUrl(const Item& item, std::string_view pattern, const UrlProblems& problems)
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
            problems.diagnostics.push_back(
                {item.relativePath, lineOfKey(item, "permalink"), 0, problems.severity,
                 "The URL template doesn't have " + std::string(key) + " keys. Check your permalink template!"});
        const Value slug = item.data.get("slug");
        if ((key == "title" || key == "slug") && slug.isTruthy() && !slug.isString())
            problems.diagnostics.push_back({item.relativePath, lineOfKey(item, "slug"), 0, problems.severity,
                                            "The slug should be a text; Jekyll stops at another value"});
        if (value && value->empty() && (key == "title" || key == "slug" || key == "name"))
            tellEmptySlug(item, problems.diagnostics);
        const Expected<std::string> escaped = escapedPlaceholder(value.value_or(std::string()));
        if (!escaped)
            problems.refused(item, key, *value, escaped.error());
        url += escaped ? *escaped : escapePath(*value);
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

std::string pageUrl(const Item& item, const Value& permalink, std::string_view style, const UrlProblems& problems)
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
    // Jekyll looks at each value as long as there is a colon, whether the pattern names it or not.
    using Placeholder = std::pair<std::string, const std::string*>;
    const std::array<Placeholder, 3> placeholders{Placeholder{"path", &item.directory},
                                                  Placeholder{"basename", &basename},
                                                  Placeholder{"output_ext", &item.outputExtension}};
    for (const auto& [name, value] : placeholders) {
        if (url.find(':') == std::string::npos)
            break;
        const Expected<std::string> escaped = escapedPlaceholder(*value);
        if (!escaped)
            problems.refused(item, name, *value, escaped.error());
        url = replaced(url, ":" + name, escaped ? *escaped : escapePath(*value));
    }
    return sanitizedUrl(url);
}

} // namespace galley::site
