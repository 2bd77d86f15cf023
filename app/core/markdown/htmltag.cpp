// SPDX-License-Identifier: MIT
#include "markdown/htmltag.h"

#include "base/unicode.h"

namespace galley::markdown
{

namespace
{
Pos skipSpace(std::string_view text, Pos pos)
{
    while (pos < text.size() && isSpace(text[pos]))
        ++pos;
    return pos;
}

/// Behind a run of Unicode word characters.
Pos word(std::string_view text, Pos pos)
{
    while (pos < text.size()) {
        Pos next = pos;
        const char32_t c = unicode::next(text, next);
        if (c < 0x80 ? !isWord(static_cast<char>(c)) : !unicode::isAlnum(c))
            break;
        pos = next;
    }
    return pos;
}

/// Reads "= value" at `pos`; false and `pos` unmoved when there is none.
bool value(std::string_view text, Pos& pos, std::string_view& result)
{
    Pos begin = skipSpace(text, pos);
    if (at(text, begin) != '=')
        return false;
    begin = skipSpace(text, begin + 1);
    const char quote = at(text, begin);
    const bool quoted = quote == '"' || quote == '\'';
    begin += quoted;
    const Pos end = quoted ? text.find(quote, begin) : word(text, begin);
    if (end == none || (!quoted && end == begin))
        return false;
    result = text.substr(begin, end - begin);
    pos = end + quoted;
    return true;
}
} // namespace

std::optional<HtmlTag> startTag(std::string_view text, Pos pos)
{
    const Pos nameEnd = at(text, pos) == '<' ? htmlName(text, pos + 1) : none;
    if (nameEnd == none)
        return std::nullopt;
    HtmlTag tag;
    tag.name = text.substr(pos + 1, nameEnd - pos - 1);
    for (pos = nameEnd;;) {
        const Pos begin = skipSpace(text, pos);
        const Pos end = begin == pos ? none : htmlName(text, begin);
        if (end == none) {
            pos = begin;
            break;
        }
        std::string_view content;
        pos = end;
        value(text, pos, content);
        tag.attributes.emplace_back(text.substr(begin, end - begin), content);
    }
    tag.closed = at(text, pos) == '/';
    pos += tag.closed;
    if (at(text, pos) != '>')
        return std::nullopt;
    tag.end = pos + 1;
    return tag;
}

std::optional<HtmlTag> endTag(std::string_view text, Pos pos)
{
    if (at(text, pos) != '<' || at(text, pos + 1) != '/')
        return std::nullopt;
    const Pos nameEnd = htmlName(text, pos + 2);
    const Pos close = nameEnd == none ? none : skipSpace(text, nameEnd);
    if (close == none || at(text, close) != '>')
        return std::nullopt;
    HtmlTag tag;
    tag.name = text.substr(pos + 2, nameEnd - pos - 2);
    tag.end = close + 1;
    return tag;
}

} // namespace galley::markdown
