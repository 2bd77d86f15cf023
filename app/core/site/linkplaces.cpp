// SPDX-License-Identifier: MIT
#include "site/linkplaces.h"

#include <algorithm>

namespace galley::site
{

namespace
{
constexpr std::size_t npos = std::string_view::npos;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// An address ends with these on its left.
bool endsAddress(char c)
{
    return isSpace(c) || std::string_view("\"'`()[]<>{}|,;=").find(c) != npos;
}
} // namespace

LinkPlaces::LinkPlaces(std::string_view text, bool isMarkdown, std::vector<std::string> own)
    : m_text(text), m_own(std::move(own))
{
    if (isMarkdown) {
        findFences();
        findSpans();
    }
    for (const std::string_view name : {"pre", "code", "script", "style"})
        findElements(name);
    std::sort(m_code.begin(), m_code.end());
}

/// ``` or ~~~ with at most three spaces before it, up to as many of the same.
void LinkPlaces::findFences()
{
    std::size_t open = npos;
    std::string_view fence;
    for (std::size_t line = 0; line < m_text.size();) {
        const std::size_t end = std::min(m_text.find('\n', line), m_text.size());
        const std::size_t first = std::min(m_text.find_first_not_of(' ', line), end);
        const std::size_t last = std::min(m_text.find_first_not_of(m_text.substr(first, 1), first), end);
        const std::string_view marks = m_text.substr(first, last - first);
        const bool isFence = first - line < 4 && marks.size() >= 3 && (marks.front() == '`' || marks.front() == '~');
        if (isFence && open == npos) {
            open = line;
            fence = marks;
        } else if (isFence && marks.front() == fence.front() && marks.size() >= fence.size()) {
            m_code.emplace_back(open, end);
            open = npos;
        }
        line = end + 1;
    }
    if (open != npos)
        m_code.emplace_back(open, m_text.size());
}

/// `code`, between runs of as many backticks, within one paragraph.
void LinkPlaces::findSpans()
{
    for (std::size_t at = m_text.find('`'); at != npos; at = m_text.find('`', at)) {
        const std::size_t behind = std::min(m_text.find_first_not_of('`', at), m_text.size());
        const std::size_t end = std::min(m_text.find("\n\n", behind), m_text.size());
        std::size_t close = m_text.find('`', behind);
        while (close < end) {
            const std::size_t closed = std::min(m_text.find_first_not_of('`', close), m_text.size());
            if (closed - close == behind - at)
                break;
            close = m_text.find('`', closed);
        }
        if (close < end) {
            m_code.emplace_back(at, close);
            at = close + (behind - at);
        } else {
            at = behind;
        }
    }
}

void LinkPlaces::findElements(std::string_view name)
{
    const std::string open = '<' + std::string(name), close = "</" + std::string(name);
    for (std::size_t at = m_text.find(open); at != npos; at = m_text.find(open, at)) {
        const std::size_t behind = m_text.find('>', at);
        const std::size_t end = std::min(m_text.find(close, at), m_text.size());
        if (behind < end) // what stands in the tag itself is an attribute
            m_code.emplace_back(behind, end);
        at = std::max(end, at + 1);
    }
}

bool LinkPlaces::isCode(std::size_t at) const
{
    return std::any_of(m_code.begin(), m_code.end(),
                       [at](const auto& range) { return range.first <= at && at < range.second; });
}

bool LinkPlaces::isOfTheSite(std::size_t at) const
{
    std::size_t begin = at;
    while (begin > 0 && !endsAddress(m_text[begin - 1]))
        --begin;
    std::string_view before = m_text.substr(begin, at - begin);
    if (before.substr(0, 2) == "//" && before.size() > 2) // the scheme is the page's
        before.remove_prefix(2);
    const bool goesUp = before.find_first_not_of("./") == npos;
    const bool isOwn = std::any_of(m_own.begin(), m_own.end(), [&](const std::string& own) {
        const std::string_view host = std::string_view(own).substr(own.find("//") == npos ? 0 : own.find("//") + 2);
        return before == own || before == host || before == own + "/" || before == std::string(host) + "/";
    });
    return (goesUp || isOwn) && !isCode(at);
}

bool LinkPlaces::isWholeTarget(std::size_t at, std::size_t end) const
{
    if (at == 0 || isCode(at))
        return false;
    const char before = m_text[at - 1];
    const char after = end < m_text.size() ? m_text[end] : '\n';
    const std::size_t word = m_text.find_last_not_of(' ', at - 1);
    const bool defines = before == ' ' && word != npos && word > 0 && m_text.substr(word - 1, 2) == "]:";
    const bool opens = before == '"' || before == '\'' || before == '<' || defines ||
                       (before == '(' && at > 1 && m_text[at - 2] == ']');
    return opens && (isSpace(after) || std::string_view("\"')>#?").find(after) != npos);
}

} // namespace galley::site
