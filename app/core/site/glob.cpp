// SPDX-License-Identifier: MIT
#include "site/glob.h"

#include "base/limits.h"

#include <algorithm>

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
    std::size_t star = npos; // after the last `*`, and where its text ended: go back there and let it take one more
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

/// The first pair of braces written out for each of its parts, and so on with what follows.
static void expandBraces(const std::string& pattern, std::vector<std::string>& out)
{
    std::size_t open = npos;
    std::vector<std::size_t> cuts; // the open brace, the commas at its level, the closing brace
    int depth = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            ++i;
        } else if (pattern[i] == '{' && depth++ == 0) {
            open = i;
            cuts = {i};
        } else if (pattern[i] == ',' && depth == 1) {
            cuts.push_back(i);
        } else if (pattern[i] == '}' && depth > 0 && --depth == 0) {
            cuts.push_back(i);
            break;
        }
    }
    const bool closed = open != npos && depth == 0;
    if (!closed || out.size() >= limits::globAlternatives) {
        out.push_back(pattern);
        return;
    }
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
        expandBraces(pattern.substr(0, open) + pattern.substr(cuts[i] + 1, cuts[i + 1] - cuts[i] - 1) +
                         pattern.substr(cuts.back() + 1),
                     out);
}

GlobPattern::GlobPattern(std::string_view pattern)
{
    std::vector<std::string> patterns;
    expandBraces(std::string(pattern), patterns);
    for (const std::string& each : patterns) {
        Parts& parts = m_alternatives.emplace_back();
        for (const std::string_view name : namesOf(each))
            parts.emplace_back(name);
    }
}

/// Each part is compared with each name once: asking anew behind every `**` would be exponential.
bool GlobPattern::matches(const Parts& parts, const std::vector<std::string_view>& names)
{
    std::vector<char> reached(names.size() + 1); // whether the parts so far take just so many names
    reached[0] = 1;
    for (const std::string& part : parts) {
        std::vector<char> next(names.size() + 1);
        if (part == "**") {
            for (std::size_t name = 0; name <= names.size(); ++name)
                next[name] = reached[name] || (name > 0 && next[name - 1] && names[name - 1].front() != '.');
        } else {
            for (std::size_t name = 0; name < names.size(); ++name) {
                const bool hidden = names[name].front() == '.' && part.front() != '.';
                next[name + 1] = reached[name] && !hidden && matchesPattern(part, names[name]);
            }
        }
        reached = std::move(next);
    }
    return std::find(reached.begin(), reached.end(), 1) != reached.end();
}

bool GlobPattern::matchesPrefixOf(std::string_view path) const
{
    const std::vector<std::string_view> names = namesOf(path);
    return std::any_of(m_alternatives.begin(), m_alternatives.end(),
                       [&](const Parts& parts) { return matches(parts, names); });
}

} // namespace galley::site
