// SPDX-License-Identifier: MIT
#include "layout/blockpatch.h"
#include "pagemaker.h"

#include <QTest>

#include <random>

using namespace galley;
using test::makePage;

namespace
{

using Blocks = std::vector<std::string>;

/// The page's middle as the blocks of `shown` and the units of patches would write it.
std::string middleOf(const RenderedPage& page)
{
    std::string out;
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        out += unitOf(page, i);
    return out;
}

/// A stand-in for the live page: units as text, changed only by what a patch says.
struct TextPage {
    Blocks units;

    void apply(const BlockPatch& patch)
    {
        const auto begin = units.begin() + std::ptrdiff_t(patch.first);
        units.erase(begin, begin + std::ptrdiff_t(patch.removed));
        units.insert(units.begin() + std::ptrdiff_t(patch.first), patch.units.begin(), patch.units.end());
        if (patch.seam) {
            std::string& unit = units[patch.first + patch.units.size()];
            unit = patch.seam->to + unit.substr(patch.seam->from.size());
        }
    }
};

Blocks randomEdit(Blocks blocks, std::mt19937& random)
{
    const auto place = [&](std::size_t size) { return std::ptrdiff_t(random() % (size + 1)); };
    const int count = 1 + int(random() % 3);
    for (int i = 0; i < count; ++i) {
        const std::string block = "<p>" + std::string(random() % 40, char('a' + random() % 4)) + "</p>";
        if (blocks.empty() || random() % 3 == 0)
            blocks.insert(blocks.begin() + place(blocks.size()), block);
        else if (random() % 2 == 0)
            blocks[random() % blocks.size()] = block;
        else
            blocks.erase(blocks.begin() + place(blocks.size() - 1));
    }
    return blocks;
}

} // namespace

class TestBlockPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalPages_giveAnEmptyPatch()
    {
        const RenderedPage page = makePage({"<p>a</p>", "<p>b</p>"});
        QVERIFY(blockPatch(shownAs(page), page).empty());
    }

    void changedBlock_isTheOnlyUnit()
    {
        const RenderedPage next = makePage({"<p>a</p>", "<p>B</p>", "<p>c</p>"});
        const BlockPatch patch = blockPatch(shownAs(makePage({"<p>a</p>", "<p>b</p>", "<p>c</p>"})), next);
        QCOMPARE(patch.first, 1u);
        QCOMPARE(patch.removed, 1u);
        QCOMPARE(patch.units, std::vector<std::string_view>{"\n<p>B</p>"});
        QVERIFY(!patch.seam);
        QVERIFY(!patch.shellChanged);
    }

    void blockPutInFront_keepsTheOldFirstBlockAndChangesItsSeam()
    {
        const RenderedPage next = makePage({"<p>new</p>", "<p>a</p>"});
        const BlockPatch patch = blockPatch(shownAs(makePage({"<p>a</p>"})), next);
        QCOMPARE(patch.removed, 0u);
        QCOMPARE(patch.units.size(), 1u);
        QCOMPARE(patch.seam, std::optional(Seam{"", "\n"}));
    }

    void linesBelowAnInsertion_moveByOneShift()
    {
        const RenderedPage next = makePage({"<p>a</p>", "<p>x</p>", "<p>b</p>"});
        const BlockPatch patch = blockPatch(shownAs(makePage({"<p>a</p>", "<p>b</p>"})), next);
        QCOMPARE(patch.lineShift, 2);
        QVERIFY(patch.table.empty());
    }

    void linesThatMoveAlone_areAPatchWithoutUnits()
    {
        const RenderedPage next = makePage({"<p>a</p>", "<p>b</p>"}, {}, 1, 4);
        const BlockPatch patch = blockPatch(shownAs(makePage({"<p>a</p>", "<p>b</p>"})), next);
        QVERIFY(patch.units.empty() && !patch.empty());
        QCOMPARE(applied(shownAs(makePage({"<p>a</p>", "<p>b</p>"})), patch), shownAs(next));
    }

    void changedTitle_changesTheShellOnly()
    {
        test::Shell shell;
        shell.head.replace(shell.head.find("<title>t"), 8, "<title>u");
        const BlockPatch patch = blockPatch(shownAs(makePage({"<p>a</p>"})), makePage({"<p>a</p>"}, shell));
        QVERIFY(patch.shellChanged);
        QVERIFY(!patch.changesBlocks());
    }

    void randomEdits_patchedStepByStepGiveTheNewPage()
    {
        std::mt19937 random(20170619);
        Blocks blocks{"<p>start</p>"};
        ShownPage shown = shownAs(makePage(blocks));
        TextPage text{{"<p>start</p>"}};
        for (int i = 0; i < 20000; ++i) {
            blocks = randomEdit(blocks, random);
            const RenderedPage next = makePage(blocks, {}, 1 + int(random() % 2));
            const std::size_t slice = random() % 4 == 0 ? 30 : SIZE_MAX;
            // Now and then the page is not brought in whole before the next edit comes.
            std::size_t most = random() % 3 == 0 ? random() % (next.blocks.size() + 1) : SIZE_MAX;
            for (bool complete = false; !complete; most = SIZE_MAX) {
                const BlockPatch patch = blockPatch(shown, next, slice, most);
                complete = patch.complete;
                text.apply(patch);
                shown = applied(std::move(shown), patch);
            }
            QCOMPARE(shown.blocks, shownAs(next).blocks);
            std::string joined;
            for (const std::string& unit : text.units)
                joined += unit;
            QCOMPARE(joined, middleOf(next));
        }
    }
};

QTEST_APPLESS_MAIN(TestBlockPatch)
#include "tst_blockpatch.moc"
