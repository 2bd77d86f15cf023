// SPDX-License-Identifier: MIT
// Headings and block math of kramdown: what needs a block boundary before it.
#include "markdown/blockscanner.h"

#include "base/unicode.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
/// XML's NameStartChar, wide enough: letters, `_`, `:` and what lies over ASCII.
bool isIdStart(char c)
{
    return c == ':' || static_cast<unsigned char>(c) >= 0x80 || (isWord(c) && !isDigit(c));
}

bool isIdChar(char c)
{
    return isIdStart(c) || isDigit(c) || c == '-' || c == '.';
}

/// Cuts " {#id}" off the end and answers the id.
std::string_view cutId(std::string_view& text)
{
    if (text.empty() || text.back() != '}')
        return {};
    const Pos open = text.rfind("{#");
    if (open == none || open == 0 || (text[open - 1] != ' ' && text[open - 1] != '\t'))
        return {};
    const std::string_view id = text.substr(open + 2, text.size() - open - 3);
    if (id.empty() || !isIdStart(id.front()))
        return {};
    for (const char c : id) {
        if (!isIdChar(c))
            return {};
    }
    text = trimRight(text.substr(0, open - 1));
    return id;
}

/// The closing marks of an ATX heading: GFM wants white space before them, kramdown no backslash.
std::string_view cutClosingMarks(std::string_view text, bool gfm)
{
    std::size_t end = text.size();
    while (end > 0 && text[end - 1] == '#')
        --end;
    if (end == text.size())
        return text;
    if (gfm)
        return end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t') ? trimRight(text.substr(0, end)) : text;
    if (end > 0 && text[end - 1] == '\\')
        ++end; // the first mark is escaped, those behind it go
    return trimRight(text.substr(0, end));
}
} // namespace

bool BlockScanner::addHeading(int level, std::string_view text, Pos end, bool trimMarks)
{
    text = trimRight(text);
    const std::string_view id = cutId(text);
    if (trimMarks)
        text = cutClosingMarks(text, m_state.isGfm() && m_state.options.quirkParagraphEnd);
    if (text.empty())
        return false;
    const int line = lineAt(m_pos);
    Node* heading = add(Kind::Heading, line);
    heading->level = static_cast<std::uint8_t>(level);
    heading->extra = text;
    addRawText(*heading, text, line);
    if (!id.empty())
        m_state.tree.set(*heading, "id", id);
    m_pos = end;
    return true;
}

bool BlockScanner::atxHeading()
{
    Pos content = m_pos;
    while (at(m_text, content) == '#' && content - m_pos < 6)
        ++content;
    const int level = static_cast<int>(content - m_pos);
    const bool gfm = m_state.isGfm();
    if (level == 0 || (!(gfm && m_state.options.quirkParagraphEnd) && !afterBoundary()))
        return false;
    const Pos marks = content;
    while (at(m_text, content) == ' ' || at(m_text, content) == '\t')
        ++content;
    Pos end = lineEnd(m_text, content);
    if (gfm && content == marks)
        return false;
    if (!gfm && content == end) // kramdown's own pattern takes the next line for the heading's text
        end = lineEnd(m_text, std::min(end + 1, m_text.size()));
    return addHeading(level, m_text.substr(content, end - content), nextLine(m_text, end), true);
}

bool BlockScanner::setextHeading()
{
    const Pos end = lineEnd(m_text, m_pos);
    Pos mark = end + 1;
    const char first = at(m_text, mark);
    if ((first != '-' && first != '=') || !afterBoundary())
        return false;
    const int level = first == '-' ? 2 : 1;
    while (at(m_text, mark) == '-' || at(m_text, mark) == '=')
        ++mark;
    while (at(m_text, mark) != '\n' && isSpace(at(m_text, mark)))
        ++mark;
    if (at(m_text, mark) != '\n')
        return false;
    const Pos content = optionalSpace(m_text, m_pos);
    if (at(m_text, content) == ' ' || at(m_text, content) == '\t')
        return false;
    return addHeading(level, m_text.substr(content, end - content), mark + 1, false);
}

bool BlockScanner::mathBlock()
{
    const Pos begin = optionalSpace(m_text, m_pos);
    const bool escaped = at(m_text, begin) == '\\';
    const Pos open = begin + escaped;
    if (m_text.substr(open, 2) != "$$" || !afterBoundary())
        return false;
    const Pos close = m_finder.find("$$", open + 2);
    if (close == none)
        return false;
    const Pos rest = restOfLineBlank(m_text, close + 2);
    if (escaped) {
        if (rest != none)
            m_pos = open; // the backslash goes, what follows is a paragraph
        return false;
    }
    const Pos end = rest == none ? close + 2 : rest;
    if (!blockBoundary(m_text, end))
        return false;
    Node* math = add(Kind::Math, lineAt(m_pos));
    math->value = trim(m_text.substr(open + 2, close - open - 2));
    m_pos = end;
    return true;
}

} // namespace galley::markdown
