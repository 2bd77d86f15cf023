// SPDX-License-Identifier: MIT
// Text to page: the write-up, 100 kB and 1 MB, beside md4c alone on the same text in the same run.
#include "layout/postrenderer.h"
#include "longpost.h"
#include "markdown/document.h"
#include "script/highlight.h"

#include <QTest>

#include <md4c.h>

using namespace galley;

namespace
{
void sizes()
{
    QTest::addColumn<QByteArray>("post");
    QTest::newRow("write-up") << QByteArray::fromStdString(test::writeup());
    QTest::newRow("100 kB") << QByteArray::fromStdString(test::longPost(100'000));
    QTest::newRow("1 MB") << QByteArray::fromStdString(test::longPost(1'000'000));
}

/// md4c with callbacks that count and nothing else: what no program on md4c can be faster than.
int block(MD_BLOCKTYPE, void*, void* count)
{
    return ++*static_cast<int*>(count), 0;
}
int span(MD_SPANTYPE, void*, void* count)
{
    return ++*static_cast<int*>(count), 0;
}
int text(MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void* count)
{
    return ++*static_cast<int*>(count), 0;
}
} // namespace

class BenchRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void md4cAlone_data() { sizes(); }
    void md4cAlone()
    {
        QFETCH(QByteArray, post);
        const MD_PARSER parser{0, MD_DIALECT_GITHUB, block, block, span, span, text, nullptr, nullptr};
        int count = 0;
        QBENCHMARK
        {
            md_parse(post.constData(), static_cast<MD_SIZE>(post.size()), &parser, &count);
        }
        QVERIFY(count > 0);
    }

    void kramdownAsJekyllSetsIt_data() { sizes(); }
    void kramdownAsJekyllSetsIt()
    {
        QFETCH(QByteArray, post);
        markdown::Options options;
        options.gfmInput = true;
        options.hardWrap = false;
        markdown::Document document;
        QBENCHMARK
        {
            document = markdown::toHtml(post.toStdString(), options);
        }
        QVERIFY(!document.blocks.empty());
    }

    void pageOfALoneFile_data() { sizes(); }
    void pageOfALoneFile()
    {
        QFETCH(QByteArray, post);
        const std::string text = post.toStdString();
        RenderRequest request;
        request.text = text;
        request.path = "/tmp/post.md";
        RenderedPage page = renderPost(request); // colours the code once; a keystroke finds it in the cache
        QBENCHMARK
        {
            page = renderPost(request);
        }
        QVERIFY(!page.blocks.empty());
    }

    void colouringOneKilobyte()
    {
        std::string code;
        for (int line = 0; code.size() < 1024; ++line)
            code +=
                "  value_" + std::to_string(line) + " = call(\"text\", other: " + std::to_string(line) + ") # note\n";
        std::string out;
        QBENCHMARK
        {
            code += ' '; // another text each time: not what the cache holds
            out = script::highlight(code, "ruby").value_or("");
        }
        QVERIFY(out.size() > code.size());
    }
};

QTEST_GUILESS_MAIN(BenchRender)
#include "bench_render.moc"
