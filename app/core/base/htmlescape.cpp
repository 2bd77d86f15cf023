// SPDX-License-Identifier: MIT
#include "base/htmlescape.h"

namespace galley
{

std::string_view htmlEntity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

namespace
{
std::string escaped(std::string_view text, bool quotes)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const std::string_view named = quotes || (c != '"' && c != '\'') ? htmlEntity(c) : std::string_view();
        if (named.empty())
            out += c;
        else
            out += named;
    }
    return out;
}
} // namespace

std::string escapedHtml(std::string_view text)
{
    return escaped(text, true);
}
std::string escapedCode(std::string_view text)
{
    return escaped(text, false);
}

} // namespace galley
