// SPDX-License-Identifier: MIT
// Reads a site's folder into a SiteContent, in Jekyll's order, with posts and pages parsed by several
// threads.
#pragma once

#include "site/sitecontent.h"

#include <memory>

namespace galley::site
{

/// Never fails: without a readable configuration Jekyll's defaults serve, and the diagnostics tell.
std::unique_ptr<SiteContent> readSite(const SiteOptions& options);

/// A site that has this configuration and no files: what a lone file is rendered in. Reads nothing from disk.
std::unique_ptr<SiteContent> siteWithoutFiles(const SiteOptions& options, const Hash& config);

} // namespace galley::site
