// SPDX-License-Identifier: MIT
// The source lines of the blocks at the top, beside kramdown's and cmark's own, on real posts and on the tables of
// cases.
#include "base/jsonreader.h"
#include "kramdownserver.h"
#include "markdown/document.h"
#include "markdowncases.h"
#include "testpaths.h"

#include <QTest>
#include <algorithm>
#include <cstdio>
#include <fstream>

using namespace galley;

namespace
{
/// First lines, 1-based. The others' last lines are no measure: cmark's lists end with the blank line below them.
using Lines = std::vector<int>;

Lines readLines(const std::string& json)
{
    Lines lines;
    const auto list = readJson(json);
    if (!list || !list->isArray())
        return lines;
    for (const Value& line : list->array())
        lines.push_back(static_cast<int>(line.integer()));
    return lines;
}

Lines firstLines(const markdown::Document& document)
{
    Lines lines;
    for (const markdown::Block& block : document.blocks)
        lines.push_back(block.firstLine + 1);
    return lines;
}

/// With every kind of line end, as posts have them.
int lineCount(const std::string& text)
{
    int count = 1;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    return count;
}

/// Each block ends at or after its beginning and before the next one's, but for what kramdown puts at the end.
bool areInOrder(const std::vector<markdown::Block>& blocks, int lines)
{
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool fits = blocks[i].firstLine <= blocks[i].lastLine && blocks[i].lastLine < lines;
        if (!fits || (i > 0 && blocks[i].firstLine < blocks[i - 1].firstLine))
            return false;
    }
    return true;
}

std::vector<std::string> texts()
{
    std::vector<std::string> all;
    for (const test::MarkdownCase& one : test::markdownCases())
        all.push_back(one.markdown);
    const auto posts = test::sharedPath("vectors/posts-kramdown.jsonl");
    std::ifstream in(posts.value_or(std::filesystem::path()));
    for (std::string line; posts && std::getline(in, line);) {
        const auto post = readJson(line);
        if (post && post->get("markdown").isString())
            all.push_back(post->get("markdown").string());
    }
    return all;
}
} // namespace

class BlockLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_standWhereTheOthersSeeThem_data()
    {
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<int>("known"); // blocks that stand elsewhere; may only sink
        QTest::newRow("kramdown") << QByteArray("kramdown")
                                  << 1; // {::nomarkdown type="latex"} makes no HTML, so no block of ours
        // md4c takes two HTML blocks that follow one another for one, and tells no line of what ends right above a
        // block.
        QTest::newRow("commonmark") << QByteArray("commonmark") << 3;
        QTest::newRow("gfm") << QByteArray("gfm") << 3;
    }

    void blocks_standWhereTheOthersSeeThem()
    {
        QFETCH(QByteArray, dialect);
        QFETCH(int, known);
        if (!m_server.isRunning())
            QSKIP("ruby with kramdown and commonmarker is not installed");
        markdown::Options options = markdown::optionsFromConfig({});
        if (dialect != "kramdown")
            options.flavour = dialect == "gfm" ? markdown::Flavour::Gfm : markdown::Flavour::CommonMark;
        std::size_t all = 0;
        int elsewhere = 0;
        for (const std::string& text : texts()) {
            const auto answer = m_server.html(text, "{\"lines\": \"" + dialect.toStdString() + "\"}");
            QVERIFY(answer);
            const markdown::Document document = markdown::toHtml(text, options);
            QVERIFY2(areInOrder(document.blocks, lineCount(text)), text.c_str());
            const Lines theirs = readLines(*answer);
            const Lines ours = firstLines(document);
            all += theirs.size();
            for (const int line : theirs)
                elsewhere += std::find(ours.begin(), ours.end(), line) == ours.end();
        }
        std::printf("%s: %zu of %zu blocks begin at the same lines\n", dialect.constData(),
                    all - static_cast<std::size_t>(elsewhere), all);
        QVERIFY(all > 0);
        QVERIFY(elsewhere <= known);
    }

private:
    test::KramdownServer m_server;
};

QTEST_GUILESS_MAIN(BlockLinesTest)
#include "tst_blocklines.moc"
