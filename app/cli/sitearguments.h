// SPDX-License-Identifier: MIT
// What the commands that read a whole site have in common.
#pragma once

#include "cli/arguments.h"
#include "site/siteoptions.h"

namespace galley::cli
{

/// --config, --environment, --drafts, --future, --unpublished, --time and --jobs for the site in `root`; the error is
/// one of usage.
Expected<SiteOptions> siteOptions(const Arguments& arguments, const std::filesystem::path& root);

/// Whether there is this folder; when not, standard error says so.
bool isFolder(const std::string& path);

} // namespace galley::cli
