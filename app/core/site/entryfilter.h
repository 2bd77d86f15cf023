// SPDX-License-Identifier: MIT
// Which entries of a folder belong to the site: include, exclude, special names (Jekyll::EntryFilter).
#pragma once

#include "base/value.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

class EntryFilter
{
public:
    EntryFilter() = default;
    EntryFilter(const std::filesystem::path& root, const Hash& config);

    /// `folder` is relative to the root ("", "/posts"); `entry` relative to it, maybe with folders of its
    /// own.
    bool accepts(std::string_view folder, std::string_view entry) const;

private:
    struct Pattern {
        std::string text; ///< with the root before it
        bool isGlob = false;
    };
    bool matchesAny(const std::vector<Pattern>& patterns, const std::string& path) const;
    bool included(std::string_view entry) const;

    std::string m_root;
    std::vector<Pattern> m_included;
    std::vector<Pattern> m_excluded;
};

} // namespace galley::site
