// SPDX-License-Identifier: MIT
#include "wordcount.h"

#include "base/unicode.h"

#include <array>

namespace galley
{

/// Words a minute that adults read silently in English (Brysbaert 2019: 238 for non-fiction), rounded down for code.
static constexpr int wordsPerMinute = 220;

static bool isIdeograph(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

/// What an ASCII byte is to words.
struct ByteKind {
    bool alnum;
    bool space; ///< control characters too
};

static constexpr std::array<ByteKind, 128> makeByteKinds()
{
    std::array<ByteKind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c)
        kinds[c] = {(c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'), c <= ' '};
    return kinds;
}

WordCount countWords(std::string_view text)
{
    static constexpr std::array<ByteKind, 128> kinds = makeByteKinds();
    WordCount count;
    bool inWord = false;
    for (std::size_t pos = 0; pos < text.size();) {
        const auto byte = static_cast<unsigned char>(text[pos]);
        if (byte < 0x80) { // without branches: where words end is what no processor guesses
            ++pos;
            const ByteKind kind = kinds[byte];
            count.words += int(kind.alnum) & int(!inWord);
            inWord = (int(inWord) | int(kind.alnum)) & int(!kind.space);
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
