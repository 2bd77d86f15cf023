// SPDX-License-Identifier: MIT
// A site's configuration: its files merged in order over Jekyll 4.3's defaults (Jekyll::Configuration).
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"
#include "site/siteoptions.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

struct SiteConfig {
    Hash values;                          ///< what site.* falls back to
    std::vector<std::string> pluginNames; ///< of `plugins`, in order
    std::vector<std::string> tagsOnly;    ///< of the old `gems` key: Jekyll 4 loads none of them, their tags are known
    bool readable = true;                 ///< false: a file could not be read, the defaults stand in
};

/// Reads options.configFiles (or the root's own _config.yml). What is wrong is told in `diagnostics`.
SiteConfig readConfig(const SiteOptions& options, Diagnostics& diagnostics);

/// options.configFiles, or the root's own file; none where there is none.
std::vector<std::filesystem::path> configFiles(const SiteOptions& options);

/// Where a setting stands; the file is empty when nowhere.
struct ConfigPlace {
    std::string file; ///< as in diagnostics
    int line = 0;     ///< 1-based
};

/// Of a key like "kramdown.math_engine" in the last of the files that has it, else of its beginning; a line is found
/// where YAML's block style is used.
ConfigPlace placeOf(std::string_view key, const SiteOptions& options);

/// What is told of a setting, at its line.
Diagnostic aboutSetting(std::string_view key, const SiteOptions& options, Severity severity, std::string text);

/// The configuration of a site without any _config.yml.
SiteConfig configFrom(const Hash& userValues, const SiteOptions& options, Diagnostics& diagnostics);

/// "pretty" → "/:categories/:year/:month/:day/:title/"; a pattern of one's own stays.
std::string permalinkTemplate(std::string_view style);

/// The end a page's or collection's URL template gets for the site's permalink style
/// (Utils.add_permalink_suffix).
std::string withPermalinkSuffix(std::string urlTemplate, std::string_view style);

} // namespace galley::site
