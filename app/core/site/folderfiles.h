// SPDX-License-Identifier: MIT
// The files of a site's special folders, whether Jekyll would take them or not.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace galley
{
class Site;
}

namespace galley::site
{

/// Every regular file below a folder but hidden ones, in the order of their paths. Folders that are links are not
/// entered: they may lead out of the site.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder);

/// Those of all folders of this name ("_drafts"): Jekyll looks for them in every folder it reads.
std::vector<std::filesystem::path> filesOfFolders(const Site& site, std::string_view name);

} // namespace galley::site
