// SPDX-License-Identifier: MIT
#include "base/datefields.h"

#include "base/datetime.h"

#include <QRegularExpression>
#include <QString>

#include <array>

namespace galley
{

namespace
{
using Match = QRegularExpressionMatch;

constexpr char16_t months[] = u"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
constexpr qsizetype longestDate = 128; ///< Ruby refuses longer texts too (Date._parse's limit)

QRegularExpression pattern(const QString& text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption |
                                        QRegularExpression::ExtendedPatternSyntaxOption);
}

QString monthNames()
{
    return QString::fromUtf16(months);
}

int monthNumber(const QString& name)
{
    return static_cast<int>(monthNames().indexOf(name.left(3).toLower()) / 4) + 1;
}

/// Finds the pattern; what is found is replaced by a blank, as later patterns expect.
Match take(QString& text, const QRegularExpression& expression)
{
    Match match = expression.match(text);
    if (match.hasMatch())
        text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral(" "));
    return match;
}

struct Parts {
    QString year, month, day;
    bool beforeChrist = false;
};

bool looksLikeYear(const QString& part)
{
    return part.startsWith(QLatin1Char('\'')) || part.startsWith(QLatin1Char('-')) ||
           part.startsWith(QLatin1Char('+')) || part.size() > 2;
}

std::int64_t yearOf(const QString& part, bool beforeChrist)
{
    static const QRegularExpression digits(QStringLiteral("[-+]?\\d+"));
    const QString found = digits.match(part).captured();
    const bool hasSign = found.startsWith(QLatin1Char('-')) || found.startsWith(QLatin1Char('+'));
    std::int64_t year = found.toLongLong();
    if (beforeChrist)
        return 1 - year;
    const bool isShort = !hasSign && found.size() <= 2;
    if (isShort && year >= 0)
        year += year >= 69 ? 1900 : 2000;
    return year;
}

int digitsOf(const QString& part)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return digits.match(part).captured().toInt();
}

/// The parts may stand in any order: what has more than two digits or an apostrophe is the year.
void assign(DateFields& fields, Parts parts)
{
    if (!parts.year.isEmpty() && !parts.month.isEmpty() && parts.day.isEmpty())
        parts = {parts.day, parts.year, parts.month, parts.beforeChrist};
    if (parts.year.isEmpty() && !parts.day.isEmpty() && looksLikeYear(parts.day))
        std::swap(parts.year, parts.day);
    static const QRegularExpression trailed(QStringLiteral("^[^-+\\d]*[-+]?\\d+[^-+\\d]"));
    if (!parts.year.isEmpty() && trailed.match(parts.year).hasMatch())
        std::swap(parts.year, parts.day);
    if (looksLikeYear(parts.month) && !parts.month.isEmpty())
        parts = {parts.month, parts.day, parts.year, parts.beforeChrist};
    if (looksLikeYear(parts.day) && !parts.day.isEmpty())
        std::swap(parts.year, parts.day);
    if (!parts.year.isEmpty())
        fields.year = yearOf(parts.year, parts.beforeChrist);
    if (!parts.month.isEmpty())
        fields.month = digitsOf(parts.month);
    if (!parts.day.isEmpty())
        fields.day = digitsOf(parts.day);
}

std::int32_t fractionOf(QString digits)
{
    digits = digits.left(9);
    return digits.leftJustified(9, QLatin1Char('0')).toInt();
}

