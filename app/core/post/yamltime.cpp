// SPDX-License-Identifier: MIT
// Dates and times of YAML as Psych reads them, its oddities included (+200 is 20 hours, -00:30 is half an
// hour east).
#include "post/yamlchars.h"
#include "post/yamlscalar.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <charconv>

namespace galley::yaml
{
namespace
{
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    bool atEnd() const { return m_pos == m_text.size(); }
    bool take(char c)
    {
        const bool there = !atEnd() && m_text[m_pos] == c;
        m_pos += there;
        return there;
    }
    bool takeOneOf(std::string_view set)
    {
        const bool there = !atEnd() && set.find(m_text[m_pos]) != set.npos;
        m_pos += there;
        return there;
    }
    std::string_view takeDigits(std::size_t most)
    {
        const std::size_t start = m_pos;
        while (!atEnd() && m_pos - start < most && isDigit(m_text[m_pos]))
            ++m_pos;
        return m_text.substr(start, m_pos - start);
    }
    bool takeNumber(std::size_t least, std::size_t most, int& number)
    {
        const std::string_view found = takeDigits(most);
        std::from_chars(found.data(), found.data() + found.size(), number);
        return found.size() >= least;
    }
    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_pos]))
            ++m_pos;
    }
    char last() const { return m_text[m_pos - 1]; }

private:
    std::string_view m_text;
    std::size_t m_pos = 0;
};

struct Fields {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    std::string_view fraction;
    enum class Zone { Local, Utc, Offset } zone = Zone::Local;
    int offset = 0; ///< seconds east
};

// [-+]\d{1,2}:?(?:\d\d)?
bool takeOffset(Cursor& at, Fields& fields)
{
    const int sign = at.last() == '-' ? -1 : 1;
    std::string figures(at.takeDigits(2));
    if (figures.empty())
        return false;
    const bool colon = at.take(':');
    const std::string_view minutes = at.takeDigits(2);
    // Without a colon Psych first checks the shape, then reads the digits anew, two by two: +200 is 20:0.
    const std::string all = figures + std::string(minutes);
    const std::size_t cut = colon ? figures.size() : std::min<std::size_t>(2, all.size());
    const auto number = [](std::string_view text) {
        int out = 0;
        std::from_chars(text.data(), text.data() + text.size(), out);
        return out;
    };
    const int hours = sign * number(std::string_view(all).substr(0, cut));
    const int rest = number(std::string_view(all).substr(cut)) * 60;
    fields.zone = Fields::Zone::Offset;
    fields.offset = hours * 3600 + (hours < 0 ? -rest : rest);
    return minutes.size() != 1 || (!colon && all.size() == 3);
}

bool takeZone(Cursor& at, Fields& fields)
{
    at.skipSpace();
    if (at.take('Z')) {
        fields.zone = Fields::Zone::Utc;
        return at.atEnd();
    }
    return at.takeOneOf("+-") && takeOffset(at, fields) && at.atEnd();
}

std::optional<Fields> takeTime(std::string_view text)
{
    Cursor at(text);
    Fields f;
    const bool negative = at.take('-');
    if (!at.takeNumber(4, 4, f.year) || !at.take('-') || !at.takeNumber(1, 2, f.month) || !at.take('-') ||
        !at.takeNumber(1, 2, f.day))
        return std::nullopt;
    f.year = negative ? -f.year : f.year;
    if (!at.takeOneOf("Tt")) {
        if (!at.takeOneOf(" \t\f\v\r"))
            return std::nullopt;
        at.skipSpace();
    }
    if (!at.takeNumber(1, 2, f.hour) || !at.take(':') || !at.takeNumber(2, 2, f.minute) || !at.take(':') ||
        !at.takeNumber(2, 2, f.second))
        return std::nullopt;
    if (at.take('.'))
        f.fraction = at.takeDigits(std::string_view::npos);
    if (!at.atEnd() && !takeZone(at, f))
        return std::nullopt;
    return f;
}

// Days since 1970 of a proleptic Gregorian day; a day past the month's end runs into the next (Time.utc
// allows 31).
std::int64_t daysFromCivil(int year, int month, int day)
{
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

bool isClock(const Fields& f)
{
    return f.month >= 1 && f.month <= 12 && f.day >= 1 && f.day <= 31 && f.minute <= 59 && f.second <= 60 &&
           (f.hour <= 23 || (f.hour == 24 && f.minute == 0 && f.second == 0)) && std::abs(f.offset) < 86400;
}

std::int32_t nanoseconds(std::string_view fraction)
{
    std::int32_t out = 0;
    for (std::size_t i = 0; i < 9; ++i)
        out = out * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    return out;
}

int daysInMonth(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap);
}

void tellIn(DateTime& time, std::string_view timeZone)
{
    const QTimeZone zone(QByteArray(timeZone.data(), static_cast<qsizetype>(timeZone.size())));
    if (timeZone.empty() || !zone.isValid()) {
        time.zone = "UTC";
        return;
    }
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(time.seconds, QTimeZone::utc());
    time.offset = zone.offsetFromUtc(moment);
    time.zone = zone.abbreviation(moment).toStdString();
    time.isDaylight = zone.isDaylightTime(moment);
}
} // namespace

bool looksLikeTime(std::string_view text)
{
    return takeTime(text).has_value();
}

std::optional<DateTime> parseTime(std::string_view text, std::string_view timeZone)
{
    const std::optional<Fields> f = takeTime(text);
    if (!f || !isClock(*f))
        return std::nullopt;
    DateTime time;
    time.seconds =
        daysFromCivil(f->year, f->month, f->day) * 86400 + f->hour * 3600 + f->minute * 60 + f->second - f->offset;
    time.nanoseconds = nanoseconds(f->fraction);
    time.offset = f->offset;
    time.isUtc = f->zone == Fields::Zone::Utc; // Psych makes it with Time.utc
    if (time.isUtc)
        time.zone = "UTC";
    if (f->zone == Fields::Zone::Local)
        tellIn(time, timeZone);
    return time;
}

std::optional<DateTime> parseDate(std::string_view text)
{
    Cursor at(text);
    Fields f;
    if (!at.takeNumber(4, 4, f.year) || !at.take('-') || !at.takeNumber(1, 2, f.month) || !at.take('-') ||
        !at.takeNumber(1, 2, f.day) || !at.atEnd())
        return std::nullopt;
    if (f.month < 1 || f.month > 12 || f.day < 1 || f.day > daysInMonth(f.year, f.month))
        return std::nullopt;
    DateTime date;
    date.seconds = daysFromCivil(f.year, f.month, f.day) * 86400;
    date.isDate = true;
    date.zone = "UTC";
    return date;
}

} // namespace galley::yaml
