// SPDX-License-Identifier: MIT
#include "layout/blockfinder.h"

#include <QTest>

using namespace galley;

namespace
{

struct Content {
    std::string html;
    std::vector<PageBlock> blocks;
};

/// Blocks as a Markdown document makes them: a newline between two, one source line each.
Content contentOf(const std::vector<std::string>& pieces)
{
    Content content;
    for (const std::string& piece : pieces) {
        PageBlock block;
        block.offset = content.html.size();
        block.length = piece.size();
        block.firstLine = block.lastLine = static_cast<int>(content.blocks.size());
        block.hash = std::hash<std::string>{}(piece);
        content.blocks.push_back(block);
        content.html += piece + '\n';
    }
    return content;
}

std::string textOf(const std::string& page, const PageBlock& block)
{
    return page.substr(block.offset, block.length);
}

const std::string first = "<p>The first paragraph of the post.</p>";
const std::string second = "<p>The second paragraph, to be changed.</p>";
const std::string third = "<p>The third paragraph of the post.</p>";

} // namespace

class TestBlockFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verbatimContent_givesEveryBlockItsPlace()
    {
        const Content content = contentOf({first, second, third});
        const std::string page = "<body><h1>T</h1>" + content.html + "</body>";
        const auto found = findBlocks(page, content.html, content.blocks);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(textOf(page, found[1]), second);
        QCOMPARE(found[2].firstLine, 2);
    }

    void filteredContent_makesOneBlockOfWhatLiesBetweenFoundOnes()
    {
        const Content content = contentOf({first, second, third});
        const std::string changed = "<p>The second paragraph, changed.</p>";
        const std::string page = "<body>" + first + '\n' + changed + '\n' + third + "</body>";
        const auto found = findBlocks(page, content.html, content.blocks);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(textOf(page, found[1]), '\n' + changed + '\n');
        QCOMPARE(found[1].firstLine, 1);
        QCOMPARE(found[1].lastLine, 1);
        QCOMPARE(textOf(page, found[2]), third);
    }

    void unfoundTail_isLeftOut()
    {
        const Content content = contentOf({first, second});
        const std::string page = "<body>" + first + "<p>other</p></body>";
        const auto found = findBlocks(page, content.html, content.blocks);
        QCOMPARE(found.size(), std::size_t{1});
    }

    void contentThatIsNotInThePage_givesNothing()
    {
        const Content content = contentOf({first, second});
        QVERIFY(findBlocks("<body>summary</body>", content.html, content.blocks).empty());
    }

    void shortBlock_isNotTakenFromTheShell()
    {
        const Content content = contentOf({"<hr />", first, third});
        const std::string page = "<nav><hr /></nav><main>" + first + '\n' + third + "!</main>";
        const auto found = findBlocks(page, content.html, content.blocks);
        QCOMPARE(textOf(page, found.front()), first);
    }

    void foundBlocks_ascendAndNeverOverlap()
    {
        std::vector<std::string> pieces;
        for (int i = 0; i < 400; ++i)
            pieces.push_back("<p>Paragraph number " + std::to_string(i * 7919 % 50) + " of the post</p>");
        const Content content = contentOf(pieces);
        std::string page = "<body>" + content.html + "</body>";
        page.replace(page.find("number 19"), 9, "changed!!");
        std::size_t end = 0;
        for (const PageBlock& block : findBlocks(page, content.html, content.blocks)) {
            QVERIFY(block.offset >= end);
            end = block.offset + block.length;
        }
        QVERIFY(end <= page.size());
    }
};

QTEST_GUILESS_MAIN(TestBlockFinder)
#include "tst_blockfinder.moc"