void takeTime(QString& text, DateFields& fields)
{
    static const QRegularExpression time = pattern(QStringLiteral(
        "((?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)"
        "(?:\\s*[ap](?:m\\b|\\.m\\.))?|\\d+\\s*[ap](?:m\\b|\\.m\\.))"
        "(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|[[:alpha:].\\s]+(?:standard|daylight)\\stime\\b"
        "|[[:alpha:]]+(?:\\sdst)?\\b))?"));
    static const QRegularExpression clock =
        pattern(QStringLiteral("^(\\d+)\\s*(?:h|:|(?=[ap]))?(?:\\s*(\\d+)m?(?:\\s*:?\\s*(\\d+)(?:[,.](\\d*))?s?)?)?(?:"
                               "\\s*([ap])(?:m\\b|\\.m\\.))?"));
    const Match match = take(text, time);
    if (!match.hasMatch())
        return;
    const Match parts = clock.match(match.captured(1));
    fields.hour = parts.captured(1).toInt();
    if (!parts.captured(2).isEmpty())
        fields.minute = parts.captured(2).toInt();
    if (!parts.captured(3).isEmpty())
        fields.second = parts.captured(3).toInt();
    if (!parts.captured(4).isEmpty())
        fields.nanoseconds = fractionOf(parts.captured(4));
    if (!parts.captured(5).isEmpty())
        fields.hour = *fields.hour % 12 + (parts.captured(5).toLower() == QLatin1String("p") ? 12 : 0);
    if (!match.captured(2).isEmpty())
        fields.zone = match.captured(2).toStdString();
}

bool takeNamedMonth(QString& text, DateFields& fields)
{
    static const QRegularExpression dayFirst =
        pattern(QStringLiteral(
                    "('?\\d+)[^-\\d\\s]*\\s*(%1)[^-\\d\\s']*(?:\\s*(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)"
                    "|b(?:c|\\.c\\.))?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?")
                    .arg(monthNames()));
    static const QRegularExpression monthFirst = pattern(
        QStringLiteral("\\b(%1)[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)"
                       "|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?\\s*('?-?\\d+))?")
            .arg(monthNames()));
    const auto isBc = [](const QString& era) { return era.startsWith(QLatin1Char('b'), Qt::CaseInsensitive); };
    if (const Match match = take(text, dayFirst); match.hasMatch()) {
        const QString month = QString::number(monthNumber(match.captured(2)));
        assign(fields, {match.captured(4), month, match.captured(1), isBc(match.captured(3))});
        return true;
    }
    if (const Match match = take(text, monthFirst); match.hasMatch()) {
        const QString month = QString::number(monthNumber(match.captured(1)));
        assign(fields, {match.captured(4), month, match.captured(2), isBc(match.captured(3))});
        return true;
    }
    return false;
}

bool takeNumbers(QString& text, DateFields& fields)
{
    static const std::array expressions{pattern(QStringLiteral("('?[-+]?\\d+)-(\\d+)-('?-?\\d+)")),
                                        pattern(QStringLiteral("('?-?\\d+)/\\s*('?\\d+)(?:\\D\\s*('?-?\\d+))?")),
                                        pattern(QStringLiteral("('?-?\\d+)\\.\\s*('?\\d+)\\.\\s*('?-?\\d+)"))};
    static const QRegularExpression vmsDay =
        pattern(QStringLiteral("('?-?\\d+)-(%1)[^-/.]*-('?-?\\d+)").arg(monthNames()));
    static const QRegularExpression vmsMonth =
        pattern(QStringLiteral("\\b(%1)[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?").arg(monthNames()));
    if (const Match match = take(text, expressions[0]); match.hasMatch()) {
        assign(fields, {match.captured(1), match.captured(2), match.captured(3)});
        return true;
    }
    if (const Match match = take(text, vmsDay); match.hasMatch()) {
        assign(fields, {match.captured(3), QString::number(monthNumber(match.captured(2))), match.captured(1)});
        return true;
    }
    if (const Match match = take(text, vmsMonth); match.hasMatch()) {
        assign(fields, {match.captured(3), QString::number(monthNumber(match.captured(1))), match.captured(2)});
        return true;
    }
    for (std::size_t i = 1; i < expressions.size(); ++i) {
        if (const Match match = take(text, expressions[i]); match.hasMatch()) {
            assign(fields, {match.captured(1), match.captured(2), match.captured(3)});
            return true;
        }
    }
    return false;
}

