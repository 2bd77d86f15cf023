// SPDX-License-Identifier: MIT
// What a build has to make: each page and file of a site with its place in the output.
#pragma once

#include "base/diagnostic.h"
#include "site/sitecontent.h"

#include <cstddef>
#include <string>
#include <vector>

namespace galley
{

/// One thing to write: a page to render or a file to copy.
struct BuildJob {
    site::ItemPtr item;
    const site::StaticFile* file = nullptr;
    std::string destination; ///< below the output folder; empty for what is only rendered
    std::size_t turn = 0;    ///< in Jekyll's order of rendering: documents, then pages

    /// As messages name it.
    std::string source() const
    {
        const std::string& path = item ? item->relativePath : file->relativePath;
        return path.rfind('/', 0) == 0 ? path.substr(1) : path;
    }
    bool isStyle() const
    {
        return item && (item->conversion == site::Conversion::Scss || item->conversion == site::Conversion::Sass);
    }
};

/// In Jekyll's order of writing. What is not written is rendered too: its errors are errors of the site.
/// Of two with one destination the later one is written, and a warning tells.
std::vector<BuildJob> buildJobs(const site::SiteContent& content, Diagnostics& diagnostics);

} // namespace galley
