// SPDX-License-Identifier: MIT
#include "markdown/document.h"

#include <QTest>

using namespace galley::markdown;

namespace
{
Options options(Flavour flavour)
{
    Options options;
    options.flavour = flavour;
    options.syntaxHighlighter.clear();
    return options;
}
} // namespace

class CommonMarkFlavourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_knowTheirSourceLines()
    {
        const Document document =
            toHtml("# One\n\ntwo\nlines\n\n---\n\n```js\ncode\n```\n\n- a\n- b\n", options(Flavour::CommonMark));
        std::vector<std::pair<int, int>> lines;
        for (const Block& block : document.blocks)
            lines.emplace_back(block.firstLine, block.lastLine);
        const std::vector<std::pair<int, int>> expected{{0, 0}, {2, 3}, {5, 5}, {7, 9}, {11, 12}};
        QCOMPARE(lines, expected);
        QCOMPARE(document.headings.size(), std::size_t{1});
        QCOMPARE(document.headings.front().text, std::string("One"));
    }

    void equalBlocks_haveEqualHashesWhateverTheirLines()
    {
        const Document document = toHtml("same\n\nother\n\nsame\n", options(Flavour::CommonMark));
        QCOMPARE(document.blocks.size(), std::size_t{3});
        QCOMPARE(document.blocks[0].hash, document.blocks[2].hash);
        QVERIFY(document.blocks[0].hash != document.blocks[1].hash);
    }

    void linkDefinitionsThatExplode_areCutWithAnError()
    {
        std::string text = "[x]: /" + std::string(50'000, 'u') + "\n\n";
        for (int i = 0; i < 40'000; ++i)
            text += "[x] ";
        const Document document = toHtml(text, options(Flavour::CommonMark));
        QVERIFY(galley::hasErrors(document.diagnostics));
        QVERIFY(document.html.size() < 64u << 20);
    }

    void spanThatMd4cLeavesUnentered_endsNothing()
    {
        const std::string text = "![x](//!27.0.0..1:__)_--47999/:4&&&&&\\\\\\127.0.0.1:47\\\\148)--`nd`\n\nafter\n";
        const Document document = toHtml(text, options(Flavour::Gfm));
        QCOMPARE(document.blocks.size(), std::size_t{2});
        QVERIFY(document.html.find("<p>after</p>") != std::string::npos);
    }

    void textEndingInADigit_isReadWhole()
    {
        QCOMPARE(toHtml("a 1", options(Flavour::Gfm)).html, std::string("<p>a 1</p>\n"));
    }
};

QTEST_APPLESS_MAIN(CommonMarkFlavourTest)
#include "tst_commonmarkflavour.moc"
