// SPDX-License-Identifier: MIT
// Where in a source text an address is a link of the site: not in code, and not behind another host.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::site
{

class LinkPlaces
{
public:
    /// `own`: what addresses of the site may begin with ("https://class.example", "/blog", both together). Code is looked
    /// for in Markdown only with `isMarkdown`; elements that show code count everywhere.
    LinkPlaces(std::string_view text, bool isMarkdown, std::vector<std::string> own);

    /// Whether an address or a path that begins at `at` is one of this site.
    bool isOfTheSite(std::size_t at) const;

    /// Whether the text from `at` to `end` is the whole target of a link: in brackets, in quotes, or behind "]:".
    bool isWholeTarget(std::size_t at, std::size_t end) const;

private:
    void findFences();
    void findSpans();
    void findElements(std::string_view name);
    bool isCode(std::size_t at) const;

    std::string_view m_text;
    std::vector<std::string> m_own;
    std::vector<std::pair<std::size_t, std::size_t>> m_code; ///< byte ranges
};

} // namespace galley::site
