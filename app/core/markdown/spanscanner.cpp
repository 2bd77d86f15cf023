// SPDX-License-Identifier: MIT
#include "markdown/spanscanner.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <algorithm>
#include <utility>

namespace galley::markdown
{

SpanScanner::SpanScanner(KramdownState& state, std::string_view text, int line)
    : m_state(state), m_text(text), m_finder(text), m_line(line),
      m_work(limits::spanStepsFloor +
             std::min(limits::spanStepsPerByte * text.size(),
                      std::max(limits::spanStepsMost, limits::spanStepsForALook * text.size()))),
      m_shortcutBelow(m_work - limits::spanStepsFloor / 5 - 8 * text.size())
{
    m_unclosed.fill(none);
}

void SpanScanner::scan(Node& into, SpanMode mode)
{
    scanUntil(into, nullptr, mode);
    if (m_work == 0)
        m_state.cutByWork = true;
}

void SpanScanner::addText(std::string_view text)
{
    Node* last = m_into->last;
    if (text.empty())
        return;
    if (last && last->isText() && last->value.data() + last->value.size() == text.data())
        last->value = {last->value.data(), last->value.size() + text.size()};
    else
        add(Kind::Text)->value = text;
}

Node* SpanScanner::add(Kind kind)
{
    Node* node = m_state.tree.append(*m_into, kind, m_line);
    node->span = true;
    return node;
}

/// Adds the next bytes as text.
void SpanScanner::take(std::size_t bytes)
{
    const std::string_view text = m_text.substr(m_pos, bytes);
    addText(text);
    m_pos += text.size();
}

namespace
{
/// Bytes at which a span may begin or end.
constexpr std::array<bool, 256> makeSpecials()
{
    std::array<bool, 256> table{};
    for (const char c : {'*', '_', '`', '<', '>', '[', ']', '!', '"', '\'', '$', '{', '&', '-', '.', '\\', '\n', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> specials = makeSpecials();

bool isSpecial(char c)
{
    return specials[static_cast<unsigned char>(c)];
}

std::size_t characterBytes(std::string_view text, Pos pos)
{
    Pos next = pos;
    unicode::next(text, next);
    return next - pos;
}
} // namespace

/// The character before `pos`, but not before `from`: quotes and guillemets look at it.
Pos SpanScanner::startBefore(Pos from, Pos pos) const
{
    if (pos == from)
        return pos;
    for (--pos; pos > from && (static_cast<unsigned char>(m_text[pos]) & 0xC0) == 0x80;)
        --pos;
    return pos;
}

/// The first place at or after `from` where a span may begin or the scan may stop; the text's end when there is none.
Pos SpanScanner::nextSpecial(Pos from, const Stop* stop) const
{
    const bool typographic = !(m_state.isGfm() && m_state.options.quirkNoTypographic);
    const char* const end = m_text.data() + m_text.size();
    for (Pos pos = from;; ++pos) {
        pos = static_cast<Pos>(std::find_if(m_text.data() + pos, end, isSpecial) - m_text.data());
        if (pos == m_text.size())
            return pos;
        const char c = m_text[pos];
        if (m_mode != SpanMode::All) {
            if ((c == '`' && m_mode != SpanMode::Html) || (c == '<' && m_mode != SpanMode::Code))
                return pos;
            continue;
        }
        const char next = at(m_text, pos + 1);
        switch (c) {
        case '"':
        case '\'': return startBefore(from, pos);
        case '<': return next == '<' && typographic && pos > from && m_text[pos - 1] == ' ' ? pos - 1 : pos;
        case '>':
            if (next == '>' && typographic)
                return pos > from && m_text[pos - 1] == ' ' ? pos - 1 : pos;
            break;
        case '\n':
            if (pos >= from + 2 && m_text[pos - 1] == ' ' && m_text[pos - 2] == ' ' &&
                !(m_state.isGfm() && m_state.options.hardWrap))
                return pos - 2;
            break;
        case ']':
            if (stop && stop->kind == Stop::Kind::Bracket)
                return pos;
            break;
        case '!':
            if (next == '[')
                return pos;
            break;
        case '{':
            if (next == ':')
                return pos;
            break;
        case '-':
            if (next == '-' && typographic)
                return pos;
            break;
        case '.':
            if (next == '.' && at(m_text, pos + 2) == '.' && typographic)
                return pos;
            break;
        case '~':
            if (next == '~' && m_state.isGfm())
                return pos;
            break;
        default: return pos;
        }
    }
}

/// Scans into `into` until `stop` accepts a place (true) or the text ends (false).
bool SpanScanner::scanUntil(Node& into, Stop* stop, SpanMode mode)
{
    Node* const outer = std::exchange(m_into, &into);
    const SpanMode outerMode = std::exchange(m_mode, mode);
    bool stopped = false;
    while (!stopped) {
        const Pos special = m_work == 0 ? m_text.size() : nextSpecial(m_pos, stop);
        m_work -= std::min(m_work, special - m_pos + 1);
        if (special >= m_text.size()) {
            if (stop == nullptr)
                take(m_text.size() - m_pos);
            break;
        }
        take(special - m_pos);
        stopped = stop && matches(*stop) && accepts(*stop, into);
        if (!stopped && !span())
            take(characterBytes(m_text, m_pos));
    }
    m_into = outer;
    m_mode = outerMode;
    return stopped;
}

bool SpanScanner::matches(const Stop& stop) const
{
    const char c = here();
    switch (stop.kind) {
    case Stop::Kind::Delimiter: return m_text.substr(m_pos, stop.mark.size()) == stop.mark;
    case Stop::Kind::Bracket: return c == ']' || c == '[' || (c == '!' && at(m_text, m_pos + 1) == '[');
    case Stop::Kind::EndTag:
        return c == '<' &&
               Finder(m_text.substr(m_pos, stop.mark.size() + 64)).findEndTag(stop.mark, 0, stop.anyCase) == 0;
    }
    return false;
}

bool SpanScanner::accepts(Stop& stop, const Node& into) const
{
    if (stop.kind == Stop::Kind::EndTag)
        return true;
    if (stop.kind == Stop::Kind::Bracket) {
        stop.depth += here() == ']' ? -1 : 1;
        int images = 0; // each was counted when it began, its own bracket closed unseen
        for (const Node* child = into.first; child && stop.depth > 0; child = child->next)
            images += child->kind == Kind::Image;
        return stop.depth == images;
    }
    if (isSpace(before()) || into.first == nullptr)
        return false;
    const char mark = stop.mark.front();
    const std::size_t length = stop.mark.size();
    const bool isDouble = at(m_text, m_pos + 1) == mark && at(m_text, m_pos + 2) != mark;
    if (length == 1 && isDouble)
        return false;
    Pos next = m_pos + length;
    return mark != '_' || next >= m_text.size() || !unicode::isAlnum(unicode::next(m_text, next));
}

/// The spans in kramdown's order: each is tried where the ones before it refuse.
bool SpanScanner::span()
{
    const char c = here();
    if (m_mode != SpanMode::All)
        return c == '`' ? codeSpan() : htmlSpan();
    if (firstChoice(c))
        return true;
    const std::size_t bytes = characterBytes(m_text, m_pos);
    const char after = at(m_text, m_pos + bytes);
    if (c == '"' || c == '\'' || (c != '\\' && (after == '"' || after == '\'')))
        return smartQuotes();
    return secondChoice(c);
}

bool SpanScanner::firstChoice(char c)
{
    switch (c) {
    case '*':
    case '_': return emphasis();
    case '`': return codeSpan();
    case '<': return autolink() || htmlSpan();
    case '[': return footnoteMarker() || link();
    case '!': return link();
    default: return false;
    }
}

bool SpanScanner::secondChoice(char c)
{
    switch (c) {
    case '$': return inlineMath();
    case '{': return spanExtension();
    case '&': return entity();
    case '-':
    case '.':
    case '<':
    case '>': return typographicSymbol();
    case ' ':
    case '\\': return typographicSymbol() || lineBreak() || escapedCharacter();
    case '~': return strikethrough();
    default: return false;
    }
}

/// What is open decides what may open inside.
unsigned SpanScanner::openKinds() const
{
    return (m_emphasis > 0 ? 1u : 0u) | (m_strong > 0 ? 2u : 0u) | (m_links > 0 ? 4u : 0u);
}

} // namespace galley::markdown
