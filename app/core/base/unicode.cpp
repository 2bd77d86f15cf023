// SPDX-License-Identifier: MIT
#include "base/unicode.h"

#include <QChar>
#include <QString>

#include <cstdint>
#include <cstring>

namespace galley::unicode
{

namespace
{
constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t codePoint;
    std::size_t bytes; ///< 0 when invalid
};

/// One code point by RFC 3629: no overlong forms, no surrogates, nothing over U+10FFFF.
Decoded decode(std::string_view text, std::size_t pos)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(pos);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || pos + count > text.size())
        return {replacement, 0};
    char32_t c = lead & (0xFFu >> (count + 1));
    for (std::size_t i = 1; i < count; ++i) {
        if ((byte(pos + i) & 0xC0) != 0x80)
            return {replacement, 0};
        c = (c << 6) | (byte(pos + i) & 0x3Fu);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < smallest[count] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return {replacement, 0};
    return {c, count};
}
} // namespace

char32_t next(std::string_view text, std::size_t& pos)
{
    const Decoded d = decode(text, pos);
    pos += d.bytes ? d.bytes : 1;
    return d.codePoint;
}

void append(std::string& out, char32_t c)
{
    const auto put = [&](unsigned value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// Behind the ASCII bytes from there on, eight at a time.
static std::size_t afterAscii(std::string_view text, std::size_t pos)
{
    constexpr std::uint64_t highBits = 0x8080808080808080u;
    for (std::uint64_t bytes; pos + sizeof bytes <= text.size(); pos += sizeof bytes) {
        std::memcpy(&bytes, text.data() + pos, sizeof bytes);
        if ((bytes & highBits) != 0)
            break;
    }
    while (pos < text.size() && static_cast<unsigned char>(text[pos]) < 0x80)
        ++pos;
    return pos;
}

std::size_t firstInvalid(std::string_view text)
{
    for (std::size_t pos = 0; pos < text.size();) {
        if (static_cast<unsigned char>(text[pos]) < 0x80) {
            pos = afterAscii(text, pos);
            continue;
        }
        const std::size_t bytes = decode(text, pos).bytes;
        if (bytes == 0)
            return pos;
        pos += bytes;
    }
    return std::string_view::npos;
}

std::size_t length(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

bool isLetter(char32_t c)
{
    return QChar::isLetter(c);
}
bool isDigit(char32_t c)
{
    return QChar::isDigit(c);
}
bool isAlnum(char32_t c)
{
    return QChar::isLetter(c) || QChar::isMark(c) || QChar::isDigit(c);
}
bool isWord(char32_t c)
{
    const auto category = QChar::category(c);
    return isAlnum(c) || category == QChar::Number_Letter || category == QChar::Punctuation_Connector;
}
bool isSpace(char32_t c)
{
    return QChar::isSpace(c);
}
bool isPrintable(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category != QChar::Other_Control && category != QChar::Other_NotAssigned &&
           category != QChar::Other_Surrogate && category != QChar::Separator_Line &&
           category != QChar::Separator_Paragraph;
}

bool isPunctuation(char32_t c)
{
    return QChar::isPunct(c) || (c < 0x80 && QChar::isSymbol(c));
}

std::string toLower(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower().toStdString();
}

std::string toUpper(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUpper().toStdString();
}

std::string toTitle(std::string_view text)
{
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = pos;
        const char32_t c = next(text, pos);
        const std::string upper = toUpper(text.substr(start, pos - start));
        std::size_t first = 0;
        if (!upper.empty())
            next(upper, first);
        if (first < upper.size()) // one character became several: only the first stays large
            out += upper.substr(0, first) + toLower(std::string_view(upper).substr(first));
        else
            append(out, QChar::toTitleCase(c));
    }
    return out;
}

} // namespace galley::unicode
