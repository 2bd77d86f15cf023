// SPDX-License-Identifier: MIT
// A theme gem installed on this machine: its folder, version and the plugins it brings (Jekyll::Theme).
#pragma once

#include "base/value.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

struct Theme {
    std::string name;
    std::string version;
    std::string authors;
    std::string description;
    std::filesystem::path root;
    std::vector<std::string> dependencies; ///< gems it needs at run time, but jekyll

    /// Liquid's `theme`.
    Value toValue() const;
};

/// Looks through `gemFolders` (each holding gems/ and specifications/) for the newest version of the gem.
std::optional<Theme> findTheme(std::string_view name, const std::vector<std::filesystem::path>& gemFolders);

} // namespace galley::site
