// SPDX-License-Identifier: MIT
#include "site/theme.h"

#include "liquid/objectdrop.h"

#include "base/files.h"

#include <algorithm>
#include <cctype>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
/// Text between `open` and `close` after `key`; empty when there is none.
std::string quotedAfter(const std::string& text, const std::string& key, std::size_t& from)
{
    const std::size_t at = text.find(key, from);
    if (at == std::string::npos) {
        from = at;
        return {};
    }
    const std::size_t open = at + key.size();
    const std::size_t close = text.find_first_of("\">", open);
    from = close;
    return close == std::string::npos ? std::string() : text.substr(open, close - open);
}

std::string quotedAfter(const std::string& text, const std::string& key)
{
    std::size_t from = 0;
    return quotedAfter(text, key, from);
}

void readSpecification(Theme& theme, const std::string& text)
{
    theme.version = quotedAfter(text, "s.version = \"");
    theme.authors = quotedAfter(text, "s.authors = [\"");
    theme.description = quotedAfter(text, "s.description = \"");
    if (theme.description.empty())
        theme.description = quotedAfter(text, "s.summary = \"");
    for (std::size_t from = 0; from != std::string::npos;) {
        const std::string gem = quotedAfter(text, "s.add_runtime_dependency(%q<", from);
        if (!gem.empty() && gem != "jekyll")
            theme.dependencies.push_back(gem);
    }
}

/// Of "minima-2.5.1" and "minima-2.10.0" the second is newer.
bool isOlder(const std::string& left, const std::string& right)
{
    const auto padded = [](const std::string& text) {
        std::string out;
        std::string number;
        for (const char c : text + ".") {
            if (std::isdigit(static_cast<unsigned char>(c))) {
                number += c;
                continue;
            }
            out += std::string(8 - std::min<std::size_t>(8, number.size()), '0') + number + c;
            number.clear();
        }
        return out;
    };
    return padded(left) < padded(right);
}

std::optional<fs::path> newestFolder(const fs::path& gems, const std::string& name)
{
    std::optional<fs::path> newest;
    std::error_code code;
    // A loop over the iterator itself would throw when the folder fails in the middle.
    for (fs::directory_iterator it(gems, code), end; !code && it != end; it.increment(code)) {
        const fs::directory_entry& entry = *it;
        const std::string folder = entry.path().filename().string();
        const bool named = folder.rfind(name + "-", 0) == 0 && folder.size() > name.size() + 1 &&
                           std::isdigit(static_cast<unsigned char>(folder[name.size() + 1]));
        std::error_code ignored;
        if (named && entry.is_directory(ignored) && (!newest || isOlder(newest->filename().string(), folder)))
            newest = entry.path();
    }
    return newest;
}
} // namespace

std::optional<Theme> findTheme(std::string_view name, const std::vector<fs::path>& gemFolders)
{
    std::string clean(name);
    std::transform(clean.begin(), clean.end(), clean.begin(), [](unsigned char c) { return std::tolower(c); });
    if (clean.empty() || clean.find('/') != std::string::npos)
        return std::nullopt;
    for (const fs::path& folder : gemFolders) {
        const std::optional<fs::path> root = newestFolder(folder / "gems", clean);
        if (!root)
            continue;
        Theme theme;
        theme.name = clean;
        std::error_code code;
        theme.root = fs::canonical(*root, code);
        if (code)
            continue;
        if (const auto text = readFile(folder / "specifications" / (root->filename().string() + ".gemspec")))
            readSpecification(theme, *text);
        return theme;
    }
    return std::nullopt;
}

Value Theme::toValue() const
{
    Array gems;
    for (const std::string& gem : dependencies)
        gems.push_back(gem);
    Hash value;
    value.set("root", root.string());
    value.set("dependencies", Value(std::move(gems)));
    value.set("authors", authors);
    value.set("version", version);
    value.set("description", description);
    return Value(std::make_shared<const liquid::HashDrop>("Jekyll::Drops::ThemeDrop", std::move(value)));
}

} // namespace galley::site
