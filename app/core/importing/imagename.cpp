// SPDX-License-Identifier: MIT
#include "importing/imagename.h"

#include "base/normalform.h"
#include "base/textcut.h"
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

// As one part of an address that relative_url does not change: see checkAddress().
std::string slugOf(std::string_view text)
{
    std::string stem = site::slug(unicode::composed(text, unicode::Form::Compatibility));
    stem = unicode::beginning(stem, longestStem);
    while (stem.ends_with('-'))
        stem.pop_back();
    return stem;
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
    std::string stem = slugOf(site::stemOf(fileName(original)));
    if (stem.empty())
        stem = slugOf(fallback);
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

static bool hasLetter(std::string_view text)
{
    for (std::size_t pos = 0; pos < text.size();) {
        if (unicode::isLetter(unicode::next(text, pos)))
            return true;
    }
    return false;
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
    if (byMachine || !hasLetter(stem))
        return {};
    std::string text = unicode::composed(stem, unicode::Form::Canonical);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return std::string_view("-_[]").find(c) != std::string_view::npos; },
        ' ');
    std::size_t first = 0;
    unicode::next(text, first);
    return unicode::toTitle(std::string_view(text).substr(0, first)) + text.substr(first);
}

} // namespace galley
