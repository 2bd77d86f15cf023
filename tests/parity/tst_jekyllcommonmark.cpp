// SPDX-License-Identifier: MIT
// Real posts on sites with `markdown: CommonMark`, beside the gem jekyll-commonmark with the same options and
// extensions.
#include "base/jsonreader.h"
#include "htmltree.h"
#include "kramdownserver.h"
#include "markdown/document.h"
#include "testpaths.h"

#include <QTest>
#include <cstdio>
#include <fstream>

using namespace galley;

class JekyllCommonMarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void posts_becomeTheGemsHtml_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<int>("known"); // posts that differ, since md4c reads them otherwise than cmark; may only sink
        QTest::newRow("no options") << QByteArray("{}") << 3;
        QTest::newRow("GitHub's extensions")
            << QByteArray(
                   R"({"options": ["UNSAFE"], "extensions": ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]})")
            << 5;
        QTest::newRow("line ends, language on pre")
            << QByteArray(R"({"options": ["unsafe", "HardBreaks", "GITHUB_PRE_LANG"], "extensions": ["table"]})") << 3;
        QTest::newRow("no line ends") << QByteArray(
                                             R"({"options": ["UNSAFE", "NOBREAKS"], "extensions": ["strikethrough"]})")
                                      << 3;
    }

    void posts_becomeTheGemsHtml()
    {
        QFETCH(QByteArray, settings);
        QFETCH(int, known);
        const auto posts = test::sharedPath("vectors/posts-kramdown.jsonl");
        if (!posts)
            QSKIP("there is no ../shared/vectors with posts");
        const std::string request = "{\"commonmark\": " + settings.toStdString() + "}";
        const auto first = m_server.isRunning() ? m_server.html("a", request) : std::nullopt;
        if (!first || first->rfind("kramdown failed", 0) == 0)
            QSKIP("ruby with jekyll-commonmark is not installed");
        const auto config = readJson("{\"markdown\": \"CommonMark\", \"commonmark\": " + settings.toStdString() + "}");
        QVERIFY(config.has_value());
        const markdown::Options options = markdown::optionsFromConfig(*config);
        int all = 0;
        int different = 0;
        std::ifstream in(*posts);
        for (std::string line; std::getline(in, line); ++all) {
            const auto post = readJson(line);
            QVERIFY(post.has_value());
            const std::string text = post->get("markdown").string();
            const auto theirs = m_server.html(text, request);
            QVERIFY(theirs);
            const test::HtmlDifference difference = test::compareHtml(markdown::toHtml(text, options).html, *theirs);
            different += !difference.equal;
            if (!difference.equal && qEnvironmentVariableIsSet("GALLEY_SHOW"))
                std::printf("--- %s\n  ours:   %s\n  theirs: %s\n", post->get("path").string().c_str(),
                            difference.ours.c_str(), difference.theirs.c_str());
        }
        std::printf("%s: %d of %d posts equal\n", QTest::currentDataTag(), all - different, all);
        QVERIFY(different <= known);
    }

private:
    test::KramdownServer m_server;
};

QTEST_GUILESS_MAIN(JekyllCommonMarkTest)
#include "tst_jekyllcommonmark.moc"
