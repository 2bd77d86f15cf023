// SPDX-License-Identifier: MIT
// Reading files with a size limit and plain sentences for what goes wrong.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <string>

namespace galley
{

/// The bytes of a regular file of at most limits::fileBytes; the error names the path and the system's reason.
Expected<std::string> readFile(const std::filesystem::path& path);

/// Whether `path`, every symbolic link resolved, lies in or below the folder `root`.
bool isInside(const std::filesystem::path& path, const std::filesystem::path& root);

} // namespace galley
