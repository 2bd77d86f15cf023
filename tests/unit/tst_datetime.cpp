// SPDX-License-Identifier: MIT
#include "base/timezone.h"

#include <QTest>

using namespace galley;

namespace
{
CivilTime civil(std::int64_t year, int month, int day, int hour = 0, int minute = 0)
{
    CivilTime out;
    out.year = year;
    out.month = month;
    out.day = day;
    out.hour = hour;
    out.minute = minute;
    return out;
}

std::string parsed(const char* text, const TimeZone& zone = {})
{
    const auto time = parseTime(text, zone, fromCivil(civil(2020, 5, 6, 7, 8), 0));
    return time ? strftime(*time, "%Y-%m-%d %H:%M:%S %z") : "nothing";
}
} // namespace

class TestDateTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directives_printAsRubys_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("expected");
        // 2009-01-04 08:05:09 +05:30, a Sunday of ISO week 1
        const std::pair<const char*, const char*> cases[] = {{"%-d.%-m.%y", "4.1.09"},
                                                             {"%e %^b %B", " 4 JAN January"},
                                                             {"%j %U %W %V %G", "004 01 00 01 2009"},
                                                             {"%I:%M%P %l %p %#p", "08:05am  8 AM am"},
                                                             {"%z %:z %::z", "+0530 +05:30 +05:30:00"},
                                                             {"%05d|%_5d|%-5d", "00004|    4|4"},
                                                             {"%L %3N %6N", "007 007 007000"},
                                                             {"%s", "1231036509"},
                                                             {"%10A|%^10a", "    Sunday|       SUN"},
                                                             {"%Q %", "%Q %"},
                                                             {"%F %T %D", "2009-01-04 08:05:09 01/04/09"}};
        for (const auto& [format, expected] : cases)
            QTest::newRow(format) << QString::fromUtf8(format) << QString::fromUtf8(expected);
    }

    void directives_printAsRubys()
    {
        QFETCH(QString, format);
        QFETCH(QString, expected);
        CivilTime clock = civil(2009, 1, 4, 8, 5);
        clock.second = 9;
        clock.nanoseconds = 7'000'000;
        QCOMPARE(QString::fromStdString(strftime(fromCivil(clock, 19800), format.toStdString())), expected);
    }

    void texts_areParsedAsTimeParseDoes()
    {
        QCOMPARE(parsed("2017-06-19"), std::string("2017-06-19 00:00:00 +0000"));
        QCOMPARE(parsed("2017-06-19 10:20:30 +0200"), std::string("2017-06-19 10:20:30 +0200"));
        QCOMPARE(parsed("jun 19 2017"), std::string("2017-06-19 00:00:00 +0000"));
        QCOMPARE(parsed("19 june 2017 3pm"), std::string("2017-06-19 15:00:00 +0000"));
        QCOMPARE(parsed("20170619T102030Z"), std::string("2017-06-19 10:20:30 +0000"));
        QCOMPARE(parsed("10:20"), std::string("2020-05-06 10:20:00 +0000"));
        QCOMPARE(parsed("no time at all"), std::string("nothing"));
        QCOMPARE(parsed("2017-13-45"), std::string("nothing"));
    }

    void zone_tellsSummerAndWinter()
    {
        const auto berlin = TimeZone::named("Europe/Berlin");
        QVERIFY(berlin);
        QCOMPARE(strftime(berlin->local(civil(2017, 6, 19)), "%z %Z"), std::string("+0200 CEST"));
        QCOMPARE(strftime(berlin->local(civil(2017, 12, 19)), "%z %Z"), std::string("+0100 CET"));
        QCOMPARE(parsed("2017-06-19 10:00", *berlin), std::string("2017-06-19 10:00:00 +0200"));
        QVERIFY(!TimeZone::named("Nowhere/Land"));
    }

    void days_countOverLeapYearsAndBeforeTheEpoch()
    {
        QCOMPARE(daysFromCivil(2000, 3, 1) - daysFromCivil(2000, 2, 28), std::int64_t{2});
        QCOMPARE(daysFromCivil(1900, 3, 1) - daysFromCivil(1900, 2, 28), std::int64_t{1});
        for (std::int64_t day = -200'000; day < 200'000; day += 997) {
            DateTime time;
            time.seconds = day * 86400;
            const CivilTime there = toCivil(time);
            QCOMPARE(daysFromCivil(there.year, there.month, there.day), day);
        }
    }
};

QTEST_GUILESS_MAIN(TestDateTime)
#include "tst_datetime.moc"
