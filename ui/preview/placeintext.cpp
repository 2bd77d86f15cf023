// SPDX-License-Identifier: MIT
#include "preview/placeintext.h"

#include <algorithm>
#include <vector>

namespace galley
{

namespace
{

struct Letters {
    std::vector<char16_t> signs;
    std::vector<int> places; ///< of each in the text
};

Letters lettersOf(const QString& text)
{
    Letters letters;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            letters.signs.push_back(c.unicode());
            letters.places.push_back(i);
        }
    }
    return letters;
}

/// How many signs agree on both sides of the place before sign `at` of the source.
std::size_t agreement(const Letters& source, std::size_t at, const Letters& before, const Letters& after)
{
    const auto middle = source.signs.begin() + std::ptrdiff_t(at);
    const auto forward = std::mismatch(middle, source.signs.end(), after.signs.begin(), after.signs.end());
    const auto backward = std::mismatch(std::make_reverse_iterator(middle), source.signs.rend(), before.signs.rbegin(),
                                        before.signs.rend());
    return std::size_t(forward.first - middle) + std::size_t(backward.second - before.signs.rbegin());
}

} // namespace

std::optional<int> placeInText(const QString& source, const QString& before, const QString& after)
{
    const Letters all = lettersOf(source), left = lettersOf(before), right = lettersOf(after);
    std::size_t best = 0, place = 0;
    for (std::size_t at = 0; at <= all.signs.size(); ++at) {
        const std::size_t score = agreement(all, at, left, right);
        if (score > best) {
            best = score;
            place = at;
        }
    }
    if (best == 0)
        return std::nullopt;
    const bool afterLetter = place > 0 && !before.isEmpty() && before.back().isLetterOrNumber();
    if (afterLetter || place == all.signs.size())
        return all.places[place - 1] + 1;
    return all.places[place];
}

} // namespace galley
