// SPDX-License-Identifier: MIT
#include "check/nearest.h"

#include "base/unicode.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace galley::check
{

/// Letters put in, left out, mistaken or swapped with a neighbour (optimal string alignment).
static std::size_t distance(std::u32string_view left, std::u32string_view right)
{
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            row[j + 1] = std::min({above[j] + (left[i] == right[j] ? 0 : 1), row[j] + 1, above[j + 1] + 1});
            if (i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j])
                row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above.back();
}

static std::u32string letters(std::string_view text)
{
    std::u32string out;
    for (std::size_t pos = 0; pos < text.size();)
        out += unicode::next(text, pos);
    return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    constexpr std::size_t longest = 100; // letters: a word this long is no slip of the finger
    constexpr std::size_t shortWord = 4;
    const std::u32string meant = letters(word);
    if (meant.empty() || meant.size() > longest)
        return {};
    std::size_t best = meant.size() <= shortWord ? 2 : 3;
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t away = unicode::length(candidate) > longest ? best : distance(meant, letters(candidate));
        if (away < best) {
            best = away;
            found = candidate;
        }
    }
    return found;
}

} // namespace galley::check
