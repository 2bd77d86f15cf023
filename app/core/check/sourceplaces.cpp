// SPDX-License-Identifier: MIT
#include "check/sourceplaces.h"

#include "site/urls.h"

#include <algorithm>

namespace galley::check
{

namespace
{
bool isCharacterStart(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// From the whole address to its last part: Liquid and percent-encoding change what stands before.
std::vector<std::string> spellings(const std::string& url)
{
    std::vector<std::string> out{url};
    const auto add = [&](std::string text) {
        if (text.size() > 1 && std::find(out.begin(), out.end(), text) == out.end())
            out.push_back(std::move(text));
    };
    add(site::unescapePath(url));
    for (const std::string& whole : {url, site::unescapePath(url)}) {
        const std::size_t end = whole.find_first_of("?#");
        const std::string path = whole.substr(0, end);
        add(path.substr(path.find_last_of('/', path.size() > 1 ? path.size() - 2 : 0) + 1));
    }
    return out;
}
/// An address goes on with these: "/course/" in "/course/about.html" is another one.
bool continuesAddress(char c)
{
    constexpr std::string_view marks = "/-_.~%+=&";
    return std::isalnum(static_cast<unsigned char>(c)) || marks.find(c) != std::string_view::npos ||
           !isCharacterStart(c);
}

/// `whole`: nothing of the address stands before it; else Liquid may have made a folder.
std::size_t findAddress(std::string_view text, const std::string& address, std::size_t from, bool whole)
{
    for (std::size_t at = text.find(address, from); at != text.npos; at = text.find(address, at + 1)) {
        const std::size_t end = at + address.size();
        const bool goesOn = end < text.size() && continuesAddress(text[end]);
        const bool afterSlash = at > 0 && text[at - 1] == '/';
        const bool began = at > 0 && address.front() != '/' && (whole || !afterSlash) && continuesAddress(text[at - 1]);
        if (!goesOn && !began)
            return at;
    }
    return text.npos;
}
} // namespace

SourcePlaces::SourcePlaces(std::string_view text) : m_text(text), m_lines{0}
{
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
        m_lines.push_back(at + 1);
}

std::optional<SourcePlaces::Place> SourcePlaces::find(const std::string& url, int firstLine, int lastLine)
{
    if (url.empty() || firstLine < 0 || firstLine >= lineCount())
        return std::nullopt;
    const std::size_t begin = m_lines[static_cast<std::size_t>(firstLine)];
    const auto after = static_cast<std::size_t>(std::max(firstLine, lastLine)) + 1;
    const std::size_t end = after < m_lines.size() ? m_lines[after] : m_text.size();
    const auto found = [&](const std::string& text, bool whole) -> std::optional<Place> {
        std::size_t& next = m_next[text];
        const std::size_t at = findAddress(m_text.substr(0, end), text, std::max(begin, next), whole);
        if (at == std::string_view::npos)
            return std::nullopt;
        next = at + text.size();
        return placeAt(at, text);
    };
    if (auto place = found(url, true))
        return place;
    for (const std::string& text : spellings(url)) {
        if (auto place = found(text, false))
            return place;
    }
    return std::nullopt;
}

SourcePlaces::Place SourcePlaces::placeAt(std::size_t offset, const std::string& text) const
{
    const auto line = std::upper_bound(m_lines.begin(), m_lines.end(), offset) - m_lines.begin();
    const std::size_t begin = m_lines[static_cast<std::size_t>(line - 1)];
    const std::string_view before = m_text.substr(begin, offset - begin);
    const auto column = std::count_if(before.begin(), before.end(), isCharacterStart);
    return {offset, text, static_cast<int>(line), static_cast<int>(column) + 1};
}

} // namespace galley::check
