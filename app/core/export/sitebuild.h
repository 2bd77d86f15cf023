// SPDX-License-Identifier: MIT
// Builds a whole site into a folder, as `jekyll build` does: pages, posts, collections, style sheets, static
// files.
#pragma once

#include "base/diagnostic.h"
#include "site/siteoptions.h"

#include <cstddef>
#include <filesystem>
#include <functional>

namespace galley
{

struct BuildOptions {
    SiteOptions site;             ///< its jobs also render and write
    std::filesystem::path output; ///< made when it is not there; what else lies in it stays
    /// Called now and then with the files made so far, by one thread at a time but not always the same.
    std::function<void(std::size_t done, std::size_t total)> progress;
};

struct BuildResult {
    std::size_t pages = 0;   ///< rendered and written
    std::size_t files = 0;   ///< copied
    Diagnostics diagnostics; ///< in order of the files; each stands there once
    bool complete = false;   ///< all was written; false after a stop, or when nothing could be

    bool failed() const { return !complete || hasErrors(diagnostics); }
};

/// Every page that can be made is made; Jekyll's fatal errors are error diagnostics here and fail the result.
BuildResult buildSite(const BuildOptions& options);

} // namespace galley
