// SPDX-License-Identifier: MIT
// Time.parse: Ruby looks for pieces of a date anywhere in the text (Date._parse) and fills in what is missing.
#include "base/datefields.h"
#include "base/limits.h"
#include "base/timezone.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace galley
{

namespace
{
struct NamedOffset {
    std::string_view name;
    int hours;
};

// Time's own table of zone names (RFC 822 and the military letters); others are looked up in the zone itself.
constexpr std::array namedOffsets{NamedOffset{"UTC", 0},  NamedOffset{"Z", 0},    NamedOffset{"UT", 0},
                                  NamedOffset{"GMT", 0},  NamedOffset{"EST", -5}, NamedOffset{"EDT", -4},
                                  NamedOffset{"CST", -6}, NamedOffset{"CDT", -5}, NamedOffset{"MST", -7},
                                  NamedOffset{"MDT", -6}, NamedOffset{"PST", -8}, NamedOffset{"PDT", -7}};

std::optional<int> militaryOffset(std::string_view zone)
{
    if (zone.size() != 1)
        return std::nullopt;
    const char c = zone[0];
    if (c >= 'A' && c <= 'I')
        return c - 'A' + 1;
    if (c >= 'K' && c <= 'M')
        return c - 'K' + 10;
    if (c >= 'N' && c <= 'Y')
        return -(c - 'N' + 1);
    return std::nullopt;
}

bool allDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int toInt(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// +hh, +hhmm, +hh:mm and with seconds.
std::optional<std::int32_t> numericOffset(std::string_view zone)
{
    if (zone.size() < 3 || (zone[0] != '+' && zone[0] != '-'))
        return std::nullopt;
    std::string digits;
    for (const char c : zone.substr(1)) {
        if (c != ':')
            digits += c;
    }
    if (!allDigits(digits) || (digits.size() != 2 && digits.size() != 4 && digits.size() != 6))
        return std::nullopt;
    digits.resize(6, '0');
    const std::string_view d = digits;
    const int amount = toInt(d.substr(0, 2)) * 3600 + toInt(d.substr(2, 2)) * 60 + toInt(d.substr(4, 2));
    return zone[0] == '-' ? -amount : amount;
}

std::string upperAscii(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return out;
}

std::optional<std::int32_t> offsetOf(std::string_view name, std::int64_t year, const TimeZone& zone)
{
    const std::string upper = upperAscii(name);
    if (const auto offset = numericOffset(upper))
        return offset;
    for (const NamedOffset& each : namedOffsets) {
        if (each.name == upper)
            return each.hours * 3600;
    }
    if (const auto hours = militaryOffset(upper))
        return *hours * 3600;
    for (const int month : {1, 7}) {
        CivilTime civil;
        civil.year = year;
        civil.month = month;
        const DateTime time = zone.local(civil);
        if (upperAscii(time.zone) == upper)
            return time.offset;
    }
    return std::nullopt;
}

bool meansUtc(std::string_view name)
{
    const std::string upper = upperAscii(name);
    return upper == "-00:00" || upper == "-0000" || upper == "-00" || upper == "UTC" || upper == "Z" || upper == "UT";
}

/// Fills from `now` every part larger than the largest one given.
CivilTime completed(const DateFields& fields, const CivilTime& now)
{
    CivilTime civil;
    const bool hasYear = fields.year.has_value();
    const bool hasMonth = hasYear || fields.month.has_value();
    const bool hasDay = hasMonth || fields.day.has_value();
    const bool hasHour = hasDay || fields.hour.has_value();
    const bool hasMinute = hasHour || fields.minute.has_value();
    civil.year = std::clamp<std::int64_t>(fields.year.value_or(now.year), -limits::largestYear, limits::largestYear);
    civil.month = fields.month.value_or(hasMonth ? 1 : now.month);
    civil.day = fields.day.value_or(hasDay ? 1 : now.day);
    civil.hour = fields.hour.value_or(hasHour ? 0 : now.hour);
    civil.minute = fields.minute.value_or(hasMinute ? 0 : now.minute);
    civil.second = fields.second.value_or(hasMinute ? 0 : now.second);
    civil.nanoseconds = fields.nanoseconds.value_or(0);
    return civil;
}

/// Time.new's bounds: a 31st in a short month rolls over, a 32nd is refused.
bool isPossible(const CivilTime& civil)
{
    if (civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > 31)
        return false;
    if (civil.hour == 24)
        return civil.minute == 0 && civil.second == 0;
    return civil.hour >= 0 && civil.hour < 24 && civil.minute >= 0 && civil.minute < 60 && civil.second >= 0 &&
           civil.second <= 60;
}

DateTime withZone(const CivilTime& civil, const std::string& name, std::int32_t offset, const TimeZone& zone)
{
    DateTime time = fromCivil(civil, offset);
    if (meansUtc(name)) {
        time.isUtc = true;
        time.zone = "UTC";
        return time;
    }
    // Ruby prefers the real zone over the bare offset when both agree.
    const DateTime here = zone.at(time.seconds, time.nanoseconds);
    return here.offset == offset ? here : time;
}

bool isEmpty(const DateFields& fields)
{
    return !fields.year && !fields.yearDay && !fields.month && !fields.day && !fields.hour && !fields.minute &&
           !fields.second && !fields.nanoseconds;
}

/// A day of the year becomes month and day; false when there is none such.
bool resolveYearDay(DateFields& fields, std::int64_t nowYear)
{
    if (!fields.yearDay)
        return true;
    const std::int64_t year = fields.year.value_or(nowYear);
    DateTime date = makeDate(year, 1, 1);
    date.seconds += (*fields.yearDay - 1) * std::int64_t{86400};
    const CivilTime civil = toCivil(date);
    fields.month = civil.month;
    fields.day = civil.day;
    return *fields.yearDay >= 1 && civil.year == year;
}
} // namespace

std::optional<DateTime> parseTime(std::string_view text, const TimeZone& zone, const DateTime& now)
{
    DateFields fields = findDateFields(text);
    CivilTime today = toCivil(zone.at(now.seconds, now.nanoseconds));
    if (isEmpty(fields) || !resolveYearDay(fields, today.year))
        return std::nullopt;
    std::optional<std::int32_t> offset;
    if (fields.zone)
        offset = offsetOf(*fields.zone, fields.year.value_or(today.year), zone);
    if (offset) {
        DateTime there = now;
        there.offset = *offset;
        today = toCivil(there);
    }
    const CivilTime civil = completed(fields, today);
    if (!isPossible(civil))
        return std::nullopt;
    return offset ? withZone(civil, *fields.zone, *offset, zone) : zone.local(civil);
}

} // namespace galley
