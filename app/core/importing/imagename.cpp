// SPDX-License-Identifier: MIT
#include "importing/imagename.h"

#include "base/unicode.h"
#include "site/urls.h"

#include <algorithm>
#include <array>

namespace galley
{
namespace
{
constexpr std::size_t longestStem = 90;

std::string_view fileName(std::string_view path)
{
    return path.substr(path.find_last_of("/\\") + 1);
}

std::string cutAt(std::string text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    text.resize(most);
    while (text.ends_with('-'))
        text.pop_back();
    return text;
}

// Windows opens a device for these, whatever the extension.
bool isDevice(std::string_view stem)
{
    constexpr std::array<std::string_view, 4> names{"con", "prn", "aux", "nul"};
    const bool numbered = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                          stem.back() >= '0' && stem.back() <= '9';
    return numbered || std::find(names.begin(), names.end(), stem) != names.end();
}

std::string stemFor(std::string_view original, std::string_view fallback)
{
    std::string stem = cutAt(site::slug(site::stemOf(fileName(original))), longestStem);
    if (stem.empty())
        stem = cutAt(site::slug(fallback), longestStem);
    if (stem.empty() || isDevice(stem))
        stem = stem.empty() ? "image" : "image-" + stem;
    return stem;
}
} // namespace

std::string imageName(std::string_view original, std::string_view fallback,
                      const std::function<bool(const std::string&)>& taken)
{
    const std::string stem = stemFor(original, fallback);
    const std::string extension = unicode::toLower(site::extensionOf(fileName(original)));
    std::string name = stem + extension;
    for (int number = 2; taken(name); ++number)
        name = stem + "-" + std::to_string(number) + extension;
    return name;
}

std::string imageText(std::string_view original)
{
    const std::string stem = site::stemOf(fileName(original));
    const std::string lower = unicode::toLower(stem);
    constexpr std::array<std::string_view, 9> machines{"img",        "dsc",   "dscn", "pxl", "image",
                                                       "screenshot", "photo", "mvi",  "sam"};
    const bool byMachine = std::any_of(machines.begin(), machines.end(), [&](std::string_view name) {
        const bool starts = lower.starts_with(name);
        return starts && lower.find_first_of("0123456789") != lower.npos;
    });
    const bool hasWord = std::any_of(lower.begin(), lower.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ||
                         std::any_of(lower.begin(), lower.end(), [](char c) { return c < 0; });
    if (byMachine || !hasWord)
        return {};
    std::string text;
    for (const char c : stem)
        text += c == '-' || c == '_' || c == '[' || c == ']' ? ' ' : c;
    return unicode::toTitle(text.substr(0, 1)) + text.substr(1);
}

} // namespace galley
