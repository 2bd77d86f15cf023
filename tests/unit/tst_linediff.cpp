// SPDX-License-Identifier: MIT
#include "base/limits.h"
#include "base/linediff.h"
#include "randombytes.h"

#include <QTest>

#include <random>

using namespace galley;

namespace
{
/// The new text's lines as the runs tell it, taken from the old one where they say "same".
std::vector<std::string_view> rebuilt(const std::vector<DiffRun>& runs, std::string_view before, std::string_view after)
{
    const auto oldLines = splitLines(before);
    const auto newLines = splitLines(after);
    std::vector<std::string_view> out;
    for (const DiffRun& run : runs) {
        for (int i = 0; i < run.count; ++i) {
            if (run.kind == DiffRun::Kind::Same)
                out.push_back(oldLines.at(static_cast<std::size_t>(run.beforeLine + i)));
            else if (run.kind == DiffRun::Kind::Added)
                out.push_back(newLines.at(static_cast<std::size_t>(run.afterLine + i)));
        }
    }
    return out;
}

int changes(const std::vector<DiffRun>& runs)
{
    int count = 0;
    for (const DiffRun& run : runs)
        count += run.kind == DiffRun::Kind::Same ? 0 : run.count;
    return count;
}

/// Lines less common subsequence, by the quadratic table: the oracle for "shortest".
int fewestChanges(std::string_view before, std::string_view after)
{
    const auto a = splitLines(before);
    const auto b = splitLines(after);
    std::vector<std::vector<int>> common(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j)
            common[i][j] =
                a[i - 1] == b[j - 1] ? common[i - 1][j - 1] + 1 : std::max(common[i - 1][j], common[i][j - 1]);
    }
    return static_cast<int>(a.size() + b.size()) - 2 * common[a.size()][b.size()];
}
} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneChangedLine_wentAndCame()
    {
        using Kind = DiffRun::Kind;
        const std::vector<DiffRun> wanted = {
            {Kind::Same, 0, 0, 1}, {Kind::Removed, 1, 1, 1}, {Kind::Added, 2, 1, 2}, {Kind::Same, 2, 3, 1}};
        QVERIFY(diffLines("a\nb\nc\n", "a\nx\ny\nc\n") == wanted);
    }

    void equalTexts_areOneRun() { QCOMPARE(diffLines("a\nb\n", "a\nb\n").size(), std::size_t{1}); }
    void emptyTexts_haveNoRuns() { QVERIFY(diffLines("", "").empty()); }

    void anyTwoTexts_differInAsFewLinesAsPossible()
    {
        RandomBytes random(40261);
        const auto text = [&] {
            std::string out;
            for (int n = random.below(25); n > 0; --n)
                out += std::string(1, static_cast<char>('a' + random.below(4))) + "\n";
            return out;
        };
        for (int i = 0; i < 20'000; ++i) {
            const std::string before = text();
            const std::string after = text();
            const auto runs = diffLines(before, after);
            QVERIFY(rebuilt(runs, before, after) == splitLines(after));
            QCOMPARE(changes(runs), fewestChanges(before, after));
        }
    }

    void unrelatedBooks_areReplacedWholeInLinearTime()
    {
        std::string before, after;
        for (int i = 0; i < 50'000; ++i) {
            before += "old " + std::to_string(i) + "\n";
            after += "new " + std::to_string(i) + "\n";
        }
        QBENCHMARK_ONCE
        {
            const auto runs = diffLines(before, after);
            QCOMPARE(runs.size(), std::size_t{2});
            QCOMPARE(runs[0].count, 50'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
