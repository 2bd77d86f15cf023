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
    bool isUtc = false;           ///< Ruby's Time#utc?: prints "UTC" where others print "+0000"
    bool isDaylight = false;      ///< Ruby's Time#isdst: clocks there were put forward

    /// The same moment and kind; how it is told does not matter.
    bool operator==(const DateTime& other) const
    {
        return seconds == other.seconds && nanoseconds == other.nanoseconds && isDate == other.isDate;
    }
};

/// What a calendar and a clock on the wall show; Gregorian at all times.
struct CivilTime {
    std::int64_t year = 1970;
    int month = 1; ///< 1 … 12
    int day = 1;   ///< 1 … 31
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int32_t nanoseconds = 0;
};

/// Days from 1970-01-01 to this day.
std::int64_t daysFromCivil(std::int64_t year, int month, int day);
bool isValidDate(std::int64_t year, int month, int day);

CivilTime toCivil(const DateTime& time);
/// The moment when a clock at this offset shows `civil`.
DateTime fromCivil(const CivilTime& civil, std::int32_t offset);
/// Ruby's Date of that day.
DateTime makeDate(std::int64_t year, int month, int day);

int weekDay(const DateTime& time); ///< 0 is Sunday
int yearDay(const DateTime& time); ///< 1 … 366

/// Ruby's Time#strftime with all directives, flags (-0^#_:) and widths. Unknown directives stay as they are.
std::string strftime(const DateTime& time, std::string_view format);

/// Ruby's to_s: "2017-06-19 10:00:00 +0200", "… UTC", or "2017-06-19" for a Date.
std::string toString(const DateTime& time);
std::string toXmlSchema(const DateTime& time); ///< Time#xmlschema: 2017-06-19T10:00:00+02:00
std::string toRfc822(const DateTime& time);    ///< Time#rfc822: Mon, 19 Jun 2017 10:00:00 +0200

class TimeZone;

/// Ruby's Time.parse: missing parts come from `now`, a missing zone is `zone`; nothing when there is no time in it.
std::optional<DateTime> parseTime(std::string_view text, const TimeZone& zone, const DateTime& now);

} // namespace galley
