// SPDX-License-Identifier: MIT
// A time zone by its IANA name: which offset and abbreviation a moment has there.
#pragma once

#include "base/datetime.h"

#include <memory>
#include <optional>
#include <string_view>

namespace galley
{

/// Immutable and cheap to copy. The default is UTC.
class TimeZone
{
public:
    TimeZone() = default;
    /// Nothing when the name is unknown. "UTC" and "Europe/Berlin" are names; offsets are not.
    static std::optional<TimeZone> named(std::string_view ianaName);

    /// The moment told in this zone.
    DateTime at(std::int64_t secondsSinceEpoch, std::int32_t nanoseconds = 0) const;
    /// The moment when clocks there show this; of two the earlier, in a gap as if the clock had not moved yet.
    DateTime local(const CivilTime& civil) const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data; ///< null is UTC
};

} // namespace galley
