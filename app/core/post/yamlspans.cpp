// SPDX-License-Identifier: MIT
#include "post/yamlspans.h"

#include "post/yamlchars.h"
#include "post/yamlquotes.h"

#include <algorithm>

namespace galley::yaml
{
namespace
{
constexpr std::size_t none = std::string_view::npos;

std::size_t skipBlanks(std::string_view text, std::size_t pos)
{
    while (pos < text.size() && isBlank(text[pos]))
        ++pos;
    return pos;
}

// Behind one line break at pos; pos when there is none.
std::size_t skipBreak(std::string_view text, std::size_t pos)
{
    if (text.substr(pos, 2) == "\r\n")
        return pos + 2;
    return pos < text.size() && isBreak(text[pos]) ? pos + 1 : pos;
}

// Folding undone: `breaks` line breaks with the blanks around them.
std::size_t matchFold(std::string_view text, std::size_t pos, std::size_t breaks)
{
    for (; breaks > 0; --breaks) {
        pos = skipBlanks(text, pos);
        const std::size_t behind = skipBreak(text, pos);
        if (behind == pos)
            return none;
        pos = behind;
    }
    return skipBlanks(text, pos);
}

std::size_t plainEnd(std::string_view text, std::string_view value, std::size_t pos)
{
    for (std::size_t i = 0; i < value.size() && pos != none;) {
        std::size_t feeds = 0;
        while (i + feeds < value.size() && value[i + feeds] == '\n')
            ++feeds;
        const std::size_t fold = feeds == 0 && value[i] == ' ' ? matchFold(text, pos, 1) : none;
        if (feeds > 0) {
            pos = matchFold(text, pos, feeds + 1);
            i += feeds;
        } else if (fold != none) {
            pos = fold;
            ++i;
        } else if (pos < text.size() && text[pos] == value[i]) {
            ++pos;
            ++i;
        } else {
            return none;
        }
    }
    return pos;
}

// The events of ~ and null carry no text.
std::size_t nullEnd(std::string_view text, std::size_t pos)
{
    for (const std::string_view name : {"null", "Null", "NULL", "~"}) {
        if (text.substr(pos, name.size()) == name)
            return pos + name.size();
    }
    return pos;
}

std::size_t aliasEnd(std::string_view text, std::size_t pos)
{
    return std::min(text.find_first_of(" \t\r\n,[]{}", pos), text.size());
}

std::size_t blockScalarEnd(std::string_view text, std::size_t content)
{
    const bool keep = text.substr(content, lineEnd(text, content) - content).find('+') != none;
    const std::size_t indent = blockScalarIndent(text, content);
    std::size_t end = std::min(text.find_first_of(" \t\r\n", content), text.size());
    if (indent == 0)
        return end;
    for (std::size_t line = nextLine(text, content); line < text.size(); line = nextLine(text, line)) {
        const std::size_t start = skipBlanks(text, line);
        const bool blank = start >= text.size() || isBreak(text[start]);
        const std::size_t depth = std::min(text.find_first_not_of(' ', line), text.size()) - line;
        if (!blank && depth < indent)
            break;
        if (!blank || keep)
            end = lineEnd(text, line);
    }
    return end;
}
} // namespace

std::size_t lineBegin(std::string_view text, std::size_t pos)
{
    const std::size_t feed = pos == 0 ? none : text.rfind('\n', pos - 1);
    return feed == none ? 0 : feed + 1;
}

std::size_t lineEnd(std::string_view text, std::size_t pos)
{
    const std::size_t feed = std::min(text.find('\n', pos), text.size());
    return feed > pos && feed < text.size() && text[feed - 1] == '\r' ? feed - 1 : feed;
}

std::size_t nextLine(std::string_view text, std::size_t pos)
{
    const std::size_t feed = text.find('\n', pos);
    return feed == none ? text.size() : feed + 1;
}

std::size_t skipToContent(std::string_view text, std::size_t pos)
{
    while (pos < text.size()) {
        if (isSpace(text[pos]))
            ++pos;
        else if (text[pos] == '#' && (pos == 0 || isSpace(text[pos - 1])))
            pos = lineEnd(text, pos);
        else
            break;
    }
    return pos;
}

std::size_t blockScalarIndent(std::string_view text, std::size_t content)
{
    std::size_t indent = 0;
    for (std::size_t line = nextLine(text, content); line < text.size() && indent == 0; line = nextLine(text, line)) {
        const std::size_t start = std::min(text.find_first_not_of(' ', line), text.size());
        if (start < text.size() && !isBreak(text[start]))
            return start - line;
    }
    return indent;
}

std::size_t scalarEnd(std::string_view text, const Event& event, std::size_t content)
{
    if (event.kind == Event::Kind::Alias)
        return aliasEnd(text, content);
    if (event.plain && event.value.empty())
        return nullEnd(text, content);
    const char first = content < text.size() ? text[content] : '\0';
    if (event.plain || (!event.tag.empty() && first != '"' && first != '\'' && first != '|' && first != '>'))
        return plainEnd(text, event.value, content);
    if (first == '"' || first == '\'')
        return quotedEnd(text, content);
    return first == '|' || first == '>' ? blockScalarEnd(text, content) : none;
}

} // namespace galley::yaml
