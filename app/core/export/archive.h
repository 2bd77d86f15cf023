// SPDX-License-Identifier: MIT
// A .zip in memory: a post with its pictures, to hand in. libarchive is included here only.
#pragma once

#include "base/expected.h"

#include <cstdint>
#include <string>
#include <vector>

namespace galley
{

struct ArchiveEntry {
    std::string name; ///< relative, with /; nothing that leaves the folder it is unpacked in
    std::string bytes;
    std::int64_t modified = 0; ///< seconds since 1970
};

/// The bytes of the .zip; names are UTF-8. The error names what could not be packed.
Expected<std::string> zipped(const std::vector<ArchiveEntry>& entries);

} // namespace galley
