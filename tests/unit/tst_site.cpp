// SPDX-License-Identifier: MIT
#include "site/site.h"
#include "site/sitecontent.h"

#include "export/sitebuild.h"
#include "sitefolder.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace galley;
using galley::test::SiteFolder;
using galley::test::tells;
namespace fs = std::filesystem;

class TestSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postInFolders_hasCategoriesOfWhatStandsAbovePosts()
    {
        SiteFolder site;
        site.write("a/b/_posts/deep/2020-01-02-x.md", "---\n---\nHi\n");
        const auto read = Site::read(site.options());
        QCOMPARE(read->content().posts().size(), std::size_t{1});
        QCOMPARE(read->content().posts().front()->url, std::string("/a/b/2020/01/02/x.html"));
    }

    void missingLayout_rendersContentAndWarns()
    {
        SiteFolder site;
        site.write("p.md", "---\nlayout: none-such\n---\nText\n");
        const BuildResult result = site.build();
        QVERIFY(tells(result.diagnostics, "p.md", "none-such"));
        QVERIFY(site.page("p.html").find("<p>Text</p>") != std::string::npos);
        QVERIFY(!result.failed());
    }

    void layoutThatIsAPath_readsNothing()
    {
        SiteFolder site;
        site.write("p.md", "---\nlayout: ../../../../../../etc/passwd\n---\nText\n");
        site.build();
        QVERIFY(site.page("p.html").find("root:") == std::string::npos);
        QVERIFY(site.page("p.html").find("Text") != std::string::npos);
    }

    void layoutLoop_ends()
    {
        SiteFolder site;
        site.write("_layouts/a.html", "---\nlayout: b\n---\nA{{ content }}");
        site.write("_layouts/b.html", "---\nlayout: a\n---\nB{{ content }}");
        site.write("p.html", "---\nlayout: a\n---\nx");
        site.build();
        QCOMPARE(site.page("p.html"), std::string("BAx"));
    }

    void missingInclude_failsTheBuildAndMakesOtherPages()
    {
        SiteFolder site;
        site.write("bad.html", "---\n---\none\n{% include no.html %}");
        site.write("good.html", "---\n---\ngood");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "bad.html", "no.html"));
        QCOMPARE(site.page("good.html"), std::string("good"));
    }

    void linkOutOfTheSite_isNotFollowed()
    {
        SiteFolder site;
        fs::create_directories(site.outside());
        std::ofstream(site.outside() / "secret.html") << "---\n---\nsecret";
        fs::create_symlink(site.outside() / "secret.html", site.root() / "link.html");
        fs::create_directory_symlink(site.outside(), site.root() / "folder");
        const BuildResult result = site.build();
        QVERIFY(tells(result.diagnostics, "link.html", "out of the site"));
        QVERIFY(!fs::exists(site.base() / "out/link.html"));
        QVERIFY(!fs::exists(site.base() / "out/folder"));
    }

    void brokenConfig_isAnErrorWithItsLineAndDefaultsServe()
    {
        SiteFolder site;
        site.write("_config.yml", "title: x\nbad: [1, 2\nurl: y: z\n");
        site.write("p.html", "---\n---\np");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        const auto it = std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                                     [](const Diagnostic& d) { return d.file == "_config.yml"; });
        QVERIFY(it != result.diagnostics.end());
        QVERIFY(it->line > 1);
        QCOMPARE(site.page("p.html"), std::string("p"));
    }

    void postWithoutDateInItsName_isToldAndLeftOut()
    {
        SiteFolder site;
        site.write("_posts/note.md", "---\n---\nx");
        QVERIFY(tells(site.build().diagnostics, "_posts/note.md", "date"));
    }

    void twoPostsWithOneAddress_areTold()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\npermalink: /same.html\n---\nfirst");
        site.write("_posts/2020-01-02-b.md", "---\npermalink: /same.html\n---\nsecond");
        const BuildResult result = site.build();
        QVERIFY(tells(result.diagnostics, "_posts/2020-01-02-b.md", "_posts/2020-01-01-a.md"));
        QVERIFY(site.page("same.html").find("second") != std::string::npos);
    }

    // Jekyll renders it too before another one is written over it.
    void postThatIsNotWritten_stillFailsTheBuildByItsErrors()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\npermalink: /same.html\n---\n{{ nil | sort }}");
        site.write("_posts/2020-01-02-b.md", "---\npermalink: /same.html\n---\nsecond");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "_posts/2020-01-01-a.md", "Cannot sort a null object"));
    }

    void postThatIsNotUtf8_isAnErrorAtItsLineAndLeftOut()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\ntitle: a\n---\nb\xFF\n");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "_posts/2020-01-01-a.md", "UTF-8"));
    }

    void aliasBombInData_isAnErrorAndThePagesAreMade()
    {
        SiteFolder site;
        std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const std::string below = "*a" + std::to_string(i - 1);
            yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
            for (int k = 0; k < 9; ++k)
                yaml += ", " + below;
            yaml += "]\n";
        }
        site.write("_data/bomb.yml", yaml);
        site.write("p.html", "---\n---\np");
        QVERIFY(tells(site.build().diagnostics, "_data/bomb.yml", ""));
        QCOMPARE(site.page("p.html"), std::string("p"));
    }

    void unknownTag_leavesAMarkedPlaceholderAndFailsTheBuild()
    {
        SiteFolder site;
        site.write("p.html", "---\n---\na {% strange thing %} b");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "p.html", "strange"));
        QVERIFY(site.page("p.html").find("galley-unknown-tag") != std::string::npos);
        QVERIFY(site.page("p.html").find(" b") != std::string::npos);
    }

    void destinationAboveTheSite_isRefused()
    {
        SiteFolder site;
        const BuildResult result = buildSite({site.options(), site.base(), {}, {}});
        QVERIFY(result.failed());
        QVERIFY(!fs::exists(site.base() / "p.html"));
    }

    void includeOutOfItsFolder_readsNothing()
    {
        SiteFolder site;
        site.write("secret.txt", "secret");
        site.write("up.html", "---\n---\none\n{% include ../secret.txt %}");
        site.write("good.html", "---\n---\ngood");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "up.html", "../secret.txt", 4));
        QVERIFY(site.page("up.html").find("secret\n") == std::string::npos);
        QCOMPARE(site.page("good.html"), std::string("good"));
    }

    void includeThatIncludesItself_endsWithItsName()
    {
        SiteFolder site;
        site.write("_includes/again.html", "x{% include again.html %}");
        site.write("loop.html", "---\n---\n{% include again.html %}");
        site.write("good.html", "---\n---\ngood");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "_includes/again.html", "Nesting too deep", 1));
        QCOMPARE(site.page("good.html"), std::string("good"));
    }

    void endlessLoop_isStoppedAtItsLine_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("line");
        QTest::newRow("for") << QByteArray("one\n{% for i in (1..1000000000) %}\n{% if i %}x{% endif %}{% endfor %}")
                             << 4;
        QTest::newRow("tablerow") << QByteArray("{% tablerow i in (1..1000000000) %}\nx{% endtablerow %}") << 3;
        QTest::newRow("in an include") << QByteArray("a\n\n{% include long.html %}") << 2;
    }

    void endlessLoop_isStoppedAtItsLine()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, line);
        SiteFolder site;
        site.write("_includes/long.html", "\n{% for i in (1..1000000000) %}{% endfor %}");
        site.write("bad.html", "---\n---\n" + body.toStdString());
        site.write("good.html", "---\n---\ngood");
        const BuildResult result = site.build();
        const std::string file = body.contains("include") ? "_includes/long.html" : "bad.html";
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, file, "was stopped", line));
        QCOMPARE(site.page("good.html"), std::string("good"));
    }

    void linkInIncludesOutOfTheSite_isNotRead()
    {
        SiteFolder site;
        fs::create_directories(site.outside());
        std::ofstream(site.outside() / "secret.html") << "secret";
        site.write("_includes/own.html", "own");
        fs::create_symlink(site.outside() / "secret.html", site.root() / "_includes/link.html");
        site.write("bad.html", "---\n---\n{% include own.html %}{% include link.html %}");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(site.page("bad.html").find("secret") == std::string::npos);
    }

    void editedText_isChangedByPluginsAsItsFileIs()
    {
        SiteFolder site;
        site.write("_config.yml",
                   "plugins: [jekyll-relative-links, jekyll-titles-from-headings, jekyll-default-layout]\n"
                   "relative_links: {collections: true}\ntitles_from_headings: {strip_title: true}\n");
        site.write("_layouts/page.html", "{{ content }}");
        site.write("docs/other.md", "---\n---\n");
        const std::string text = "---\n---\n# Headed\n\n[link](other.md#x)\n";
        site.write("docs/page.md", text);
        const auto read = Site::read(site.options());
        Diagnostics problems;
        const auto edited = read->itemOf(read->root() / "docs/page.md", text, problems);
        const auto known = read->itemAt(read->root() / "docs/page.md");
        QVERIFY(edited && known);
        QCOMPARE(std::string(edited->body()), std::string("[link](/docs/other.html#x)"));
        QCOMPARE(std::string(edited->body()), std::string(known->body()));
        QCOMPARE(edited->bodyLine, 4);
        QCOMPARE(edited->data.get("title").string(), std::string("Headed"));
        QCOMPARE(edited->layout.string(), std::string("page"));
    }

    void emojiName_becomesItsPictureOutsideCode()
    {
        SiteFolder site;
        site.write("_config.yml", "plugins: [jemoji]\n");
        site.write("names.json", "{\"smile\": \"\\ud83d\\ude04\", \"heart\": \"\\u2764\\ufe0f\"}");
        site.write("p.html", "---\n---\n<title>:smile:</title><body title=':smile:'>12:30:smile: :none::heart: "
                             "<code>:smile:</code></body>");
        BuildOptions options{site.options(), site.out(), {}, {}};
        options.site.emojiNames = site.root() / "names.json";
        QVERIFY(!buildSite(options).failed());
        const std::string image = " height=\"20\" width=\"20\">";
        const std::string from = "src=\"https://github.githubassets.com/images/icons/emoji/unicode/";
        QCOMPARE(
            site.page("p.html"),
            "<title>:smile:</title><body title=':smile:'>12:30<img class=\"emoji\" title=\":smile:\" alt=\":smile:\" " +
                from + "1f604.png\"" + image + " :none:<img class=\"emoji\" title=\":heart:\" alt=\":heart:\" " + from +
                "2764.png\"" + image + " <code>:smile:</code></body>");
    }

    // Jekyll's Markdown converter says what stands before and behind highlighted code; the others say nothing.
    void highlightTag_standsOnLinesOfItsOwnInMarkdownOnly()
    {
        SiteFolder site;
        site.write("_config.yml", "highlighter: none\n");
        site.write("_layouts/size.html", "{{ content }}{% highlight c %}{% endhighlight %}");
        const std::string text = "---\nlayout: size\n---\na{% highlight c %}x{% endhighlight %}b";
        site.write("a.html", text);
        site.write("b.md", text);
        QVERIFY(!site.build().failed());
        const std::string open = "<figure class=\"highlight\"><pre><code class=\"language-c\" data-lang=\"c\">";
        const std::string close = "</code></pre></figure>";
        QCOMPARE(site.page("a.html"), "a" + open + "x" + close + "b" + open + close);
        QCOMPARE(site.page("b.html"), "<p>a</p>\n" + open + "x" + close + "\n<p>b</p>\n\n" + open + close + "\n");
    }

    // Jekyll's `where` looks among the parts Ruby's Array() makes: Time#to_a, pairs of a mapping. A list kept for
    // all pages is looked up another way than one made on the page.
    void whereFilter_looksAmongThePartsOfAValue()
    {
        SiteFolder site;
        site.write("_config.yml", "timezone: Europe/Berlin\n");
        site.write("_posts/2023-06-19-s.md", "---\ntitle: S\nn: {a: 1}\ne: {}\n---\n");
        site.write("_posts/2023-01-02-w.md", "---\ntitle: W\nn: [[1, 2]]\ne: ['']\n---\n");
        std::string text = "---\n---\n{% assign own = site.posts | sort: 'title' %}";
        for (const char* call :
             {"'date', true", "'date', 'CET'", "'date', 2023", "'n', '[\"a\", 1]'", "'n', '[1, 2]'", "'e', empty"}) {
            for (const char* list : {"site.posts", "own"})
                text += std::string("{{ ") + list + " | where: " + call + " | map: 'title' | sort | join }},";
        }
        site.write("a.html", text);
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("a.html"), std::string("S,S,W,W,S W,S W,S,S,W,W,S W,S W,"));
    }

    void editedText_takesThePlaceOfTheFile()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\ntitle: old\n---\nold");
        site.write("_posts/2020-01-02-b.md", "---\ntitle: next\n---\nb");
        const auto read = Site::read(site.options());
        Diagnostics problems;
        const auto item = read->itemOf(read->root() / "_posts/2020-01-01-a.md", "---\ntitle: new\n---\nnew", problems);
        const Value page = read->pageValue(item);
        QCOMPARE(page.get("title").string(), std::string("new"));
        QCOMPARE(page.get("content").string(), std::string("new"));
        QCOMPARE(page.get("next").get("title").string(), std::string("next"));
    }
};

QTEST_GUILESS_MAIN(TestSite)
#include "tst_site.moc"
