// SPDX-License-Identifier: MIT
#include "importing/events.h"

#include <QTest>

using namespace galley;

namespace
{
const std::string head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nX-WR-CALNAME:TriPython\r\n";

std::string calendarOf(const std::string& lines)
{
    return head + "BEGIN:VEVENT\r\nUID:1\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

TimeZone prague()
{
    return *TimeZone::named("Europe/Prague");
}
} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void event_isReadWithItsZone()
    {
        const auto events =
            readEvents(calendarOf("SUMMARY:May\\, the meetup\r\nDTSTART;TZID=America/New_York:20170525T183000\r\n"
                                  "LOCATION:Frontier\\n800 Park\r\nURL:https://example.org/e\r\n"),
                       prague());
        QVERIFY2(events.has_value(), events ? "" : events.error().message.c_str());
        QCOMPARE(events->size(), std::size_t{1});
        const CalendarEvent& first = events->front();
        QCOMPARE(first.title, std::string("May, the meetup"));
        QCOMPARE(first.place, std::string("Frontier 800 Park"));
        QCOMPARE(first.link, std::string("https://example.org/e"));
        QCOMPARE(first.group, std::string("TriPython"));
        QCOMPARE(toString(first.start), std::string("2017-05-25 18:30:00 -0400"));
    }

    void utcFloatingAndWholeDays_areToldInTheSitesZone()
    {
        const auto start = [](const std::string& line) {
            const auto events = readEvents(calendarOf("SUMMARY:A\r\n" + line + "\r\n"), prague());
            return events ? toString(events->front().start) : events.error().message;
        };
        QCOMPARE(start("DTSTART:20170525T163000Z"), std::string("2017-05-25 18:30:00 +0200"));
        QCOMPARE(start("DTSTART:20170525T183000"), std::string("2017-05-25 18:30:00 +0200"));
        QCOMPARE(start("DTSTART;VALUE=DATE:20170525"), std::string("2017-05-25"));
        QCOMPARE(start("DTSTART;TZID=Nowhere/Land:20170525T183000"), std::string("2017-05-25 18:30:00 +0200"));
    }

    void foldedLinesAndLoneLineFeeds_areRead()
    {
        std::string text = calendarOf("SUMMARY:A long \r\n name\r\nDTSTART:20170525T163000Z\r\n");
        std::erase(text, '\r');
        QCOMPARE(readEvents(text, prague())->front().title, std::string("A long name"));
        QCOMPARE(readEvents("\xEF\xBB\xBF" + text, prague())->size(), std::size_t{1});
    }

    void whatIsNoCalendar_isASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("no calendar file");
        QTest::newRow("markdown") << QByteArray("# Hello\n") << QStringLiteral("no calendar file");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << QStringLiteral("no calendar file");
        QTest::newRow("zeros inside") << QByteArray("BEGIN:VCALENDAR\r\n\0\0", 19) << QStringLiteral("no text");
        QTest::newRow("cut off") << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM")
                                 << QStringLiteral("calendar file");
        QTest::newRow("no events") << QByteArray("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
                                   << QStringLiteral("no event");
        QTest::newRow("no start")
            << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
            << QStringLiteral("no event");
        QByteArray deep = "BEGIN:VCALENDAR\r\n";
        for (int i = 0; i < 100000; ++i)
            deep += "BEGIN:VEVENT\r\n";
        QTest::newRow("nested") << deep << QStringLiteral("too deeply");
        QTest::newRow("large") << QByteArray("BEGIN:VCALENDAR\r\n") + QByteArray(5 << 20, 'x')
                               << QStringLiteral("4 MB");
    }

    void whatIsNoCalendar_isASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const auto events = readEvents(bytes.toStdString(), prague());
        QVERIFY(!events);
        QVERIFY2(QString::fromStdString(events.error().message).contains(why), events.error().message.c_str());
    }

    void impossibleDays_neverLeaveTheCalendar()
    {
        const auto events = readEvents(calendarOf("SUMMARY:A\r\nDTSTART:20179925T163000Z\r\n"), prague());
        QVERIFY(!events || events->front().start.seconds == 0);
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
