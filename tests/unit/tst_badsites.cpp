// SPDX-License-Identifier: MIT
// One fault in a site that is else good: it is told in a sentence at its file and line, and the other pages are made.
#include "export/sitebuild.h"
#include "ordinaryuser.h"
#include "sitefolder.h"

#include <QTest>

#include <sys/stat.h>

#include <map>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GALLEY_SANITIZED_TEST
#endif
#endif

using namespace galley;
using galley::test::SiteFolder;
namespace fs = std::filesystem;

namespace
{
using Files = std::map<std::string, std::string>;

struct Told {
    std::string file;
    int line = 0;
    Severity severity = Severity::Error;
    std::string words;
};

const std::string post = "_posts/2020-01-02-a.md";

std::string withBody(const std::string& body)
{
    return "---\ntitle: A\n---\n" + body + "\n";
}
/// Of the configuration, each in its second line.
template <class Row>
void settings(const Row& row)
{
    const auto setting = [&](const char* line, Severity severity, const std::string& words) {
        row(line,
            {{"_config.yml", "url: https://x.example\n" + std::string(line) + "\nplugins: [jekyll-paginate]\n"},
             {"index.html", "---\n---\nx"},
             {post, withBody("x")}},
            {"_config.yml", 2, severity, words});
    };
    const Severity error = Severity::Error, warning = Severity::Warning;
    setting("exclude: x", error, "'exclude' should be");
    setting("collections: 5", error, "'collections' should be");
    setting("kramdown: 5", error, "'kramdown' should");
    setting("sass: [x]", error, "'sass' should");
    setting("permalink: [x]", error, "'permalink' should be");
    setting("markdown_ext: 5", error, "'markdown_ext' should be");
    setting("keep_files: 5", error, "'keep_files' should be");
    setting("limit_posts: -1", error, "'limit_posts' should be");
    setting("paginate: many", error, "'paginate' should be");
    setting("time: teatime", error, "Invalid time");
    setting("defaults: x", warning, "'defaults' should be");
    setting("defaults: [{values: 5}]", warning, "front-matter default");
    setting("encoding: latin1", warning, "'encoding'");
    setting("timezone: Moon/Sea", warning, "no time zone");
    setting("layouts_dir: true", error, "name of a folder");
    setting("liquid: text", error, "option: value");
    setting("relative_permalinks: true", error, "is gone since Jekyll 3");
    setting("exclude: ~", error, "should be set as an array");
    setting("liquid: {strict_variables: true}", warning, "is not followed here");
    setting("theme: none-such", warning, "not installed");
    setting("gems: [x]", warning, "ignores `gems`");
}

} // namespace

Q_DECLARE_METATYPE(Files)
Q_DECLARE_METATYPE(Told)

