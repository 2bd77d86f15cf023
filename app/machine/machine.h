// SPDX-License-Identifier: MIT
// The machine's clock, time zone and installed gems: read here and handed to the engine, which asks for none of them. The
// window and the command line take their options of sites and renderings from here, so that they make the same pages.
#pragma once

#include "base/datetime.h"
#include "base/expected.h"
#include "layout/postrenderer.h"
#include "site/siteoptions.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace galley::machine
{

/// The zone's IANA name, by TZ or the system's setting; "UTC" when it has none.
std::string localZone();

/// This moment, told in the local zone.
DateTime localNow();

/// What --time says: an ISO 8601 time, told in its own offset or in the local zone when it has none.
Expected<DateTime> givenTime(const std::string& iso);

/// jekyll.environment: $JEKYLL_ENV, or "development" where that is not set, as for the jekyll command.
std::string jekyllEnvironment();

/// Where theme gems may be installed, each with gems/ and specifications/: GEM_HOME and GEM_PATH, one's own by gem and
/// Bundler, Debian's packages, gem's own folder on Debian.
std::vector<std::filesystem::path> gemFolders();

/// The names of emoji that Debian's node-emoji installs; empty when it is not there.
std::filesystem::path emojiNames();

/// $XDG_STATE_HOME/galley, or ~/.local/state/galley; empty when there is no home.
std::filesystem::path stateFolder();

/// For Site::read: all that does not depend on what the person asks for.
SiteOptions siteOptions(const std::filesystem::path& root);

/// For renderPost, but its text. `path`: see RenderRequest; `site`: null for a lone file.
RenderRequest renderRequest(const std::filesystem::path& path, std::shared_ptr<const Site> site);

} // namespace galley::machine
