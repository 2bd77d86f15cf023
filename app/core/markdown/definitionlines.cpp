// SPDX-License-Identifier: MIT
// Definitions of kramdown that leave no block behind: links, footnotes, abbreviations.
#include "markdown/blockscanner.h"

#include "base/unicode.h"

namespace galley::markdown
{

std::string normalizedLinkName(std::string_view name)
{
    std::string plain;
    bool ascii = true;
    for (Pos i = 0; i < name.size(); ++i) {
        const bool space = isSpace(name[i]);
        if (space && i > 0 && isSpace(name[i - 1]))
            continue;
        ascii = ascii && static_cast<unsigned char>(name[i]) < 0x80;
        plain += space ? ' ' : name[i];
    }
    if (!ascii)
        return unicode::toLower(plain);
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return plain;
}

namespace
{
bool isBar(char c)
{
    return c == ' ' || c == '\t';
}

Pos skipBars(std::string_view text, Pos pos)
{
    while (isBar(at(text, pos)))
        ++pos;
    return pos;
}

struct LinkLine {
    std::string_view url;
    std::optional<std::string_view> title;
    Pos end = none;
};

/// A quoted title at `pos` with nothing behind it on its line.
std::optional<LinkLine> titleAt(std::string_view text, Pos pos)
{
    const char quote = at(text, pos);
    if (quote != '"' && quote != '\'')
        return std::nullopt;
    const Pos line = lineEnd(text, pos);
    for (Pos close = text.find(quote, pos + 2); close < line; close = text.find(quote, close + 1)) {
        const Pos rest = skipBars(text, close + 1);
        if (rest == line)
            return LinkLine{{}, text.substr(pos + 1, close - pos - 1), nextLine(text, rest)};
    }
    return std::nullopt;
}

/// What may follow the address: a title here or on the next line, or nothing.
std::optional<LinkLine> afterUrl(std::string_view text, Pos pos)
{
    const Pos next = skipBars(text, pos);
    if (next < text.size() && text[next] == '\n') {
        if (auto title = titleAt(text, skipBars(text, next + 1)))
            return title;
        return LinkLine{{}, std::nullopt, next + 1};
    }
    return next > pos ? titleAt(text, next) : std::nullopt;
}

/// The address in angle brackets at `pos` and what follows.
std::optional<LinkLine> bracketedUrl(std::string_view text, Pos pos)
{
    const Pos line = lineEnd(text, pos);
    for (Pos close = text.find('>', pos + 1); close < line; close = text.find('>', close + 1)) {
        if (auto link = afterUrl(text, close + 1)) {
            link->url = text.substr(pos + 1, close - pos - 1);
            return link;
        }
    }
    return std::nullopt;
}

/// The shortest address at `pos` behind which a title or the line's end stands.
std::optional<LinkLine> plainUrl(std::string_view text, Pos pos)
{
    const Pos line = lineEnd(text, pos);
    for (Pos end = pos; end < line; ++end) {
        const Pos next = end + 1;
        if (next < line && !isBar(text[next]))
            continue;
        if (auto link = afterUrl(text, next)) {
            link->url = text.substr(pos, next - pos);
            return link;
        }
    }
    return std::nullopt;
}

/// Where a title would begin in it, the line is no definition.
bool holdsTitle(std::string_view url)
{
    for (Pos i = 1; i < url.size(); ++i) {
        if ((url[i] == '"' || url[i] == '\'') && isBar(url[i - 1]))
            return true;
    }
    return false;
}
} // namespace

bool BlockScanner::linkDefinition()
{
    const Pos open = optionalSpace(m_text, m_pos);
    if (at(m_text, open) != '[')
        return false;
    const Pos close = m_text.find_first_of("]\n", open + 1);
    if (close == none || close == open + 1 || m_text[close] == '\n' || at(m_text, close + 1) != ':')
        return false;
    const Pos begin = skipBars(m_text, close + 2);
    auto link = at(m_text, begin) == '<' ? bracketedUrl(m_text, begin) : std::nullopt;
    const bool bracketed = link.has_value();
    if (!bracketed && at(m_text, begin) != '\n')
        link = plainUrl(m_text, begin);
    if (!link || (!bracketed && holdsTitle(link->url)))
        return false;
    const std::string name = normalizedLinkName(m_text.substr(open + 1, close - open - 1));
    addEnding(Ending::LinkDef);
    m_pos = link->end;
    m_state.links[name] = {link->url, link->title, m_into->last};
    return true;
}

bool BlockScanner::abbreviationDefinition()
{
    const Pos open = optionalSpace(m_text, m_pos);
    if (m_text.substr(open, 2) != "*[")
        return false;
    const Pos line = lineEnd(m_text, open);
    const Pos close = m_text.find("]:", open + 3);
    if (close == none || close > line)
        return false;
    addEnding(Ending::AbbrevDef);
    const std::string_view title = trim(m_text.substr(close + 2, line - close - 2));
    m_state.abbreviations[m_text.substr(open + 2, close - open - 2)] = {title, m_into->last};
    m_pos = nextLine(m_text, line);
    return true;
}

/// Each line without its first tab or four spaces.
static std::string withoutIndent(std::string_view text)
{
    std::string out;
    for (Pos line = 0; line < text.size(); line = nextLine(text, line)) {
        const Pos begin = at(text, line) == '\t' ? line + 1 : text.substr(line, 4) == "    " ? line + 4 : line;
        out.append(text, begin, nextLine(text, line) - begin);
    }
    return out;
}

bool BlockScanner::footnoteDefinition()
{
    const Pos open = optionalSpace(m_text, m_pos);
    if (m_text.substr(open, 2) != "[^")
        return false;
    const Pos close = identifier(m_text, open + 2);
    if (close == none || m_text.substr(close, 2) != "]:")
        return false;
    const int line = lineAt(m_pos);
    const std::string_view name = m_text.substr(open + 2, close - open - 2);
    const Pos begin = close + 2;
    m_pos = codeEnd(nextLine(m_text, begin));
    Node* content = m_state.tree.make(Kind::Root, line);
    content->lastLine = line;
    scanInner(*content, m_state.tree.keep(withoutIndent(m_text.substr(begin, m_pos - begin))), line);
    addEnding(Ending::FootnoteDef);
    m_state.footnotes[name] = {content, m_into->last};
    return true;
}

} // namespace galley::markdown
