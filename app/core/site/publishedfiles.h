// SPDX-License-Identifier: MIT
// Which files of a folder a page may show: those that the built site would hold, by Jekyll's own rules.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace galley::site
{

struct SiteContent;

/// The file of the site or its theme that a build copies to `path` below the output folder ("/assets/a.png", decoded,
/// without baseurl), one that came after the site was read too. Nothing for what Jekyll leaves out (names that begin
/// with ".", "_", "#" or "~", `exclude`, `published: false`), for files with front matter, and for links to such.
std::optional<std::filesystem::path> publishedFile(const SiteContent& content, std::string_view path);

/// The regular file at `path` ("/a.png") below a folder, links resolved: inside the folder, without a hidden name on
/// the way, and of the same ending as its link.
std::optional<std::filesystem::path> plainFileIn(const std::filesystem::path& folder, std::string_view path);

} // namespace galley::site
