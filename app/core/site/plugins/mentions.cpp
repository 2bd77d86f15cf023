// SPDX-License-Identifier: MIT
#include "site/plugins/finishedpage.h"

#include "base/unicode.h"

#include <algorithm>

namespace galley::site
{

namespace
{
bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Behind a name there may be anything but a slash, a word character, or a dot that goes on.
bool mayEnd(std::string_view text, std::size_t end)
{
    if (end == text.size())
        return true;
    if (text[end] != '.')
        return text[end] != '/' && !isWord(text[end]);
    const std::size_t after = std::min(text.find_first_not_of('.', end), text.size());
    return after == text.size() || !isWord(text[after]);
}

/// "@mention" talks about mentions: html-pipeline leaves it alone.
bool isTheWordItself(const std::string& name)
{
    const std::string lower = unicode::toLower(name);
    return lower == "mention" || lower == "mentions" || lower == "mentioned" || lower == "mentioning";
}

std::string linked(std::string_view text, const std::string& base)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = text[at] == '@' && (at == 0 || !isWord(text[at - 1]));
        std::size_t end = at + 1;
        while (begins && end < text.size() && (isWord(text[end]) || (text[end] == '-' && end > at + 1)))
            ++end;
        if (!begins || end == at + 1 || !mayEnd(text, end)) {
            out += text[at++];
            continue;
        }
        const std::string name(text.substr(at + 1, end - at - 1));
        if (isTheWordItself(name)) {
            out += text.substr(at, end - at);
            at = end;
            continue;
        }
        const bool slash = !base.empty() && base.back() == '/';
        out += "<a href=\"" + base + (slash ? "" : "/") + name + "\" class=\"user-mention\">@" + name + "</a>";
        at = end;
    }
    return out;
}

} // namespace

std::string withMentions(const std::string& html, const std::string& base)
{
    return textsChanged(html, {"pre", "code", "a", "style", "script", "textarea"},
                        [&base](std::string_view text) { return linked(text, base); });
}

} // namespace galley::site
