// SPDX-License-Identifier: MIT
#include "layout/leftovers.h"

#include <algorithm>

namespace galley
{

namespace
{
bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool namesVariable(std::string_view markup, std::string_view name)
{
    for (std::size_t at = markup.find(name); at != std::string_view::npos; at = markup.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || (!isNameCharacter(markup[at - 1]) && markup[at - 1] != '.');
        if (begins && (end == markup.size() || !isNameCharacter(markup[end])))
            return true;
    }
    return false;
}
} // namespace

bool readsLeftovers(std::string_view text)
{
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
        const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
        if (kind != '{' && kind != '%') {
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find(kind == '{' ? "}}" : "%}", at), text.size());
        const std::string_view markup = text.substr(at + 2, end - std::min(end, at + 2));
        if (namesVariable(markup, "content") || namesVariable(markup, "layout"))
            return true;
        at = end;
    }
    return false;
}

} // namespace galley
