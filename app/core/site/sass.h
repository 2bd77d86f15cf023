// SPDX-License-Identifier: MIT
// Sass to CSS through libsass, as jekyll-sass-converter asks for it; imports come from inside the site only.
#pragma once

#include "base/expected.h"
#include "base/value.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

struct SassOptions {
    std::vector<std::filesystem::path> loadPaths; ///< where imports are looked for, in order
    std::vector<std::filesystem::path> allowed;   ///< folders that imports may come from
    std::string style = "compact";                ///< nested, expanded, compact or compressed
    bool addCharset = false;
    std::filesystem::path root = {}; ///< of the site: what source maps name files from
};

/// Of the config's `sass`; `themeSass` is the theme's folder of partials, empty without one.
SassOptions sassOptions(const Hash& config, const std::filesystem::path& root, const std::filesystem::path& themeRoot);

/// Whether a source map belongs beside the CSS (`sass: sourcemap:`), which is so unless the config says
/// never.
bool wantsSourceMap(const Hash& config, std::string_view environment);

struct SassResult {
    std::string css;
    std::string sourceMap; ///< empty unless asked for
};

/// `name` is the file's ("main.scss"); with `withMap` the CSS ends with the address of its map. The error
/// names the file the fault stands in and its line; with an empty `file` that is the source itself.
Expected<SassResult> compileSass(const std::string& source, bool indented, const std::string& name, bool withMap,
                                 const SassOptions& options);

} // namespace galley::site