class TestBadSites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fault_isToldAtItsPlaceAndOtherPagesAreMade_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<Told>("told");
        const auto row = [](const char* name, const Files& files, const Told& told) {
            QTest::newRow(name) << files << told;
        };
        const Severity error = Severity::Error, warning = Severity::Warning;

        row("missing layout", {{post, "---\ntitle: A\nlayout: talk\n---\nx\n"}},
            {post, 3, warning, "'talk' requested in"});
        row("layout out of the site", {{post, "---\nlayout: ../../../etc/passwd\n---\nx\n"}},
            {post, 2, warning, "does not exist"});
        row("layouts as a list", {{post, "---\nlayout: [a, b]\n---\nx\n"}}, {post, 2, warning, "by one name"});
        row("missing layout of a layout",
            {{post, "---\nlayout: a\n---\nx\n"}, {"_layouts/a.html", "---\nk: 1\nlayout: b\n---\n{{ content }}"}},
            {"_layouts/a.html", 3, warning, "'b' requested in"});
        row("layout loop",
            {{post, "---\nlayout: a\n---\nx\n"}, {"_layouts/a.html", "---\nk: 1\nlayout: a\n---\n{{ content }}"}},
            {"_layouts/a.html", 3, warning, "the loop ends here"});
        row("missing include", {{post, withBody("x\n{% include none.html %}")}},
            {post, 5, error, "Could not locate the included file"});
        row("include out of its folder", {{post, withBody("x\n{% include ../../etc/passwd %}")}},
            {post, 5, error, "invalid characters"});
        row("unclosed tag", {{post, withBody("{% if true %}x")}}, {post, 5, error, "'if' tag was never closed"});
        row("unclosed tag in an include",
            {{post, withBody("{% include a.html %}")}, {"_includes/a.html", "<p>\n{% for x in y %}"}},
            {"_includes/a.html", 2, error, "'for' tag was never closed"});
        row("unclosed tag in a layout",
            {{post, "---\nlayout: a\n---\nx\n"}, {"_layouts/a.html", "---\nk: 1\n---\n<p>\n{% if x %}"}},
            {"_layouts/a.html", 5, error, "'if' tag was never closed"});
        row("unclosed output", {{post, withBody("{{ page.title")}}, {post, 4, error, "not properly terminated"});
        row("bad front matter", {{post, "---\ntitle: 'x\n---\nx\n"}}, {post, 2, warning, "published without it"});
        row("bad front matter of a strict site",
            {{"_config.yml", "strict_front_matter: true\n"}, {post, "---\ntitle: 'x\n---\nx\n"}},
            {post, 2, error, "A quote is opened here"});
        row("categories that are no list", {{post, "---\ncategories: {a: b}\n---\nx\n"}},
            {post, 1, warning, "should be a list or a text"});
        row("date without a value", {{post, "---\ntitle: A\ndate:\n---\nx\n"}},
            {post, 3, error, "no valid date in the YAML front matter"});
        row("permalink that is no text", {{post, "---\ntitle: A\npermalink: 404\n---\nx\n"}},
            {post, 3, error, "permalink should be a text"});
        row("slug that is no text", {{post, "---\ntitle: A\nslug: 404\n---\nx\n"}},
            {post, 3, error, "slug should be a text"});
        row("empty permalink of a page", {{"a.md", "---\ntitle: A\npermalink: ''\n---\nx\n"}},
            {"a.md", 3, error, "permalink is empty"});
        row("unclosed front matter", {{post, "---\ntitle: x\nx\n"}}, {post, 1, warning, "never closed"});
        row("front matter below a blank line", {{post, "\n---\ntitle: x\n---\nx\n"}},
            {post, 2, warning, "must begin in the first line"});
        row("category that is no URL", {{post, "---\ntitle: A\ncategories: ['Web dev: tips']\n---\nx\n"}},
            {post, 3, error, "Invalid scheme format: 'web dev'"});
        row("one category that is no URL", {{post, "---\ntitle: A\ncategory: ':x'\n---\nx\n"}},
            {post, 3, error, "ambiguous path"});
        row("category without an address", {{post, "---\ncategories: 'http:'\n---\nx\n"}},
            {post, 2, error, "missing hierarchical segment"});
        row("page's name that is no URL", {{"Web dev: tips.md", "---\n---\nx\n"}},
            {"Web dev: tips.md", 1, error, "Invalid scheme format: 'Web dev'"});
        row("collection's file that is no URL",
            {{"_config.yml", "collections:\n  c:\n    output: true\n    permalink: /:name\n"}, {"_c/a b: c.txt", "x"}},
            {"_c/a b: c.txt", 0, error, "Invalid scheme format: 'a b'"});
        row("draft category that is no URL, to come",
            {{post, "---\npublished: false\ncategories: ['a b: c']\n---\nx\n"}},
            {post, 3, warning, "would stop if it published this"});
        row("no letter in the name", {{"_posts/2020-01-02-%%%.md", "---\n---\nx\n"}},
            {"_posts/2020-01-02-%%%.md", 1, warning, "Empty `slug` generated for '%%%'"});
        row("URL filter without an address", {{post, withBody("{{ 'http:' | relative_url }}")}},
            {post, 4, error, "missing hierarchical segment"});
        row("URL filter with a port that is none", {{post, withBody("{{ 'http://x:y/z' | absolute_url }}")}},
            {post, 4, error, "Invalid port number"});
        row("URL filter with a host that is none", {{post, withBody("{{ '//a<b/c' | relative_url }}")}},
            {post, 4, error, "Invalid character in host"});
        row("bad date", {{post, "---\ntitle: A\ndate: teatime\n---\nx\n"}},
            {post, 3, error, "no valid date in the YAML front matter"});
        row("bad date in the name", {{"_posts/2024-13-45-x.md", "---\n---\nx"}},
            {"_posts/2024-13-45-x.md", 1, error, "no valid date in the file's name"});
        row("no date in the name", {{"_posts/x.md", "---\n---\nx"}},
            {"_posts/x.md", 1, warning, "does not begin with a date"});
        row("unknown placeholder", {{post, "---\ntitle: A\npermalink: /:moon/\n---\nx\n"}}, {post, 3, error, "moon"});
        row("one address twice", {{post, "---\ntitle: A\npermalink: /x.html\n---\nx\n"}, {"x.html", "static"}},
            {post, 3, warning, "x.html has the same address"});
        row("one address, a file", {{"a.html", "---\npermalink: /x.bin\n---\nx\n"}, {"x.bin", "static"}},
            {"x.bin", 1, warning, "a.html has the same address"});
        row("list of posts moved away",
            {{"_config.yml", "paginate: 1\nplugins: [jekyll-paginate]\n"},
             {"index.html", "---\npermalink: /p/\n---\nx"},
             {post, withBody("x")},
             {"_posts/2020-01-03-b.md", withBody("x")}},
            {"index.html", 2, warning, "looked for in p/index.html"});
        row("not UTF-8", {{post, withBody("x\xFF")}}, {post, 4, error, "UTF-8"});
        row("include that is not UTF-8", {{post, withBody("{% include a.html %}")}, {"_includes/a.html", "a\n\xFF"}},
            {"_includes/a.html", 2, error, "UTF-8"});
        row("bad YAML data", {{"_data/a.yml", "a: 1\nb: 'x\n"}}, {"_data/a.yml", 2, error, "quote"});
        row("bad CSV data", {{"_data/a.csv", "a,b\n1,\"x\n"}}, {"_data/a.csv", 2, error, "Unclosed quoted field"});
        row("configuration that is not YAML", {{"_config.yml", "title: T\nb: 'x\n"}},
            {"_config.yml", 2, error, "quote"});
        row("configuration that is a list", {{"_config.yml", "- a\n"}}, {"_config.yml", 1, error, "no list of"});
        row("bad Sass", {{"a.scss", "---\n---\na {\n b: $none;\n}\n"}}, {"a.scss", 4, error, "Undefined variable"});
        row("bad partial", {{"a.scss", "---\n---\n@import 'p';\n"}, {"_sass/_p.scss", "a {}\nb { c: ; }\n"}},
            {"_sass/_p.scss", 2, error, "Sass"});
        row("import loop", {{"a.scss", "---\n---\n@import 'p';\n"}, {"_sass/_p.scss", "@import 'p';\n"}},
            {"_sass/_p.scss", 1, error, "loop"});
        row("endless Sass loop", {{"a.scss", "---\n---\n$i: 1;\n@while true { $i: $i + 1; }\n"}},
            {"a.scss", 4, error, "too many steps"});
        row("long Sass loop",
            {{"a.scss", "---\n---\n@for $i from 1 through 10000 {\n @for $j from 1 through 10000 { }\n}\n"}},
            {"a.scss", 4, error, "too many steps"});
