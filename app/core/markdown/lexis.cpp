// SPDX-License-Identifier: MIT
#include "markdown/lexis.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "markdown/htmlelements.h"

#include <algorithm>

namespace galley::markdown
{

std::string_view trimRight(std::string_view text)
{
    while (!text.empty() && (isSpace(text.back()) || text.back() == '\0'))
        text.remove_suffix(1);
    return text;
}

std::string_view trim(std::string_view text)
{
    text = trimRight(text);
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    return text;
}

Pos lineEnd(std::string_view text, Pos pos)
{
    return std::min(text.find('\n', pos), text.size());
}

Pos nextLine(std::string_view text, Pos pos)
{
    return std::min(lineEnd(text, pos) + 1, text.size());
}

Pos optionalSpace(std::string_view text, Pos pos)
{
    for (int i = 0; i < 3 && at(text, pos) == ' '; ++i)
        ++pos;
    return pos;
}

Pos restOfLineBlank(std::string_view text, Pos pos)
{
    while (pos < text.size() && isSpace(text[pos])) {
        if (text[pos++] == '\n')
            return pos;
    }
    return none;
}

Pos blankLines(std::string_view text, Pos pos)
{
    Pos end = none;
    for (; pos < text.size() && isSpace(text[pos]); ++pos) {
        if (text[pos] == '\n')
            end = pos + 1;
    }
    return end;
}

bool hasContent(std::string_view text, Pos pos)
{
    while (pos < text.size() && text[pos] != '\n' && isSpace(text[pos]))
        ++pos;
    return pos < text.size() && text[pos] != '\n';
}

Pos endMarker(std::string_view text, Pos pos)
{
    return at(text, pos) == '^' ? restOfLineBlank(text, pos + 1) : none;
}

namespace
{
bool isNameStart(std::string_view text, Pos pos, Pos& next)
{
    const char c = at(text, pos);
    next = pos + 1;
    if (static_cast<unsigned char>(c) < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    next = pos;
    return unicode::isLetter(unicode::next(text, next));
}

Pos namePart(std::string_view text, Pos pos)
{
    Pos next = pos;
    if (pos >= text.size() || !isNameStart(text, pos, next))
        return none;
    for (pos = next; pos < text.size(); pos = next) {
        const char c = text[pos];
        next = pos + 1;
        if (isWord(c) || c == '-' || c == '.')
            continue;
        if (static_cast<unsigned char>(c) < 0x80)
            break;
        next = pos;
        if (!unicode::isAlnum(unicode::next(text, next)))
            break;
    }
    return pos;
}
} // namespace

Pos htmlName(std::string_view text, Pos pos)
{
    const Pos end = namePart(text, pos);
    if (end == none || at(text, end) != ':')
        return end;
    const Pos local = namePart(text, end + 1);
    return local == none ? end : local;
}

Pos identifier(std::string_view text, Pos pos)
{
    if (!isWord(at(text, pos)))
        return none;
    while (isWord(at(text, pos)) || at(text, pos) == '-')
        ++pos;
    return pos;
}

namespace
{
/// The first brace from `pos` on that no backslash protects.
Pos closingBrace(std::string_view text, Pos pos)
{
    const Pos limit = std::min(text.size(), pos + limits::attributeListBytes);
    for (; pos < limit; ++pos) {
        if (text[pos] == '\\' && at(text, pos + 1) == '}')
            ++pos;
        else if (text[pos] == '}')
            return pos;
    }
    return none;
}
} // namespace

std::optional<Braced> bracedBody(std::string_view text, Pos pos)
{
    Pos brace = closingBrace(text, pos);
    if (brace == none) { // the last protected one closes then
        const std::string_view rest = text.substr(pos, limits::attributeListBytes);
        brace = rest.rfind("\\}");
        if (brace == none)
            return std::nullopt;
        brace += pos + 1;
    }
    if (brace == pos)
        return std::nullopt;
    return Braced{text.substr(pos, brace - pos), brace + 1};
}

std::optional<Braced> attributeBlock(std::string_view text, Pos pos)
{
    if (at(text, pos) != '{' || at(text, pos + 1) != ':' || at(text, pos + 2) == ':' || at(text, pos + 2) == '/')
        return std::nullopt;
    auto body = bracedBody(text, pos + 2);
    if (!body)
        return std::nullopt;
    body->end = restOfLineBlank(text, body->end);
    return body->end == none ? std::nullopt : body;
}

std::optional<Braced> attributeLine(std::string_view text, Pos pos)
{
    return attributeBlock(text, optionalSpace(text, pos));
}

bool blockTag(std::string_view text, Pos pos)
{
    if (at(text, pos) != '<')
        return false;
    const bool closing = at(text, pos + 1) == '/';
    const Pos begin = pos + (closing ? 2 : 1);
    const Pos end = htmlName(text, begin);
    if (end == none)
        return false;
    // The word before the first character that is none decides: <a-b> is shut out as <a> is.
    Pos word = begin;
    while (word < text.size() && (isWord(text[word]) || static_cast<unsigned char>(text[word]) >= 0x80))
        ++word;
    const std::string_view name = text.substr(begin, word - begin);
    if (isSpanElement(name) || name == "script")
        return false;
    if (!closing)
        return true;
    Pos close = end;
    while (isSpace(at(text, close)))
        ++close;
    return at(text, close) == '>';
}

bool blockBoundary(std::string_view text, Pos pos)
{
    if (pos >= text.size())
        return true;
    const char c = text[pos];
    if (isSpace(c) && blankLines(text, pos) != none)
        return true;
    return (c == '^' && endMarker(text, pos) != none) || ((c == '{' || c == ' ') && attributeLine(text, pos));
}

bool lazyEnd(std::string_view text, Pos pos)
{
    const char c = at(text, pos);
    if (isWord(c)) // most lines
        return false;
    return blockBoundary(text, pos) || ((c == '<' || c == ' ') && blockTag(text, optionalSpace(text, pos)));
}

namespace
{
bool isMarkerTail(char c)
{
    return c == ' ' || c == '\t' || c == '|';
}

/// `pos` moved over at most `indent` spaces.
Pos skipSpaces(std::string_view text, Pos pos, std::size_t indent)
{
    for (std::size_t i = 0; i < indent && at(text, pos) == ' '; ++i)
        ++pos;
    return pos;
}
} // namespace

std::optional<ListMarker> listMarker(std::string_view text, Pos pos, std::size_t indent)
{
    pos = skipSpaces(text, pos, indent);
    const char c = at(text, pos);
    if (c == '*' || c == '-' || c == '+')
        return isMarkerTail(at(text, pos + 1)) ? std::optional(ListMarker{false, pos + 1}) : std::nullopt;
    if (!isDigit(c))
        return std::nullopt;
    while (isDigit(at(text, pos)))
        ++pos;
    if (at(text, pos) != '.' || !isMarkerTail(at(text, pos + 1)))
        return std::nullopt;
    return ListMarker{true, pos + 1};
}

Pos definitionMarker(std::string_view text, Pos pos, std::size_t indent)
{
    pos = skipSpaces(text, pos, indent);
    return at(text, pos) == ':' && isMarkerTail(at(text, pos + 1)) ? pos + 1 : none;
}

Pos horizontalRule(std::string_view text, Pos pos)
{
    pos = optionalSpace(text, pos);
    const char mark = at(text, pos);
    if (mark != '*' && mark != '-' && mark != '_')
        return none;
    int count = 0;
    for (; pos < text.size() && (text[pos] == mark || text[pos] == ' ' || text[pos] == '\t'); ++pos)
        count += text[pos] == mark;
    return count >= 3 && at(text, pos) == '\n' ? pos + 1 : none;
}

bool fenceStart(std::string_view text, Pos pos, bool gfm)
{
    if (gfm)
        pos = optionalSpace(text, pos);
    const auto isMark = [&](char c) { return c == '~' || (gfm && c == '`'); };
    return isMark(at(text, pos)) && isMark(at(text, pos + 1)) && isMark(at(text, pos + 2));
}

bool holdsWord(std::string_view text, std::string_view word)
{
    for (Pos pos = text.find(word); pos != none; pos = text.find(word, pos + 1)) {
        if ((pos == 0 || !isWord(text[pos - 1])) && !isWord(at(text, pos + word.size())))
            return true;
    }
    return false;
}

} // namespace galley::markdown
