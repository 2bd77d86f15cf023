// SPDX-License-Identifier: MIT
// When a file was changed, to the nanosecond: drafts of one second are in that order.
#pragma once

#include <cstdint>

namespace galley::site
{

struct FileTime {
    std::int64_t seconds = 0; ///< since 1970 UTC
    int nanoseconds = 0;
};

} // namespace galley::site
