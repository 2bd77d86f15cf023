// SPDX-License-Identifier: MIT
#include "base/datetime.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace galley
{

namespace
{
constexpr std::array<std::string_view, 7> dayNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> monthNames{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr int widest = 1024; ///< Ruby refuses widths of 1024 and more with an error

/// What stands between % and the letter.
struct Directive {
    char padding = 0; ///< '0', ' ', '-' for none, 0 for the directive's own
    bool upper = false;
    bool swapCase = false;
    int colons = 0;
    int width = -1;
    char letter = 0;
};

std::string text(const Directive& directive, std::string_view value)
{
    std::string out = directive.upper || directive.swapCase ? unicode::toUpper(value) : std::string(value);
    if (directive.padding != '-' && directive.width > static_cast<int>(out.size()))
        out.insert(0, static_cast<std::size_t>(directive.width) - out.size(), directive.padding == '0' ? '0' : ' ');
    return out;
}

std::string number(const Directive& directive, std::int64_t value, int width, char padding = '0')
{
    std::string digits = std::to_string(value < 0 ? -value : value);
    if (directive.padding)
        padding = directive.padding;
    if (directive.width >= 0)
        width = directive.width;
    const std::size_t sign = value < 0 ? 1 : 0;
    const std::size_t wanted = padding == '-' ? 0 : static_cast<std::size_t>(width);
    const std::size_t missing = wanted > digits.size() + sign ? wanted - digits.size() - sign : 0;
    if (padding == ' ')
        return std::string(missing, ' ') + (sign ? "-" : "") + digits;
    return (sign ? "-" : "") + std::string(missing, '0') + digits;
}

std::string fraction(const DateTime& time, int digits)
{
    std::string all = std::to_string(time.nanoseconds);
    all.insert(0, 9 - all.size(), '0');
    all.resize(static_cast<std::size_t>(digits), '0');
    return all;
}

std::string two(std::int64_t value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string zoneOffset(const Directive& directive, std::int32_t offset)
{
    const std::int32_t amount = offset < 0 ? -offset : offset;
    const std::int32_t hours = amount / 3600, minutes = amount / 60 % 60, seconds = amount % 60;
    std::string tail = (directive.colons ? ":" : "") + two(minutes);
    if (directive.colons == 2)
        tail += ":" + two(seconds);
    if (directive.colons == 3) // as short as it can be
        tail = seconds ? ":" + two(minutes) + ":" + two(seconds) : minutes ? ":" + two(minutes) : std::string();
    const char sign = offset < 0 ? '-' : '+';
    const int room = std::max(directive.width - static_cast<int>(tail.size()) - 1, directive.padding == '-' ? 1 : 2);
    const std::string digits = std::to_string(hours);
    const std::size_t missing = static_cast<std::size_t>(std::max(0, room - static_cast<int>(digits.size())));
    if (directive.padding == ' ')
        return std::string(missing, ' ') + sign + digits + tail;
    return sign + std::string(missing, '0') + digits + tail;
}

/// Week of the year with the week beginning on `first` (0 Sunday, 1 Monday).
int weekOfYear(const DateTime& time, int first)
{
    return (yearDay(time) + 6 - (weekDay(time) - first + 7) % 7) / 7;
}

/// ISO 8601: the year and week that hold this week's Thursday.
std::pair<std::int64_t, int> isoWeek(const DateTime& time)
{
    DateTime thursday = time;
    thursday.seconds += (3 - (weekDay(time) + 6) % 7) * std::int64_t{86400};
    return {toCivil(thursday).year, (yearDay(thursday) - 1) / 7 + 1};
}

std::string dateLetter(const DateTime& time, const CivilTime& civil, const Directive& directive, bool& known)
{
    const auto weekday = static_cast<std::size_t>(weekDay(time));
    const auto month = static_cast<std::size_t>(civil.month - 1);
    switch (directive.letter) {
    case 'Y': return number(directive, civil.year, civil.year < 0 ? 5 : 4);
    case 'C': return number(directive, (civil.year - (civil.year < 0 ? 99 : 0)) / 100, 2);
    case 'y': return number(directive, (civil.year % 100 + 100) % 100, 2);
    case 'm': return number(directive, civil.month, 2);
    case 'B': return text(directive, monthNames[month]);
    case 'b':
    case 'h': return text(directive, monthNames[month].substr(0, 3));
    case 'd': return number(directive, civil.day, 2);
    case 'e': return number(directive, civil.day, 2, ' ');
    case 'j': return number(directive, yearDay(time), 3);
    case 'A': return text(directive, dayNames[weekday]);
    case 'a': return text(directive, dayNames[weekday].substr(0, 3));
    case 'u': return number(directive, weekday == 0 ? 7 : static_cast<std::int64_t>(weekday), 1);
    case 'w': return number(directive, static_cast<std::int64_t>(weekday), 1);
    case 'G': return number(directive, isoWeek(time).first, 4);
    case 'g': return number(directive, (isoWeek(time).first % 100 + 100) % 100, 2);
    case 'V': return number(directive, isoWeek(time).second, 2);
    case 'U': return number(directive, weekOfYear(time, 0), 2);
    case 'W': return number(directive, weekOfYear(time, 1), 2);
    default: known = false; return {};
    }
}

std::string clockLetter(const DateTime& time, const CivilTime& civil, const Directive& directive, bool& known)
{
    const int twelve = civil.hour % 12 == 0 ? 12 : civil.hour % 12;
    switch (directive.letter) {
    case 'H': return number(directive, civil.hour, 2);
    case 'k': return number(directive, civil.hour, 2, ' ');
    case 'I': return number(directive, twelve, 2);
    case 'l': return number(directive, twelve, 2, ' ');
    case 'M': return number(directive, civil.minute, 2);
    case 'S': return number(directive, civil.second, 2);
    case 'L': return fraction(time, directive.width > 0 ? directive.width : 3);
    case 'N': return fraction(time, directive.width > 0 ? directive.width : 9);
    case 's': return number(directive, time.seconds, 1);
    case 'Q': // milliseconds; only Date#strftime knows it
        known = time.isDate;
        return known ? number(directive, time.seconds * 1000, 1) : std::string();
    case 'z': return zoneOffset(directive, time.offset);
    case 'P': return text(directive, civil.hour < 12 ? "am" : "pm");
    case 'p': {
        Directive plain = directive;
        plain.swapCase = plain.upper = false; // %#p is lower case, the other way round
        return text(plain, directive.swapCase ? (civil.hour < 12 ? "am" : "pm") : (civil.hour < 12 ? "AM" : "PM"));
    }
    case 'Z': {
        Directive plain = directive;
        plain.swapCase = false;
        const std::string zone = time.isDate ? "+00:00" : time.zone.empty() && time.isUtc ? "UTC" : time.zone;
        return text(plain, directive.swapCase ? unicode::toLower(zone) : zone);
    }
    default: known = false; return {};
    }
}

std::string_view composite(const DateTime& time, char letter)
{
    switch (letter) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x': return "%m/%d/%y";
    case 'F': return "%Y-%m-%d";
    case 'v': return "%e-%^b-%4Y";
    case 'r': return "%I:%M:%S %p";
    case 'R': return "%H:%M";
    case 'T':
    case 'X': return "%H:%M:%S";
    case '+': return time.isDate ? "%a %b %e %H:%M:%S %Z %Y" : std::string_view(); // Time#strftime has none
    default: return {};
    }
}

bool takeFlag(char c, Directive& directive)
{
    switch (c) {
    case '-':
    case '0': directive.padding = c; return true;
    case '_': directive.padding = ' '; return true;
    case '^': directive.upper = true; return true;
    case '#': directive.swapCase = true; return true;
    default: return false;
    }
}

/// Reads flags, width, colons, E/O and the letter; false when the text ends before a letter.
bool readDirective(std::string_view format, std::size_t& pos, Directive& directive)
{
    while (pos < format.size() && takeFlag(format[pos], directive))
        ++pos;
    if (pos < format.size() && format[pos] >= '1' && format[pos] <= '9') {
        const auto end = std::from_chars(format.data() + pos, format.data() + format.size(), directive.width).ptr;
        pos = static_cast<std::size_t>(end - format.data());
    }
    for (; pos < format.size() && format[pos] == ':' && directive.colons < 3; ++pos)
        ++directive.colons;
    if (pos < format.size() && (format[pos] == 'E' || format[pos] == 'O'))
        ++pos;
    if (pos >= format.size() || directive.width >= widest)
        return false;
    directive.letter = format[pos++];
    return directive.colons == 0 || directive.letter == 'z';
}

bool expand(const DateTime& time, const Directive& directive, std::string& out)
{
    if (directive.letter == '%' || directive.letter == 'n' || directive.letter == 't') {
        const char c = directive.letter == 'n' ? '\n' : directive.letter == 't' ? '\t' : '%';
        out += text(directive, std::string_view(&c, 1));
        return true;
    }
    if (const std::string_view format = composite(time, directive.letter); !format.empty()) {
        out += text(directive, strftime(time, format));
        return true;
    }
    const CivilTime civil = toCivil(time);
    bool known = true;
    std::string value = dateLetter(time, civil, directive, known);
    if (!known) {
        known = true;
        value = clockLetter(time, civil, directive, known);
    }
    out += value;
    return known;
}
} // namespace

std::string strftime(const DateTime& time, std::string_view format)
{
    std::string out;
    out.reserve(format.size() * 2);
    std::size_t pos = 0;
    while (pos < format.size()) {
        const std::size_t start = pos;
        if (format[pos++] != '%') {
            out += format[start];
            continue;
        }
        Directive directive;
        if (!readDirective(format, pos, directive) || !expand(time, directive, out))
            out += format.substr(start, pos - start);
    }
    return out;
}

} // namespace galley
