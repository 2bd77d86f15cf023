// SPDX-License-Identifier: MIT
#include "wordcount.h"

#include "base/unicode.h"

namespace galley
{

/// Words a minute that adults read silently in English (Brysbaert 2019: 238 for non-fiction), rounded down for code.
static constexpr int wordsPerMinute = 220;

static bool isIdeograph(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

WordCount countWords(std::string_view text)
{
    WordCount count;
    bool inWord = false;
    for (std::size_t pos = 0; pos < text.size();) {
        const auto byte = static_cast<unsigned char>(text[pos]);
        if (byte < 0x80) {
            ++pos;
            const bool alnum = (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
            if (byte <= ' ')
                inWord = false;
            else if (alnum && !inWord)
                inWord = ++count.words > 0;
            continue;
        }
        const char32_t c = unicode::next(text, pos);
        if (isIdeograph(c)) {
            ++count.words;
            inWord = false;
        } else if (unicode::isSpace(c)) {
            inWord = false;
        } else if (!inWord && unicode::isAlnum(c)) {
            inWord = ++count.words > 0;
        }
    }
    count.minutes = (count.words + wordsPerMinute - 1) / wordsPerMinute;
    return count;
}

} // namespace galley
