// SPDX-License-Identifier: MIT
#include "editor/backspace.h"

#include <QChar>

namespace galley
{

/// Walks a text backwards, code point by code point; 0 before its beginning.
namespace
{
class Backwards
{
public:
    explicit Backwards(QStringView text) : m_text(text), m_at(text.size()) {}

    char32_t peek() const { return m_at == 0 ? 0 : codePoint(length()); }
    void take() { m_at -= m_at == 0 ? 0 : length(); }
    qsizetype taken() const { return m_text.size() - m_at; }
    qsizetype place() const { return m_at; }
    void goTo(qsizetype place) { m_at = place; }

private:
    qsizetype length() const
    {
        return m_at >= 2 && m_text[m_at - 1].isLowSurrogate() && m_text[m_at - 2].isHighSurrogate() ? 2 : 1;
    }
    char32_t codePoint(qsizetype units) const
    {
        return units == 2 ? QChar::surrogateToUcs4(m_text[m_at - 2], m_text[m_at - 1]) : m_text[m_at - 1].unicode();
    }

    QStringView m_text;
    qsizetype m_at;
};
} // namespace

static constexpr char32_t zeroWidthJoiner = 0x200D;
static constexpr char32_t keyCap = 0x20E3;
static constexpr char32_t cancelTag = 0xE007F;

static bool isVariationSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static bool isRegionalLetter(char32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

static bool isSkinTone(char32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

static bool isTag(char32_t c)
{
    return c >= 0xE0020 && c < cancelTag;
}

/// Whether an emoji can be of this sign: symbols, arrows and the planes of pictures, without the regional letters.
static bool isPicture(char32_t c)
{
    const bool isPlain = c == 0xA9 || c == 0xAE || c == 0x203C || c == 0x2049 || (c >= 0x2100 && c <= 0x2BFF) ||
                         c == 0x3030 || c == 0x303D || c == 0x3297 || c == 0x3299;
    return isPlain || (c >= 0x1F000 && c <= 0x1FAFF && !isRegionalLetter(c));
}

/// Flags are pairs: of an odd row the last letter stands alone.
static void takeFlag(Backwards& text)
{
    const qsizetype start = text.place();
    int letters = 0;
    for (; isRegionalLetter(text.peek()); text.take())
        ++letters;
    text.goTo(start);
    text.take();
    if (letters % 2 == 0)
        text.take();
}

static bool takeTags(Backwards& text)
{
    const qsizetype start = text.place();
    text.take();
    while (isTag(text.peek()))
        text.take();
    const bool isWhole = isPicture(text.peek());
    if (!isWhole)
        text.goTo(start);
    text.take();
    return isWhole;
}

static void takeKeyCap(Backwards& text)
{
    text.take();
    const qsizetype start = text.place();
    if (isVariationSelector(text.peek()))
        text.take();
    const char32_t base = text.peek();
    if ((base >= U'0' && base <= U'9') || base == U'#' || base == U'*')
        text.take();
    else
        text.goTo(start);
}

/// One picture with its selector or skin tone; false and nothing taken where there is none.
static bool takePicture(Backwards& text)
{
    const qsizetype start = text.place();
    while (isVariationSelector(text.peek()) || (isSkinTone(text.peek())))
        text.take();
    if (isPicture(text.peek())) {
        text.take();
        return true;
    }
    const bool isLoneTone = text.place() != start && text.peek() != 0;
    text.goTo(start);
    if (isLoneTone && isSkinTone(text.peek())) {
        text.take();
        return true;
    }
    return false;
}

static void takeJoined(Backwards& text)
{
    while (text.peek() == zeroWidthJoiner) {
        const qsizetype joiner = text.place();
        text.take();
        if (takePicture(text))
            continue;
        text.goTo(joiner); // it joins letters: not ours
        return;
    }
}

qsizetype backspaceLength(QStringView before)
{
    Backwards text(before);
    const char32_t last = text.peek();
    if (isRegionalLetter(last))
        takeFlag(text);
    else if (last == cancelTag)
        takeTags(text);
    else if (last == keyCap)
        takeKeyCap(text);
    else if (takePicture(text))
        takeJoined(text);
    else if (isVariationSelector(last)) { // of a letter or an ideograph: never left behind alone
        text.take();
        text.take();
    } else {
        text.take();
    }
    return text.taken();
}

} // namespace galley
