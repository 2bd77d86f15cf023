// SPDX-License-Identifier: MIT
// Jekyll's slugify and word counting.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// Jekyll::Utils.slugify: raw, default, pretty, ascii, latin; another mode only makes lower case.
std::string slugified(std::string_view text, std::string_view mode);

/// Letters without accents and ligatures in ASCII; "?" for what has no Latin form (I18n.transliterate).
std::string transliterated(std::string_view text);

struct WordCount {
    std::size_t blanks = 0; ///< words between blanks
    std::size_t cjk = 0;    ///< Chinese, Japanese and Korean characters
    std::size_t others = 0; ///< runs between blanks and such characters
};

WordCount countWords(std::string_view text);

} // namespace galley::liquid
