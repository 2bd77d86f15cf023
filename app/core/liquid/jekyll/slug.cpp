// SPDX-License-Identifier: MIT
#include "liquid/jekyll/slug.h"

#include "base/unicode.h"
#include "liquid/scanner.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>

namespace galley::liquid
{

namespace
{
struct Latin {
    char32_t letter;
    std::string_view ascii;
};

/// Letters that do not decompose into a base letter and accents.
constexpr std::array latinLetters{
    Latin{0xC6, "AE"},  Latin{0xD0, "D"},   Latin{0xD7, "x"},   Latin{0xD8, "O"},   Latin{0xDE, "Th"},
    Latin{0xDF, "ss"},  Latin{0xE6, "ae"},  Latin{0xF0, "d"},   Latin{0xF8, "o"},   Latin{0xFE, "th"},
    Latin{0x110, "D"},  Latin{0x111, "d"},  Latin{0x126, "H"},  Latin{0x127, "h"},  Latin{0x131, "i"},
    Latin{0x132, "IJ"}, Latin{0x133, "ij"}, Latin{0x138, "k"},  Latin{0x13F, "L"},  Latin{0x140, "l"},
    Latin{0x141, "L"},  Latin{0x142, "l"},  Latin{0x149, "'n"}, Latin{0x14A, "NG"}, Latin{0x14B, "ng"},
    Latin{0x152, "OE"}, Latin{0x153, "oe"}, Latin{0x166, "T"},  Latin{0x167, "t"}};

std::string latinOf(char32_t c)
{
    const auto* found =
        std::find_if(latinLetters.begin(), latinLetters.end(), [c](const Latin& each) { return each.letter == c; });
    if (found != latinLetters.end())
        return std::string(found->ascii);
    // The table of Ruby's I18n ends with Latin Extended-A.
    const QString parts =
        c >= 0xC0 && c < 0x180 ? QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D) : QString();
    return !parts.isEmpty() && parts[0].unicode() < 0x80 ? std::string(1, static_cast<char>(parts[0].unicode())) : "?";
}

using Keeps = bool (*)(char32_t);

bool keepsDefault(char32_t c)
{
    return unicode::isAlnum(c);
}
bool keepsRaw(char32_t c)
{
    return c >= 0x80 || !isBlankByte(static_cast<char>(c));
}
bool keepsAscii(char32_t c)
{
    return c < 0x80 && isWordByte(static_cast<char>(c)) && c != '_';
}
bool keepsPretty(char32_t c)
{
    constexpr std::string_view signs = "._~!$&'()+,;=@";
    return keepsDefault(c) || (c < 0x80 && signs.find(static_cast<char>(c)) != std::string_view::npos);
}

/// Each run of other characters becomes one hyphen; none is left at an end.
std::string hyphenated(std::string_view text, Keeps keeps)
{
    std::string out;
    bool gap = false;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = pos;
        const bool kept = keeps(unicode::next(text, pos));
        if (kept)
            out += text.substr(start, pos - start);
        else if (!gap)
            out += '-';
        gap = !kept;
    }
    if (!out.empty() && out.front() == '-')
        out.erase(0, 1);
    if (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

bool isCjk(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Han || script == QChar::Script_Katakana || script == QChar::Script_Hiragana ||
           script == QChar::Script_Hangul;
}
} // namespace

std::string transliterated(std::string_view text)
{
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = unicode::next(text, pos);
        if (c < 0x80)
            out += static_cast<char>(c);
        else
            out += latinOf(c);
    }
    return out;
}

std::string slugified(std::string_view text, std::string_view mode)
{
    if (mode == "raw")
        return unicode::toLower(hyphenated(text, keepsRaw));
    if (mode == "pretty")
        return unicode::toLower(hyphenated(text, keepsPretty));
    if (mode == "ascii")
        return unicode::toLower(hyphenated(text, keepsAscii));
    if (mode == "latin")
        return unicode::toLower(hyphenated(transliterated(text), keepsDefault));
    return unicode::toLower(mode == "default" ? hyphenated(text, keepsDefault) : std::string(text));
}

WordCount countWords(std::string_view text)
{
    WordCount out;
    bool inWord = false, inOther = false;
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = unicode::next(text, pos);
        const bool blank = c < 0x80 && (isBlankByte(static_cast<char>(c)) || c == 0);
        const bool cjk = c >= 0x80 && isCjk(c);
        out.blanks += !blank && !inWord ? 1 : 0;
        out.cjk += cjk ? 1 : 0;
        out.others += !blank && !cjk && !inOther ? 1 : 0;
        inWord = !blank;
        inOther = !blank && !cjk;
    }
    return out;
}

} // namespace galley::liquid
