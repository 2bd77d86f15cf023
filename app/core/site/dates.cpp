// SPDX-License-Identifier: MIT
#include "site/dates.h"

#include "site/merge.h"
#include "site/sitecontent.h"

namespace galley::site
{

namespace
{
/// "2017-06-19", the form of nearly every file name: read without the general parser.
std::optional<CivilTime> plainDay(const std::string& text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    int numbers[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
        if (c == '-')
            ++part;
        else if (c < '0' || c > '9' || part > 2)
            return std::nullopt;
        else
            numbers[part] = numbers[part] * 10 + (c - '0');
    }
    if (part != 2 || !isValidDate(numbers[0], numbers[1], numbers[2]))
        return std::nullopt;
    CivilTime day;
    day.year = numbers[0];
    day.month = numbers[1];
    day.day = numbers[2];
    return day;
}
} // namespace

std::optional<DateTime> dateOf(const Value& value, const TimeZone& zone, const DateTime& now)
{
    if (value.isDateTime()) {
        const DateTime& time = value.dateTime();
        if (!time.isDate)
            return zone.at(time.seconds);
        CivilTime day = toCivil(time);
        day.hour = day.minute = day.second = 0;
        return zone.local(day);
    }
    const std::string text = textOf(value);
    if (const auto day = plainDay(text))
        return zone.local(*day);
    const std::optional<DateTime> parsed = parseTime(text, zone, now);
    if (!parsed)
        return std::nullopt;
    return zone.at(parsed->seconds, parsed->nanoseconds);
}

std::string timeZoneName(const SiteContent& content)
{
    const std::string own = content.setting("timezone");
    return own.empty() ? content.options.timeZone : own;
}

} // namespace galley::site
