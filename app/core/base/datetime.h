// SPDX-License-Identifier: MIT
// A moment with the zone it is told in, and Ruby's strftime over it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley
{

/// Seconds since 1970 UTC, told at a UTC offset: Ruby's Time. A Date is one without time of day.
struct DateTime {
    std::int64_t seconds = 0;     ///< since 1970-01-01T00:00:00Z
    std::int32_t nanoseconds = 0; ///< 0 … 999,999,999
    std::int32_t offset = 0;      ///< seconds east of UTC
    bool isDate = false;          ///< Ruby's Date: prints as 2017-06-19
    std::string zone;             ///< what %Z prints: "UTC", "CEST"; may be empty

    /// The same moment and kind; how it is told does not matter.
    bool operator==(const DateTime& other) const
    {
        return seconds == other.seconds && nanoseconds == other.nanoseconds && isDate == other.isDate;
    }
};

} // namespace galley
