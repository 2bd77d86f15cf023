// SPDX-License-Identifier: MIT
#include "site/smartify.h"

#include "markdown/document.h"

#include <algorithm>

namespace galley::site
{

namespace
{
/// What Markdown would read is escaped; tags are left alone. The word before keeps the line from being a block.
std::string guarded(std::string_view line)
{
    static constexpr std::string_view special = "\\*_`[]{}|^~$";
    std::string out = "x ";
    bool inTag = false;
    for (const char c : line) {
        inTag = inTag ? c != '>' : c == '<';
        if (!inTag && special.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

std::string smartLine(std::string_view line, const markdown::Options& options)
{
    constexpr std::string_view before = "<p>x ";
    constexpr std::string_view after = "</p>";
    if (line.find_first_not_of(" \t") == std::string_view::npos)
        return std::string(line);
    std::string html = markdown::toHtml(guarded(line), options).html;
    while (!html.empty() && html.back() == '\n')
        html.pop_back();
    if (html.size() < before.size() + after.size() || html.compare(0, before.size(), before) != 0)
        return std::string(line);
    return html.substr(before.size(), html.size() - before.size() - after.size());
}
} // namespace

std::string smartified(std::string_view text, const markdown::Options& options)
{
    std::string out;
    for (std::size_t start = 0; start <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        out += (start > 0 ? "\n" : "") + smartLine(text.substr(start, end - start), options);
        start = end + 1;
    }
    return out;
}

} // namespace galley::site
