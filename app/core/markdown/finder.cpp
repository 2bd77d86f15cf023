// SPDX-License-Identifier: MIT
#include "markdown/finder.h"

#include "markdown/htmlelements.h"
#include "markdown/htmltag.h"

#include <algorithm>

namespace galley::markdown
{

bool Finder::isKnownAbsent(std::string_view key, Pos from) const
{
    const auto known =
        std::find_if(m_absent.begin(), m_absent.end(), [&](const auto& entry) { return entry.first == key; });
    return known != m_absent.end() && from >= known->second;
}

Pos Finder::note(std::string_view key, Pos from, Pos found)
{
    if (found != none)
        return found;
    const auto known =
        std::find_if(m_absent.begin(), m_absent.end(), [&](const auto& entry) { return entry.first == key; });
    if (known != m_absent.end())
        known->second = std::min(known->second, from);
    else
        m_absent.emplace_back(key, from);
    return none;
}

Pos Finder::find(std::string_view needle, Pos from)
{
    if (isKnownAbsent(needle, from))
        return none;
    return note(needle, from, m_text.find(needle, from));
}

Pos Finder::findEndTag(std::string_view name, Pos from, bool anyCase)
{
    std::string key = "</";
    key += name;
    if (isKnownAbsent(key, from))
        return none;
    for (Pos pos = m_text.find("</", from); pos != none; pos = m_text.find("</", pos + 2)) {
        std::string_view found = m_text.substr(pos + 2, name.size());
        if (found != name && !(anyCase && lowered(found) == lowered(name)))
            continue;
        Pos end = pos + 2 + name.size();
        while (isSpace(at(m_text, end)))
            ++end;
        if (at(m_text, end) == '>')
            return pos;
    }
    return note(key, from, none);
}

Pos Finder::findFenceEnd(std::string_view marker, Pos from, bool gfm)
{
    const std::string key = "\n" + std::string(marker);
    if (isKnownAbsent(key, from))
        return none;
    for (Pos line = from; line < m_text.size(); line = nextLine(m_text, line)) {
        Pos pos = gfm ? optionalSpace(m_text, line) : line;
        if (m_text.substr(pos, marker.size()) != marker)
            continue;
        pos += marker.size();
        while (at(m_text, pos) == marker.back())
            ++pos;
        if (restOfLineBlank(m_text, pos) != none)
            return line;
    }
    return note(key, from, none);
}

} // namespace galley::markdown
