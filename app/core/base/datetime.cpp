// SPDX-License-Identifier: MIT
#include "base/datetime.h"

namespace galley
{

namespace
{
constexpr std::int64_t secondsADay = 86400;

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

bool isLeap(std::int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysIn(std::int64_t year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[month - 1];
}
} // namespace

// Eras of 400 years beginning on 1 March, so that the leap day is the last of its year.
std::int64_t daysFromCivil(std::int64_t year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = floorDivide(year, 400);
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

bool isValidDate(std::int64_t year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

CivilTime toCivil(const DateTime& time)
{
    const std::int64_t local = time.seconds + time.offset;
    const std::int64_t days = floorDivide(local, secondsADay);
    const auto ofDay = static_cast<int>(local - days * secondsADay);
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = floorDivide(shifted, 146097);
    const std::int64_t dayOfEra = shifted - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    CivilTime civil;
    civil.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    civil.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    civil.year = yearOfEra + era * 400 + (civil.month <= 2 ? 1 : 0);
    civil.hour = ofDay / 3600;
    civil.minute = ofDay / 60 % 60;
    civil.second = ofDay % 60;
    civil.nanoseconds = time.nanoseconds;
    return civil;
}

DateTime fromCivil(const CivilTime& civil, std::int32_t offset)
{
    DateTime time;
    time.seconds = daysFromCivil(civil.year, civil.month, civil.day) * secondsADay + civil.hour * 3600 +
                   civil.minute * 60 + civil.second - offset;
    time.nanoseconds = civil.nanoseconds;
    time.offset = offset;
    return time;
}

DateTime makeDate(std::int64_t year, int month, int day)
{
    DateTime date;
    date.seconds = daysFromCivil(year, month, day) * secondsADay;
    date.isDate = true;
    return date;
}

int weekDay(const DateTime& time)
{
    const std::int64_t days = floorDivide(time.seconds + time.offset, secondsADay);
    return static_cast<int>(((days + 4) % 7 + 7) % 7); // 1970-01-01 was a Thursday
}

int yearDay(const DateTime& time)
{
    const CivilTime civil = toCivil(time);
    return static_cast<int>(daysFromCivil(civil.year, civil.month, civil.day) - daysFromCivil(civil.year, 1, 1)) + 1;
}

std::string toString(const DateTime& time)
{
    if (time.isDate)
        return strftime(time, "%Y-%m-%d");
    return strftime(time, time.isUtc ? "%Y-%m-%d %H:%M:%S UTC" : "%Y-%m-%d %H:%M:%S %z");
}

std::string toXmlSchema(const DateTime& time)
{
    return strftime(time, time.isUtc ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z");
}

std::string toRfc822(const DateTime& time)
{
    return strftime(time, time.isUtc ? "%a, %d %b %Y %H:%M:%S -0000" : "%a, %d %b %Y %H:%M:%S %z");
}

} // namespace galley
