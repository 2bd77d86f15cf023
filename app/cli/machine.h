// SPDX-License-Identifier: MIT
// The machine's clock, time zone and installed gems: read here and handed to the engine, which asks for none of them.
#pragma once

#include "base/datetime.h"
#include "base/expected.h"

#include <filesystem>
#include <string>
#include <vector>

namespace galley::cli
{

/// The zone's IANA name, by TZ or the system's setting; "UTC" when it has none.
std::string localZone();

/// This moment, told in the local zone.
DateTime localNow();

/// What --time says: an ISO 8601 time, told in its own offset or in the local zone when it has none.
Expected<DateTime> givenTime(const std::string& iso);

/// jekyll.environment: $JEKYLL_ENV, or "development" where that is not set, as for the jekyll command.
std::string jekyllEnvironment();

/// Where theme gems may be installed: GEM_HOME and GEM_PATH, Debian's packages, gem's own folder on Debian.
std::vector<std::filesystem::path> gemFolders();

/// The names of emoji that Debian's node-emoji installs; empty when it is not there.
std::filesystem::path emojiNames();

/// $XDG_STATE_HOME/galley, or ~/.local/state/galley; empty when there is no home.
std::filesystem::path stateFolder();

} // namespace galley::cli
