// SPDX-License-Identifier: MIT
// File name patterns as Ruby's File.fnmatch? without flags reads them: `*` also crosses slashes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

/// `*`, `?`, `[a-z]`, `[^a]` and backslash; a file name's leading dot needs no care, since paths start with a
/// slash.
bool matchesPattern(std::string_view pattern, std::string_view path);

/// Dir.glob below a folder: `*`, `?` and `[…]` stay within one name, `**` goes down, `{a,b}` are alternatives. Paths
/// relative to the folder.
class GlobPattern
{
public:
    explicit GlobPattern(std::string_view pattern);
    /// Whether one of the paths' leading parts is matched whole: what a glob finds is a prefix of the path.
    bool matchesPrefixOf(std::string_view path) const;

private:
    using Parts = std::vector<std::string>;
    std::vector<Parts> m_alternatives; ///< of the braces
    static bool matches(const Parts& parts, const std::vector<std::string_view>& names);
};

} // namespace galley::site
