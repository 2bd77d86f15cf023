// SPDX-License-Identifier: MIT
// InstanceLock: which of several programs on one state folder is the first. The lock dies with its process.
#pragma once

#include "base/expected.h"
#include "keep/systemfile.h"

#include <filesystem>
#include <optional>

namespace galley
{

/// Holds the lock as long as it lives; empty when another process holds it. Makes the state folder.
Expected<std::optional<SystemFile>> takeInstanceLock(const std::filesystem::path& stateFolder);

} // namespace galley
