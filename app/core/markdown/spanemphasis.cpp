// SPDX-License-Identifier: MIT
// Emphasis, code, math and strikethrough of kramdown.
#include "markdown/spanscanner.h"

#include "base/unicode.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
/// Whether a letter stands before `pos`, or a letter and a hyphen: an underscore there is text.
bool followsWord(std::string_view text, Pos pos)
{
    const auto letterBefore = [&](Pos end) {
        if (end == 0)
            return false;
        Pos begin = end - 1;
        while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
            --begin;
        return unicode::isLetter(unicode::next(text, begin));
    };
    return letterBefore(pos) || (pos > 0 && text[pos - 1] == '-' && letterBefore(pos - 1));
}
} // namespace

/// Tries a span with this delimiter at the cursor; the cursor is behind the span, or where it was.
bool SpanScanner::emphasise(std::string_view mark, Kind kind)
{
    const Pos begin = m_pos;
    const std::size_t delimiter = (mark.front() == '_' ? 2u : 0u) | (mark.size() - 1);
    Pos& unclosed = m_unclosed[delimiter * 8 + openKinds()];
    if (unclosed != none && begin >= unclosed && m_work < m_shortcutBelow)
        return false;
    Node* node = m_state.tree.make(kind, m_line);
    int& open = kind == Kind::Strong ? m_strong : m_emphasis;
    Stop stop{Stop::Kind::Delimiter, mark};
    m_pos += mark.size();
    ++open;
    const bool found = scanUntil(*node, &stop, SpanMode::All);
    --open;
    if (!found) {
        m_state.tree.release(node);
        m_pos = begin;
        unclosed = std::min(unclosed, begin);
        return false;
    }
    m_pos += mark.size();
    Tree::append(*m_into, node);
    return true;
}

bool SpanScanner::emphasis()
{
    const char c = here();
    const std::size_t length = at(m_text, m_pos + 1) == c ? 2 : 1;
    const std::string_view mark = m_text.substr(m_pos, length);
    const bool strong = length == 2;
    const bool isText = (c == '_' && followsWord(m_text, m_pos)) || isSpace(at(m_text, m_pos + length)) ||
                        (strong ? m_strong : m_emphasis) > 0;
    if (isText) {
        take(length);
        return true;
    }
    if (emphasise(mark, strong ? Kind::Strong : Kind::Emphasis))
        return true;
    // Two marks that close nothing may be one that opens and one that is text.
    if (strong && m_into->kind != Kind::Emphasis && emphasise(mark.substr(0, 1), Kind::Emphasis))
        return true;
    take(length);
    return true;
}

bool SpanScanner::codeSpan()
{
    std::size_t length = 0;
    while (at(m_text, m_pos + length) == '`')
        ++length;
    const bool simple = length == 1;
    if (simple && (m_pos == 0 || isSpace(before())) && isSpace(at(m_text, m_pos + 1))) {
        take(1);
        return true;
    }
    const Pos begin = m_pos + length;
    const Pos end = m_finder.find(m_text.substr(m_pos, length), begin);
    if (end == none) {
        take(length);
        return true;
    }
    std::string_view code = m_text.substr(begin, end - begin);
    if (!simple && !code.empty() && code.front() == ' ')
        code.remove_prefix(1);
    if (!simple && !code.empty() && code.back() == ' ')
        code.remove_suffix(1);
    add(Kind::CodeSpan)->value = code;
    m_pos = end + length;
    return true;
}

bool SpanScanner::inlineMath()
{
    const Pos end = at(m_text, m_pos + 1) == '$' ? m_finder.find("$$", m_pos + 2) : none;
    if (end == none)
        return false;
    add(Kind::Math)->value = trim(m_text.substr(m_pos + 2, end - m_pos - 2));
    m_pos = end + 2;
    return true;
}

bool SpanScanner::strikethrough()
{
    const Pos begin = m_pos + 2;
    const auto isInner = [&](Pos pos) { return !isSpace(at(m_text, pos)) && at(m_text, pos) != '~'; };
    if (at(m_text, m_pos + 1) != '~' || begin >= m_text.size() || !isInner(begin))
        return false;
    if (begin >= m_unclosedStrike)
        return false;
    Pos end = m_finder.find("~~", begin + 1);
    while (end != none && !isInner(end - 1))
        end = m_finder.find("~~", end + 1);
    if (end == none) {
        m_unclosedStrike = begin; // nor has any later one
        return false;
    }
    Node* node = add(Kind::HtmlElement);
    node->value = "del";
    m_pos = end + 2;
    // No end fits inside, so this goes one level deep only.
    SpanScanner(m_state, m_text.substr(begin, end - begin), m_line).scan(*node);
    return true;
}

} // namespace galley::markdown
