// SPDX-License-Identifier: MIT
// What pages see of one another hangs on Jekyll's order of rendering: documents by date, then pages by name.
#include "export/sitebuild.h"
#include "sitefolder.h"

#include <QTest>

using namespace galley;
using galley::test::SiteFolder;

class TestRenderingOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentOfThePageItself_isHtmlInLayoutsAndTextInTheBody()
    {
        SiteFolder site;
        site.write("_layouts/post.html", "{{ content }}|{{ page.content | escape }}");
        site.write("_posts/2020-01-01-a.md",
                   "---\nlayout: post\npermalink: /a.html\n---\n*x* {{ page.content | size }}");
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("a.html"),
                 std::string("<p><em>x</em> 29</p>\n|&lt;p&gt;&lt;em&gt;x&lt;/em&gt; 29&lt;/p&gt;\n"));
    }

    void contentOfOtherPosts_isHtmlOnceTheirTurnHasCome()
    {
        SiteFolder site;
        site.write("_layouts/post.html", "{{ page.previous.content }}|{{ page.next.content }}");
        for (const char* day : {"1", "2", "3"})
            site.write(std::string("_posts/2020-01-0") + day + "-p.md",
                       std::string("---\nlayout: post\npermalink: /") + day + ".html\n---\n*" + day + "*");
        QVERIFY(!site.build(4).failed());
        QCOMPARE(site.page("2.html"), std::string("<p><em>1</em></p>\n|*3*"));
    }

    void contentOfPages_isHtmlOnPagesWhoseNamesComeLater()
    {
        SiteFolder site;
        site.write("a.md", "---\n---\n*a*");
        site.write("b.txt", "---\n---\n{% for p in site.html_pages %}{{ p.content }};{% endfor %}");
        site.write("c.md", "---\n---\n*c*");
        QVERIFY(!site.build(4).failed());
        QCOMPARE(site.page("b.txt"), std::string("<p><em>a</em></p>\n;*c*;"));
    }

    // The excerpt is rendered in the turn of the first page that shows it, and what it printed stays.
    void cachedIncludeInAnExcerpt_printsWhatThePageThatShowedItFirstMade()
    {
        SiteFolder site;
        site.write("_config.yml", "plugins: [jekyll-include-cache]\n");
        site.write("_includes/name.html", "[{{ page.title }}]");
        site.write("_layouts/post.html", "{{ site.posts.first.excerpt | strip_html | strip }}");
        for (const char* day : {"1", "2"})
            site.write(std::string("_posts/2020-01-0") + day + "-p.md",
                       std::string("---\nlayout: post\ntitle: T") + day + "\npermalink: /" + day + ".html\n---\n" +
                           (*day == '2' ? "{% include_cached name.html %}\n\nmore" : "none"));
        site.write("z.html", "---\ntitle: Z\n---\n{% include_cached name.html %}");
        QVERIFY(!site.build(4).failed());
        QCOMPARE(site.page("1.html"), std::string("[T2]"));
        QCOMPARE(site.page("z.html"), std::string("[T2]"));
    }

    void symbolInTheConfiguration_isReadAsTextWithAWarning()
    {
        SiteFolder site;
        site.write("_config.yml", "title: x\nsass:\n  style: :compressed\n");
        site.write("a.scss", "---\n---\na { b: c; }\n");
        const BuildResult result = site.build();
        QVERIFY(!result.failed());
        QCOMPARE(site.page("a.css").substr(0, 7), std::string("a{b:c}\n"));
        QCOMPARE(result.diagnostics.size(), std::size_t{1});
        QCOMPARE(result.diagnostics[0].line, 3);
        QCOMPARE(result.diagnostics[0].severity, Severity::Warning);
    }

    void convertersOfTheConfiguration_makeNumbersOfTableFields()
    {
        SiteFolder site;
        site.write("_config.yml", "csv_reader: {csv_converters: [numeric]}\n");
        site.write("_data/t.csv", "a,b\n2.50,x\n010,1_000\n7,\n");
        site.write("t.txt", "---\n---\n{{ site.data.t | jsonify }}");
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("t.txt"), std::string(R"([{"a":2.5,"b":"x"},{"a":8,"b":1000},{"a":7,"b":null}])"));
    }

    void globOfADefault_countsFromTheRootAlsoWhereCollectionsAreGathered()
    {
        SiteFolder site;
        site.write("_config.yml", "collections_dir: all\ndefaults:\n- {scope: {path: '_posts/2*'}, values: {a: 1}}\n"
                                  "- {scope: {path: 'all/_posts/2*'}, values: {b: 2}}\n");
        site.write("all/_posts/2020-01-01-p.html", "---\npermalink: /p.html\n---\n{{ page.a }}|{{ page.b }}");
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("p.html"), std::string("|2"));
    }

    // Jekyll hands all pages the same variables: `content` is what the last layout before was given, `layout` its data.
    void contentInATextOfItsOwn_isThatOfThePageBefore()
    {
        SiteFolder site;
        site.write("_layouts/inner.html", "---\nlayout: outer\nkind: inner\n---\n[{{ content }}]");
        site.write("_layouts/outer.html", "---\ncolour: red\n---\n<{{ content }}>");
        site.write("a.html", "---\nlayout: inner\n---\na");
        site.write("b.html", "---\nlayout: none\n---\nb");
        site.write("c.html", "---\n---\n{{ content }} {{ layout.kind }} {{ layout.colour }}");
        site.write("d.html", "---\n---\n{{ content }} {{ layout.kind }}");
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("c.html"), std::string("[a] inner red"));
        QCOMPARE(site.page("d.html"), std::string("[a] ")); // c looked for a layout, and the data was forgotten
    }

    void sourceMap_isAPageOnceItsStyleSheetIsConverted()
    {
        SiteFolder site;
        const std::string list =
            "---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}{{ site.pages.last.content | slice: 0, 12 }}";
        site.write("a.html", list);
        site.write("m.scss", "---\n---\na { b: c; }");
        site.write("z.html", list);
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("a.html").substr(0, 22), std::string("/a.html /m.css /z.html"));
        QCOMPARE(site.page("z.html"), std::string("/a.html /m.css /z.html /m.css.map {\n\t\"version\""));
    }

    // The order is that of `jekyll build`, and the neighbour's neighbour is cut short as there.
    void jsonOfADocument_hasJekyllsKeysAndDepth()
    {
        SiteFolder site;
        site.write("_config.yml", "defaults:\n  - {scope: {path: ''}, values: {layout: json}}\n");
        site.write("_layouts/json.html", "{% for k in page %}{{ k }} {% endfor %}{{ page | jsonify }}");
        site.write("_posts/2020-01-02-a.md", "---\nmood: calm\n---\nx\n");
        site.write("_posts/2020-01-03-b.md", "---\n---\ny\n");
        QVERIFY(!site.build().failed());
        const std::string page = site.page("2020/01/02/a.html");
        const std::string start =
            R"({"name":"2020-01-02-a.md","id":"/2020/01/02/a","next":{"name":"2020-01-03-b.md",)"
            R"("id":"/2020/01/03/b","next":null,"previous":{"name":"2020-01-02-a.md","id":"/2020/01/02/a",)"
            R"("next":{"name":"2020-01-03-b.md","id":"/2020/01/03/b","relative_path")";
        QVERIFY2(page.find(start) != std::string::npos, page.c_str());
        const std::string end =
            R"("content":"<p>x</p>\n","excerpt":"<p>x</p>\n","output":null,"title":"A","categories":[],)"
            R"("path":"_posts/2020-01-02-a.md","url":"/2020/01/02/a.html","date":"2020-01-02 00:00:00 +0000","tags":[],)"
            R"("collection":"posts","draft":false,"layout":"json","mood":"calm","slug":"a","ext":".md"})";
        QVERIFY2(page.find(end) != std::string::npos, page.c_str());
    }
};

QTEST_GUILESS_MAIN(TestRenderingOrder)
#include "tst_renderingorder.moc"
