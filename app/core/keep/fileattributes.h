// SPDX-License-Identifier: MIT
// What a replaced file hands on to the one that takes its place: owner, mode, extended attributes.
#pragma once

#include "base/expected.h"

#include <filesystem>

namespace galley
{

/// Gives the open file `descriptor` the owner, the mode and, as far as the system lets us, the extended attributes
/// (access lists among them) of `original`. A missing original leaves it as it is. Where the group cannot be kept
/// either, the group gets no rights: better asked for than given away.
Expected<void> keepAttributes(const std::filesystem::path& original, int descriptor);

} // namespace galley
