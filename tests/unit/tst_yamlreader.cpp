// SPDX-License-Identifier: MIT
#include "post/yamlreader.h"

#include <QTest>

using namespace galley;

namespace
{
Value read(std::string_view text)
{
    const Expected<Value> value = readYaml(text);
    return value ? *value : Value("refused: " + value.error().message);
}

int errorLine(std::string_view text)
{
    const Expected<Value> value = readYaml(text);
    return value ? 0 : value.error().line;
}
} // namespace

class TestYamlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeInUtc_isToldAsRubyTellsIt()
    {
        const Value value = *readYaml("z: 2020-01-01T00:00:00Z\no: 2020-01-01 00:00:00 +0000\n");
        QVERIFY(value.get("z").dateTime().isUtc); // Psych makes it with Time.utc, which prints "UTC"
        QVERIFY(!value.get("o").dateTime().isUtc);
    }

    void plainScalars_meanWhatRubyMakesOfThem()
    {
        QVERIFY(read("19:00") == Value(68400));
        QVERIFY(read("1.10") == Value(1.1) && read("1.10").isFloat());
        QVERIFY(read("0123") == Value(83));
        QVERIFY(read("Yes") == Value(true) && read("off") == Value(false) && read("y") == Value("y"));
        QVERIFY(read("1,234") == Value(1234));
        QVERIFY(read("\"19:00\"") == Value("19:00"));
        QVERIFY(read("C# meetup #12") == Value("C# meetup"));
        QVERIFY(read("99999999999999999999") == Value("99999999999999999999"));
    }

    void datesAndTimes_keepTheirZone()
    {
        QVERIFY(read("2017-06-19").dateTime().isDate);
        QVERIFY(read("2017-02-30") == Value("2017-02-30"));
        const DateTime time = read("2017-06-19 18:00:00 +0200").dateTime();
        QCOMPARE(time.seconds, 1497888000);
        QCOMPARE(time.offset, 7200);
        const DateTime local = readYaml("2017-06-19 18:00:00", {"Europe/Berlin"})->dateTime();
        QCOMPARE(local.seconds, 1497895200);
        QCOMPARE(local.offset, 7200);
        QCOMPARE(local.zone, std::string("CEST"));
    }

    void duplicateKey_lastWinsInFirstPlace()
    {
        const Value value = read("a: 1\nb: 2\na: 3\n");
        QCOMPARE(value.hash().size(), std::size_t{2});
        QVERIFY(value.hash().begin()->second == Value(3));
    }

    void merge_overridesKeysAboveAndYieldsToKeysBelow()
    {
        const Value value = read("base: &b {x: 1, y: 1}\nc:\n  x: 0\n  <<: *b\n  y: 2\n").get("c");
        QVERIFY(value.get("x") == Value(1));
        QVERIFY(value.get("y") == Value(2));
    }

    void mergeOfAMapIntoItself_keepsWhatStandsThere()
    {
        const Value value = read("top: &top\n  a: 1\n  <<: *top\n  in:\n    <<: *top\n    b: 2\n").get("top");
        QVERIFY(value.get("a") == Value(1));
        QVERIFY(value.get("in").get("a") == Value(1) && value.get("in").get("b") == Value(2));
    }

    void faultBehindTheFirstDocument_isNotLookedAt()
    {
        QVERIFY(read("a: [why?, how]\n---\n: ]").get("a").array().size() == 2);
        QVERIFY(read("a: 1\n---\n\"open").get("a") == Value(1));
    }

    void refusedEscape_isNamed()
    {
        QVERIFY(readYaml("a: \"It\\'s\"\n").error().message.find("unknown escape") != std::string::npos);
        QCOMPARE(errorLine("é: ü\nb: \"It\\'s\"\n"), 2);
    }

    void refusals_nameTheLine()
    {
        QCOMPARE(errorLine("a: 1\ntitle: Meetup: C++\n"), 2);
        QCOMPARE(errorLine("a: 1\nb: 'open\nc: 2\n"), 2);
        QCOMPARE(errorLine("a: 1\nb: :symbol\n"), 2);
        QCOMPARE(errorLine("a: 1\n\nb: *none\n"), 3);
        QCOMPARE(errorLine("a: 1\nb: x\x01y\n"), 2);
        QCOMPARE(errorLine("a: !ruby/object:Gem::Requirement {}\n"), 1);
    }

    void aliasBomb_isRefused()
    {
        std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const std::string below = "*a" + std::to_string(i - 1);
            text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
            for (int k = 0; k < 10; ++k)
                text += (k ? ", " : "") + below;
            text += "]\n";
        }
        QVERIFY(errorLine(text) > 5);
    }

    void deepNesting_isRefusedWithoutHarm()
    {
        QCOMPARE(errorLine("a: " + std::string(100'000, '[')), 1);
        std::string blocks;
        for (int i = 0; i < 100'000; ++i)
            blocks += "- ";
        QCOMPARE(errorLine(blocks), 1);
    }

    void valueThatContainsItself_isRefused() { QCOMPARE(errorLine("a: &a [1, *a]\n"), 1); }
};

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yamlreader.moc"
