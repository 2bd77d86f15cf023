// SPDX-License-Identifier: MIT
// Smart quotes, dashes, entities, escapes and hard line ends of kramdown.
#include "markdown/spanscanner.h"

#include "base/unicode.h"
#include "markdown/entities.h"

namespace galley::markdown
{

namespace
{
constexpr std::string_view quoteTexts[] = {"‘", "’", "“", "”"};
constexpr std::string_view symbolTexts[] = {"—", "–", "…", "«\u00A0", "\u00A0»", "«", "»"};
enum Quote { LeftSingle, RightSingle, LeftDouble, RightDouble };
enum Sign { EmDash, EnDash, Ellipsis, LeftGuillemetSpace, RightGuillemetSpace, LeftGuillemet, RightGuillemet };

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

/// Unicode's word characters, by which \b is decided.
bool isUnicodeWord(std::string_view text, Pos pos)
{
    if (pos >= text.size())
        return false;
    const char32_t c = unicode::next(text, pos);
    return c < 0x80 ? isWord(static_cast<char>(c)) : unicode::isAlnum(c);
}

bool isClosingPunctuation(std::string_view text, Pos pos)
{
    constexpr std::string_view marks = "!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~";
    const char c = at(text, pos);
    if (pos >= text.size() || marks.find(c) == none || text.substr(pos + 1, 2) == "..")
        return false;
    return isUnicodeWord(text, pos + 1) == (c == '_');
}

bool isEmphasisAhead(std::string_view text, Pos pos)
{
    const auto isMark = [&](Pos p) { return at(text, p) == '*' || at(text, p) == '_'; };
    const auto isInner = [&](Pos p) { return p < text.size() && !isSpace(text[p]); };
    return isMark(pos) && (isInner(pos + 1) || (isMark(pos + 1) && isInner(pos + 2)));
}

/// White space, an "s" that ends a word, or a line's end.
bool isEndAhead(std::string_view text, Pos pos)
{
    if (pos >= text.size() || isSpace(text[pos]))
        return true;
    return text[pos] == 's' && !isUnicodeWord(text, pos + 1);
}

Quote left(char quote)
{
    return quote == '"' ? LeftDouble : LeftSingle;
}

Quote right(char quote)
{
    return quote == '"' ? RightDouble : RightSingle;
}
} // namespace

void SpanScanner::addSymbol(Kind kind, int index)
{
    Node* node = add(kind);
    node->level = static_cast<std::uint8_t>(index);
    node->extra = kind == Kind::SmartQuote ? quoteTexts[index] : symbolTexts[index];
}

/// The cursor is at a quote, or at the one character before it: which way it turns depends on both sides.
bool SpanScanner::smartQuotes()
{
    const char c = here();
    const char next = at(m_text, m_pos + 1);
    const bool atQuote = isQuote(c);
    const auto single = [&](std::size_t bytesBefore, Quote quote) {
        take(bytesBefore);
        addSymbol(Kind::SmartQuote, quote);
        ++m_pos;
        return true;
    };
    const auto pair = [&](std::size_t bytesBefore, Quote first, Quote second) {
        single(bytesBefore, first);
        return single(0, second);
    };
    if (atQuote && isEmphasisAhead(m_text, m_pos + 1))
        return single(0, left(c));
    if (atQuote && isClosingPunctuation(m_text, m_pos + 1))
        return single(0, right(c));
    const std::size_t space = isSpace(c) ? 1 : 0;
    const Pos first = m_pos + space;
    const std::string_view two = m_text.substr(first, 2);
    if ((two == "\"'" || two == "'\"") && isWord(at(m_text, first + 2)))
        return pair(space, left(two[0]), left(two[1]));
    if (at(m_text, first) == '\'' && isDigit(at(m_text, first + 1)) && isDigit(at(m_text, first + 2)) &&
        at(m_text, first + 3) == 's')
        return single(space, RightSingle);
    if (space == 1 && isQuote(next) && isWord(at(m_text, m_pos + 2)))
        return single(1, left(next));
    Pos after = m_pos;
    unicode::next(m_text, after);
    constexpr std::string_view openers = " \\\t\r\n[{(-";
    if (isQuote(at(m_text, after)) && openers.find(c) == none)
        return single(after - m_pos, right(m_text[after]));
    if (atQuote && isEndAhead(m_text, m_pos + 1))
        return single(0, right(c));
    // What is left opens; one character before it may be anything.
    if (isQuote(at(m_text, after)) && (m_text[after] == '\'' || c != '\''))
        return single(after - m_pos, left(m_text[after]));
    return single(0, left(c));
}

bool SpanScanner::typographicSymbol()
{
    if (m_state.isGfm() && m_state.options.quirkNoTypographic)
        return false;
    const std::string_view rest = m_text.substr(m_pos);
    const auto starts = [&](std::string_view mark) { return rest.substr(0, mark.size()) == mark; };
    constexpr std::pair<std::string_view, Sign> signs[] = {{"---", EmDash},
                                                           {"--", EnDash},
                                                           {"...", Ellipsis},
                                                           {"<< ", LeftGuillemetSpace},
                                                           {" >>", RightGuillemetSpace},
                                                           {"<<", LeftGuillemet},
                                                           {">>", RightGuillemet}};
    if (starts("\\<<") || starts("\\>>")) {
        const bool less = rest[1] == '<';
        for (int i = 0; i < 2; ++i)
            addEntity({}, less ? U'<' : U'>');
        m_pos += 3;
        return true;
    }
    for (const auto& [mark, sign] : signs) {
        if (starts(mark)) {
            addSymbol(Kind::Symbol, sign);
            m_pos += mark.size();
            return true;
        }
    }
    return false;
}

void SpanScanner::addEntity(std::string_view original, char32_t codePoint)
{
    Node* node = add(Kind::Entity);
    node->value = original;
    std::string character;
    const bool valid = codePoint <= 0x10FFFF && (codePoint < 0xD800 || codePoint > 0xDFFF);
    if (valid)
        unicode::append(character, codePoint);
    node->extra = m_state.tree.keep(character);
}

bool SpanScanner::entity()
{
    const Pos limit = m_pos + 64; // longer than any name or number that means something
    Pos end = m_pos + 1;
    const bool numeric = at(m_text, end) == '#';
    end += numeric;
    while (end < limit &&
           (isWord(at(m_text, end)) || at(m_text, end) == ':' || at(m_text, end) == '-' || at(m_text, end) == '.'))
        ++end;
    if (at(m_text, end) != ';' || end == m_pos + 1 + numeric || at(m_text, m_pos + 1) == '-' ||
        at(m_text, m_pos + 1) == '.')
        return false;
    const std::string_view original = m_text.substr(m_pos, end + 1 - m_pos);
    const bool number =
        numeric && original.find_first_not_of(at(m_text, m_pos + 2) == 'x' ? "0123456789abcdefABCDEF" : "0123456789",
                                              at(m_text, m_pos + 2) == 'x' ? 3 : 2) == original.size() - 1;
    if (numeric && (!number || original == "&#x;"))
        return false;
    const auto decoded = decodeEntity(original);
    if (decoded) {
        addEntity(original, correctedCodePoint(*decoded));
        m_pos = end + 1;
        return true;
    }
    addEntity({}, U'&'); // a name that kramdown does not know
    ++m_pos;
    take(original.size() - 1);
    return true;
}

bool SpanScanner::lineBreak()
{
    const std::string_view mark = m_text.substr(m_pos, 3);
    if ((mark != "  \n" && mark != "\\\\\n") || (m_state.isGfm() && m_state.options.hardWrap))
        return false;
    add(Kind::LineBreak);
    m_pos += 2;
    return true;
}

bool SpanScanner::escapedCharacter()
{
    constexpr std::string_view escapable = "\\.*_+`<>()[]{}#!:|\"'$=-";
    const char next = at(m_text, m_pos + 1);
    if (here() != '\\' || m_pos + 1 >= m_text.size() ||
        (escapable.find(next) == none && !(next == '~' && m_state.isGfm())))
        return false;
    ++m_pos;
    take(1);
    return true;
}

} // namespace galley::markdown
