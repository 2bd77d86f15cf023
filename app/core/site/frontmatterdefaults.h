// SPDX-License-Identifier: MIT
// The config's `defaults`: values for the front matter of files by path and type
// (Jekyll::FrontmatterDefaults).
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"
#include "site/glob.h"
#include "site/siteoptions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

class FrontMatterDefaults
{
public:
    FrontMatterDefaults() = default;
    /// Sets that are none are left out with a warning.
    FrontMatterDefaults(const Hash& config, const SiteOptions& options, Diagnostics& diagnostics);

    /// All values for a file: `path` is Jekyll's relative_path, `type` "pages", "posts" or a collection's
    /// label.
    Hash all(std::string_view path, std::string_view type) const;

    /// One value, of the set with precedence; nil when none sets it.
    Value find(std::string_view path, std::string_view type, std::string_view key) const;

private:
    struct Set {
        std::string path;       ///< of the scope; empty: every file
        std::size_t length = 0; ///< of the scope's path as it is written, which gives precedence
        std::optional<GlobPattern> glob;
        std::optional<std::string> type;
        Hash values;
    };
    bool applies(const Set& set, std::string_view path, std::string_view type) const;
    static bool hasPrecedence(const Set* old, const Set& candidate);
    Set setOf(const Hash& scope, const Hash& values) const;

    std::vector<Set> m_sets;
    std::string m_collectionsFolder; ///< with a slash at its end; empty when unset
};

} // namespace galley::site
