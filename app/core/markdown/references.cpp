// SPDX-License-Identifier: MIT
#include "markdown/references.h"

#include "base/unicode.h"
#include "markdown/entities.h"

#include <algorithm>
#include <iterator>

namespace galley::markdown
{

namespace
{
struct Reference {
    std::string_view name;
    std::string_view text;
};

/// Made at build time by makeentities.py; sorted by name.
constexpr Reference references[] = {
#include "markdown/htmlentities.inc"
};

constexpr std::size_t longestReference = 40; ///< bytes; the longest name has 31

/// What a whole reference stands for; empty when it is none.
std::string decoded(std::string_view reference)
{
    if (reference.size() < 3 || reference[1] != '#')
        return std::string(referenceText(reference.substr(1, reference.size() - 2)));
    const auto codePoint = decodeEntity(reference);
    std::string out;
    if (codePoint)
        unicode::append(out, *codePoint >= 0xD800 && *codePoint <= 0xDFFF ? U'\uFFFD' : *codePoint);
    return out;
}
} // namespace

std::string_view referenceText(std::string_view name)
{
    const auto found =
        std::lower_bound(std::begin(references), std::end(references), name,
                         [](const Reference& reference, std::string_view n) { return reference.name < n; });
    return found != std::end(references) && found->name == name ? found->text : std::string_view();
}

std::string decodeReferences(std::string_view text)
{
    std::string out;
    std::size_t from = 0;
    for (std::size_t pos = text.find('&'); pos != std::string_view::npos; pos = text.find('&', pos)) {
        const std::size_t length = text.substr(pos, longestReference).find(';') + 1;
        const std::string character = length == 0 ? std::string() : decoded(text.substr(pos, length));
        if (character.empty()) {
            ++pos;
            continue;
        }
        out.append(text, from, pos - from).append(character);
        from = pos += length;
    }
    return out.append(text, from);
}

} // namespace galley::markdown
