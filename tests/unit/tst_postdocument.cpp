// SPDX-License-Identifier: MIT
#include "base/limits.h"
#include "post/excerpt.h"
#include "post/postdocument.h"

#include <QTest>

using namespace galley;

class TestPostDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void post_isTakenApart()
    {
        const std::string text = "---\ntitle: A\ntags: [x, y]\n---\n\nBody";
        const PostDocument post = PostDocument::parse(text);
        QCOMPARE(post.values.get("title").string(), std::string("A"));
        QCOMPARE(post.values.get("tags").array().size(), std::size_t{2});
        QCOMPARE(post.body, std::string_view("Body"));
        QCOMPARE(post.bodyLine(), 5);
        QVERIFY(post.diagnostics.empty());
    }

    void brokenYaml_isReportedAtItsLineAndBodyStays()
    {
        const std::string text = "---\nlayout: post\ntitle: Meetup: C++\n---\nBody";
        const PostDocument post = PostDocument::parse(text);
        QVERIFY(post.broken);
        QVERIFY(post.values.empty());
        QCOMPARE(post.diagnostics.size(), std::size_t{1});
        QCOMPARE(post.diagnostics[0].line, 3);
        QCOMPARE(post.diagnostics[0].severity, Severity::Error);
        QCOMPARE(post.body, std::string_view("Body"));
    }

    void frontMatterThatIsNoMapping_isReported()
    {
        QVERIFY(PostDocument::parse("---\n- a\n- b\n---\nBody").broken);
        QVERIFY(PostDocument::parse("---\njust text\n---\nBody").broken);
        QVERIFY(!PostDocument::parse("---\n# nothing\n---\nBody").broken);
    }

    void neverClosed_isBodyTextWithWarningAtLineOne()
    {
        const PostDocument post = PostDocument::parse("---\ntitle: A\n\nBody");
        QCOMPARE(post.body, std::string_view("---\ntitle: A\n\nBody"));
        QCOMPARE(post.diagnostics.at(0).line, 1);
        QCOMPARE(post.diagnostics.at(0).severity, Severity::Warning);
    }

    void invalidUtf8_isAnErrorAtItsLine()
    {
        const PostDocument post = PostDocument::parse("---\ntitle: A\n---\nBo\xFF"
                                                      "dy");
        QCOMPARE(post.diagnostics.at(0).line, 4);
        QCOMPARE(post.values.get("title").string(), std::string("A"));
    }

    void hugeFrontMatter_isASentenceAndTheBodyStays()
    {
        std::string yaml = "title: A\n";
        while (yaml.size() <= limits::frontMatterBytes)
            yaml += "key" + std::to_string(yaml.size()) + ": value\n";
        const std::string text = "---\n" + yaml + "---\nBody";
        const PostDocument post = PostDocument::parse(text);
        QVERIFY(post.broken && post.values.empty());
        QCOMPARE(post.body, std::string_view("Body"));
        QCOMPARE(post.diagnostics.at(0).line, 1);
        QVERIFY(post.diagnostics.at(0).text.find("1 MB") != std::string::npos);
    }

    void keysOfJavaScriptFame_areOrdinaryKeys()
    {
        const PostDocument post = PostDocument::parse("---\n__proto__: a\nconstructor: b\n---\n");
        QCOMPARE(post.values.get("__proto__").string(), std::string("a"));
        QCOMPARE(post.values.size(), std::size_t{2});
    }

    void excerpt_closesLiquidBlocksAndKeepsUsedDefinitions()
    {
        const auto isBlock = [](std::string_view tag) { return tag == "highlight"; };
        const ExcerptSource open = excerptSource("{% highlight ruby %}\nx\n\ny\n{% endhighlight %}", "\n\n", isBlock);
        QCOMPARE(open.text, std::string("{% highlight ruby %}\nx\n{% endhighlight %}"));
        QVERIFY(open.closedTags);
        const ExcerptSource links = excerptSource("See [one].\n\nMore\n\n[one]: /1\n[two]: /2\n", "\n\n", isBlock);
        QCOMPARE(links.text, std::string("See [one].\n\n[one]: /1"));
        QCOMPARE(excerptSource("only one\n\n", "\n\n", isBlock).text, std::string("only one"));
    }
};

QTEST_GUILESS_MAIN(TestPostDocument)
#include "tst_postdocument.moc"
