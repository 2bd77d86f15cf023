// SPDX-License-Identifier: MIT
#include "base/linediff.h"
#include "base/threeway.h"

#include <QTest>

#include <random>

using namespace galley;
using namespace std::string_literals;

namespace
{
using Kind = ThreeWayRun::Kind;

std::string kinds(std::string_view base, std::string_view mine, std::string_view theirs)
{
    std::string letters;
    for (const ThreeWayRun& run : compareThree(base, mine, theirs))
        letters += "=mtb!"[static_cast<int>(run.kind)];
    return letters;
}

std::string randomText(std::mt19937& random)
{
    std::string text;
    for (auto lines = random() % 8; lines > 0; --lines)
        text += std::string(1, static_cast<char>('a' + random() % 4)) + (lines == 1 && random() % 2 ? "" : "\n");
    return text;
}

bool covers(const std::vector<ThreeWayRun>& runs, LineSpan ThreeWayRun::*span, std::string_view text)
{
    int line = 0;
    for (const ThreeWayRun& run : runs) {
        if ((run.*span).line != line)
            return false;
        line += (run.*span).count;
    }
    return line == static_cast<int>(splitLines(text).size());
}
} // namespace

class TestThreeWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChange_isTheOneWhoMadeIts()
    {
        QCOMPARE(kinds("a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\n"), "=m="s);
        QCOMPARE(kinds("a\nb\nc\n", "a\nb\nc\n", "a\nb\nc\nd\n"), "=t"s);
        QCOMPARE(kinds("a\nb\nc\n", "x\na\nb\nc\n", "a\nb\ny\n"), "m=t"s);
        QCOMPARE(kinds("a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\n"), "=b="s);
        QCOMPARE(kinds("a\nb\nc\n", "a\nB\nc\n", "a\nX\nc\n"), "=!="s);
        QCOMPARE(kinds("", "", ""), ""s);
        QCOMPARE(kinds("", "a\n", "b\n"), "!"s);
    }

    void changesAtDifferentPlaces_areCombined()
    {
        QCOMPARE(*combined("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\n"), "A\nb\nc\n"s);
        QCOMPARE(*combined("a\nb\n", "a\nb", "x\na\nb\n"), "x\na\nb"s);
        QVERIFY(!combined("a\n", "b\n", "c\n"));
    }

    void runsOfAnyTexts_coverAllThreeAndOneSidedChangesWin()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 5000; ++i) {
            const std::string base = randomText(random);
            const std::string mine = randomText(random);
            const std::string theirs = randomText(random);
            const auto runs = compareThree(base, mine, theirs);
            QVERIFY(covers(runs, &ThreeWayRun::base, base));
            QVERIFY(covers(runs, &ThreeWayRun::mine, mine));
            QVERIFY(covers(runs, &ThreeWayRun::theirs, theirs));
            QCOMPARE(*combined(base, mine, base), mine);
            QCOMPARE(*combined(base, base, theirs), theirs);
            QCOMPARE(*combined(base, mine, mine), mine);
        }
    }
};

QTEST_GUILESS_MAIN(TestThreeWay)
#include "tst_threeway.moc"