bool takeSinglePiece(QString& text, DateFields& fields)
{
    static const QRegularExpression ordinal = pattern(QStringLiteral("\\b(\\d{4})-(\\d{3})\\b"));
    static const QRegularExpression year = pattern(QStringLiteral("'(\\d+)\\b"));
    static const QRegularExpression month = pattern(QStringLiteral("\\b(%1)\\S*").arg(monthNames()));
    static const QRegularExpression day = pattern(QStringLiteral("(\\d+)(?:st|nd|rd|th)\\b"));
    if (const Match match = take(text, ordinal); match.hasMatch()) {
        fields.year = match.captured(1).toInt();
        fields.yearDay = match.captured(2).toInt();
        return true;
    }
    if (const Match match = take(text, year); match.hasMatch()) {
        fields.year = yearOf(match.captured(1), false);
        return true;
    }
    if (const Match match = take(text, month); match.hasMatch()) {
        fields.month = monthNumber(match.captured(1));
        return true;
    }
    if (const Match match = take(text, day); match.hasMatch()) {
        fields.day = match.captured(1).toInt();
        return true;
    }
    return false;
}

/// 20010203T040506Z and shorter: digits are dealt out from the year down (without a year, from the right).
void takeDigits(QString& text, DateFields& fields)
{
    static const QRegularExpression digits =
        pattern(QStringLiteral("([-+]?)(\\d{2,14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.](\\d*))?)?(z\\b|[-+]\\d{1,4}\\b)?"));
    const Match match = take(text, digits);
    if (!match.hasMatch())
        return;
    const QString date = match.captured(2);
    const auto at = [&date](int from, int count) { return date.mid(from, count).toInt(); };
    const auto size = static_cast<int>(date.size());
    switch (size) {
    case 2: fields.day = at(0, 2); break;
    case 3: fields.yearDay = at(0, 3); break;
    case 4:
        fields.month = at(0, 2);
        fields.day = at(2, 2);
        break;
    case 5:
        fields.year = yearOf(date.left(2), false);
        fields.yearDay = at(2, 3);
        break;
    case 6:
        fields.year = yearOf(date.left(2), false);
        fields.month = at(2, 2);
        fields.day = at(4, 2);
        break;
    case 7:
        fields.year = at(0, 4);
        fields.yearDay = at(4, 3);
        break;
    default:
        fields.year = at(0, 4);
        fields.month = at(4, 2);
        fields.day = at(6, 2);
        if (size >= 10)
            fields.hour = at(8, 2);
        if (size >= 12)
            fields.minute = at(10, 2);
        if (size >= 14)
            fields.second = at(12, 2);
    }
    const QString time = match.captured(3);
    if (!time.isEmpty())
        fields.hour = time.left(2).toInt();
    if (time.size() >= 4)
        fields.minute = time.mid(2, 2).toInt();
    if (time.size() >= 6)
        fields.second = time.mid(4, 2).toInt();
    if (!match.captured(4).isEmpty())
        fields.nanoseconds = fractionOf(match.captured(4));
    if (!match.captured(5).isEmpty())
        fields.zone = match.captured(5).toStdString();
}

/// A lone number beside a time is the day, beside a day the hour.
void takeLoneNumber(const QString& text, DateFields& fields)
{
    static const QRegularExpression lone(QStringLiteral("^\\s*(\\d{1,2})\\s*$"));
    const Match match = lone.match(text);
    if (!match.hasMatch())
        return;
    const int number = match.captured(1).toInt();
    if (fields.hour && !fields.day && number >= 1 && number <= 31)
        fields.day = number;
    if (fields.day && !fields.hour && number <= 24)
        fields.hour = number;
}
} // namespace

DateFields findDateFields(std::string_view text)
{
    static const QRegularExpression noise(QStringLiteral("[^-+',./:@[:alnum:]\\[\\]]+"));
    static const QRegularExpression weekday = pattern(QStringLiteral("\\b(sun|mon|tue|wed|thu|fri|sat)[^-/\\d\\s]*"));
    DateFields fields;
    QString rest = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (rest.size() > longestDate)
        return fields;
    rest.replace(noise, QStringLiteral(" "));
    take(rest, weekday);
    takeTime(rest, fields);
    if (!takeNamedMonth(rest, fields) && !takeNumbers(rest, fields) && !takeSinglePiece(rest, fields))
        takeDigits(rest, fields);
    takeLoneNumber(rest, fields);
    return fields;
}

} // namespace galley
