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
    std::filesystem::path output; ///< made when it is not there
    /// Where the list of written files is kept until the next build; empty: nothing is ever deleted.
    std::filesystem::path records;
    /// Called now and then with the files made so far, by one thread at a time but not always the same.
    std::function<void(std::size_t done, std::size_t total)> progress;
};

struct BuildResult {
    std::size_t pages = 0;   ///< rendered and written
    std::size_t files = 0;   ///< copied
    Diagnostics diagnostics; ///< in order of the files; each stands there once
    bool complete = false;   ///< all was written; false after a stop or an error, or when nothing could be

    bool failed() const { return !complete || hasErrors(diagnostics); }
};

/// Renders all, then writes all. Jekyll's fatal errors are error diagnostics here and fail the result: an output folder
/// that holds something is then left as it is, and into an empty one goes what could be made. Files of the last build
/// that this one does not make are deleted, as Jekyll does, but for `keep_files`; what no build wrote is never deleted.
BuildResult buildSite(const BuildOptions& options);

} // namespace galley
