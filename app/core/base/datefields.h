// SPDX-License-Identifier: MIT
// The pieces of a date that Ruby's Date._parse finds in a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley
{

struct DateFields {
    std::optional<std::int64_t> year;
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> yearDay;
    std::optional<int> hour;
    std::optional<int> minute;
    std::optional<int> second;
    std::optional<std::int32_t> nanoseconds;
    std::optional<std::string> zone; ///< as written
};

/// In the order of Date._parse: weekday, time, then the first form of a date that fits (3 Feb 2001, Feb 3 2001,
/// 2001-02-03, 2001/02/03, 3.2.2001, 2001-W05-6, '01, Feb, 3rd, 20010203T040506).
DateFields findDateFields(std::string_view text);

} // namespace galley
