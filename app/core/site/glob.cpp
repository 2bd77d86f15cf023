// SPDX-License-Identifier: MIT
#include "site/glob.h"

namespace galley::site
{

namespace
{
constexpr std::size_t npos = std::string_view::npos;

/// Length of the bracket expression at `at`, or 0 when it is never closed.
std::size_t bracketLength(std::string_view pattern, std::size_t at)
{
    std::size_t end = at + 1;
    if (end < pattern.size() && (pattern[end] == '^' || pattern[end] == '!'))
        ++end;
    if (end < pattern.size() && pattern[end] == ']')
        ++end;
    end = pattern.find(']', end);
    return end == npos ? 0 : end - at + 1;
}

bool inBracket(std::string_view set, char c)
{
    bool negated = !set.empty() && (set[0] == '^' || set[0] == '!');
    bool found = false;
    for (std::size_t i = negated ? 1 : 0; i < set.size(); ++i) {
        if (i + 2 < set.size() && set[i + 1] == '-') {
            found = found || (set[i] <= c && c <= set[i + 2]);
            i += 2;
        } else {
            found = found || set[i] == c;
        }
    }
    return found != negated;
}

/// Whether the one-character pattern at `p` takes `c`; `p` moves behind it.
bool takesOne(std::string_view pattern, std::size_t& p, char c)
{
    if (pattern[p] == '?') {
        ++p;
        return true;
    }
    if (pattern[p] == '[') {
        if (const std::size_t length = bracketLength(pattern, p)) {
            const bool taken = inBracket(pattern.substr(p + 1, length - 2), c);
            p += length;
            return taken;
        }
    }
    if (pattern[p] == '\\' && p + 1 < pattern.size())
        ++p;
    return pattern[p++] == c;
}
} // namespace

bool matchesPattern(std::string_view pattern, std::string_view path)
{
    std::size_t p = 0;
    std::size_t s = 0;
    std::size_t star =
        npos; // after the last `*`, and where its text ended: go back there and let it take one more
    std::size_t starText = 0;
    while (s < path.size() || p < pattern.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = ++p;
            starText = s;
            continue;
        }
        std::size_t next = p;
        if (s < path.size() && p < pattern.size() && takesOne(pattern, next, path[s])) {
            p = next;
            ++s;
            continue;
        }
        if (star == npos || starText >= path.size())
            return false;
        p = star;
        s = ++starText;
    }
    return true;
}

static std::vector<std::string_view> namesOf(std::string_view path)
{
    std::vector<std::string_view> names;
    for (std::size_t start = 0; start < path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        if (end > start)
            names.push_back(path.substr(start, end - start));
        start = end + 1;
    }
    return names;
}

GlobPattern::GlobPattern(std::string_view pattern)
{
    for (const std::string_view name : namesOf(pattern))
        m_parts.emplace_back(name);
}

bool GlobPattern::matches(std::size_t part, const std::vector<std::string_view>& names, std::size_t name,
                          bool asPrefix) const
{
    if (part == m_parts.size())
        return asPrefix || name == names.size();
    if (m_parts[part] == "**") {
        if (matches(part + 1, names, name, asPrefix))
            return true;
        return name < names.size() && names[name].front() != '.' && matches(part, names, name + 1, asPrefix);
    }
    if (name == names.size() || (names[name].front() == '.' && m_parts[part].front() != '.'))
        return false;
    return matchesPattern(m_parts[part], names[name]) && matches(part + 1, names, name + 1, asPrefix);
}

bool GlobPattern::matchesPrefixOf(std::string_view path) const
{
    return matches(0, namesOf(path), 0, true);
}

} // namespace galley::site
