// SPDX-License-Identifier: MIT
// Where the tests find their material.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace galley::test
{

/// A path inside the project's source tree.
std::filesystem::path sourcePath(const std::string& relative);

/// A path in the shared folder beside the project; nothing where that folder is absent, and the test skips.
std::optional<std::filesystem::path> sharedPath(const std::string& relative);

} // namespace galley::test