#ifndef GALLEY_SANITIZED_TEST // a sanitizer's steps are so slow that the limit of time comes first
        row("Sass that doubles",
            {{"a.scss", "---\n---\n@function f($n) {\n @if $n > 0 { @return f($n - 1) + f($n - 1); }\n @return "
                        "1;\n}\na { b: f(60); }\n"}},
            {"a.scss", 3, error, "too many steps"});
#endif
        settings(row);
    }

    void fault_isToldAtItsPlaceAndOtherPagesAreMade()
    {
        QFETCH(Files, files);
        QFETCH(Told, told);
        SiteFolder site;
        site.write("good.html", "---\n---\ngood");
        for (const auto& [name, text] : files)
            site.write(name, text);
        const BuildResult result = site.build();
        std::string all;
        bool found = false;
        for (const Diagnostic& each : result.diagnostics) {
            all += toString(each) + "\n";
            found = found || (each.file == told.file && each.line == told.line && each.severity == told.severity &&
                              each.text.find(told.words) != std::string::npos);
        }
        QVERIFY2(found, all.c_str());
        QCOMPARE(result.failed(), told.severity == Severity::Error);
        QCOMPARE(site.page("good.html"), std::string("good"));
    }

    void link_isToldWithWhereItLeads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("words");
        QTest::newRow("file outside") << "a.html"
                                      << "../outside/secret"
                                      << "out of the site";
        QTest::newRow("folder outside") << "folder"
                                        << "../outside"
                                        << "out of the site";
        QTest::newRow("posts outside") << "_posts"
                                       << "../outside"
                                       << "out of the site";
        QTest::newRow("post outside") << "_posts/2020-01-01-a.md"
                                      << "../../outside/secret"
                                      << "out of the site";
        QTest::newRow("layouts outside") << "_layouts"
                                         << "../outside"
                                         << "out of the site";
        QTest::newRow("layout outside") << "_layouts/a.html"
                                        << "../../outside/secret"
                                        << "out of the site";
        QTest::newRow("includes outside") << "_includes"
                                          << "../outside"
                                          << "out of the site";
        QTest::newRow("include outside") << "_includes/a.html"
                                         << "../../outside/secret"
                                         << "out of the site";
        QTest::newRow("data outside") << "_data"
                                      << "../outside"
                                      << "out of the site";
        QTest::newRow("data file outside") << "_data/a.yml"
                                           << "../../outside/secret"
                                           << "out of the site";
        QTest::newRow("nothing") << "a.html"
                                 << "nowhere"
                                 << "to nothing";
        QTest::newRow("post to nothing") << "_posts/2020-01-01-a.md"
                                         << "nowhere"
                                         << "to nothing";
        QTest::newRow("circle") << "a.html"
                                << "a.html"
                                << "in a circle";
    }

    void link_isToldWithWhereItLeads()
    {
        QFETCH(QString, name);
        QFETCH(QString, target);
        QFETCH(QString, words);
        SiteFolder site;
        fs::create_directories(site.outside());
        std::ofstream(site.outside() / "secret") << "---\n---\nsecret";
        site.write("good.html", "---\nlayout: a\n---\n{{ site.data.a }}");
        const fs::path link = site.root() / name.toStdString();
        fs::create_directories(link.parent_path());
        fs::create_symlink(target.toStdString(), link);
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(test::tells(result.diagnostics, name.toStdString(), words.toStdString(), 1));
        for (const auto& entry : fs::recursive_directory_iterator(site.out())) {
            if (entry.is_regular_file())
                QVERIFY(site.page(entry.path().lexically_relative(site.out()).string()).find("secret") ==
                        std::string::npos);
        }
    }

    void whatMayNotBeRead_isTold_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"_config.yml", "_posts/2020-01-02-a.md", "_posts", "_posts/deep", "page.html", "folder", "file.bin",
              "_layouts/a.html", "_layouts", "_includes/a.html", "_data/a.yml", "_data", "_sass/_p.scss"})
            QTest::newRow(name) << name;
    }

    void whatMayNotBeRead_isTold()
    {
        QFETCH(QString, name);
        SiteFolder site;
        for (const char* file :
             {"_posts/2020-01-02-a.md", "_posts/deep/2020-01-02-b.md", "page.html", "folder/page.html", "good.html"})
            site.write(file, "---\n---\nx");
        for (const char* file : {"file.bin", "_layouts/a.html", "_includes/a.html"})
            site.write(file, "x");
        site.write("_data/a.yml", "x: 1");
        site.write("_sass/_p.scss", "a { b: c; }");
        site.write("a.scss", "---\n---\n@import 'p';\n");
        const test::OrdinaryUser user(site.base());
        if (!user.isOne())
            QSKIP("root's rights can not be given up here");
        fs::permissions(site.root() / name.toStdString(), fs::perms::none);
        const BuildResult result = site.build();
        fs::permissions(site.root() / name.toStdString(), fs::perms::owner_all);
        QVERIFY(result.failed());
        const std::string where = name == QLatin1String("_sass/_p.scss") ? "a.scss" : name.toStdString();
        const bool told = std::any_of(result.diagnostics.begin(), result.diagnostics.end(), [&](const Diagnostic& d) {
            const bool isNamedTwice = d.file == name.toStdString() && d.text.find("/" + d.file) != std::string::npos;
            return d.file == where && d.line > 0 && !isNamedTwice && d.text.ends_with("you have no permission");
        });
        QVERIFY2(told, result.diagnostics.empty() ? "nothing" : toString(result.diagnostics.front()).c_str());
        QVERIFY(!site.page("good.html").empty());
    }

    void pipe_isNotWaitedFor_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"_config.yml", "_posts/2020-01-02-a.md", "file.bin", "_layouts/a.html",
                                 "_includes/a.html", "_data/a.yml", "_sass/_p.scss"})
            QTest::newRow(name) << name;
    }

    void pipe_isNotWaitedFor()
    {
        QFETCH(QString, name);
        SiteFolder site;
        site.write("good.html", "---\nlayout: a\n---\nx");
        site.write("a.scss", "---\n---\n@import 'p';\n");
        site.remove(name.toStdString());
        const fs::path pipe = site.root() / name.toStdString();
        fs::create_directories(pipe.parent_path());
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        site.build();
        QVERIFY(!site.page("good.html").empty());
    }

    void addressAboveTheOutput_staysInIt_data()
    {
        QTest::addColumn<QString>("front");
        QTest::newRow("permalink") << "permalink: /../../escaped.html";
        QTest::newRow("escaped dots") << "permalink: /%2e%2e/%2e%2e/escaped.html";
        QTest::newRow("slug") << "slug: ../../../escaped\npermalink: /:slug.html";
        QTest::newRow("redirect") << "redirect_from: /../../escaped.html";
    }

    void addressAboveTheOutput_staysInIt()
    {
        QFETCH(QString, front);
        SiteFolder site;
        site.write("_config.yml", "plugins: [jekyll-redirect-from]\nurl: https://x.example\n");
        site.write("_posts/2020-01-02-a.md", "---\n" + front.toStdString() + "\n---\nx\n");
        QVERIFY(!site.build().failed());
        for (const auto& entry : fs::recursive_directory_iterator(site.base())) {
            if (entry.path().filename() == "escaped.html")
                QVERIFY(entry.path().string().rfind(site.out().string(), 0) == 0);
        }
        QVERIFY(fs::exists(site.out() / "escaped.html"));
    }
};

QTEST_GUILESS_MAIN(TestBadSites)
#include "tst_badsites.moc"
