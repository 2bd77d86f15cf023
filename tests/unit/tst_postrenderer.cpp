// SPDX-License-Identifier: MIT
#include "layout/postrenderer.h"
#include "site/site.h"
#include "temporaryfolder.h"
#include "testpaths.h"

#include "base/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace galley;
namespace fs = std::filesystem;

namespace
{

const DateTime now{1500000000, 0, 0, false, "UTC"};

using Files = std::vector<std::pair<std::string, std::string>>;

/// A site in a folder of its own, made of the files named.
class TestSite
{
public:
    explicit TestSite(const Files& files)
    {
        for (const auto& [name, text] : files) {
            const fs::path path = root() / name;
            fs::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << text;
        }
    }
    fs::path root() const { return m_folder.path().toStdString(); }

    RenderedPage render(const std::string& path, std::string_view text) const
    {
        SiteOptions options;
        options.root = root();
        options.now = now;
        RenderRequest request;
        request.text = text;
        request.path = root() / path;
        request.site = Site::read(options);
        request.now = now;
        return renderPost(request);
    }

private:
    QTemporaryDir m_folder;
};

RenderedPage renderLone(std::string_view text, const fs::path& path = {}, PageForm form = PageForm::SitePage)
{
    RenderRequest request;
    request.text = text;
    request.path = path;
    request.now = now;
    request.form = form;
    return renderPost(request);
}

bool has(const RenderedPage& page, std::string_view text)
{
    return page.html.find(text) != std::string::npos;
}

std::string textOf(const RenderedPage& page, const PageBlock& block)
{
    return page.html.substr(block.offset, block.length);
}

std::string allDiagnostics(const RenderedPage& page)
{
    std::string out;
    for (const Diagnostic& diagnostic : page.diagnostics)
        out += toString(diagnostic) + '\n';
    return out;
}

} // namespace

class TestPostRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writeUp_isShownWithTitleAuthorAndItsThreeParagraphs()
    {
        const std::string text = *readFile(test::sourcePath("samples/writeup.md"));
        const RenderedPage page = renderLone(text, "2017-06-19-nv-meetup.md");
        QVERIFY(has(page, "<title>Natasha&#39;s Meetup Write-up</title>"));
        QVERIFY(has(page, "Natasha&#39;s Meetup Write-up</h1>"));
        QVERIFY(has(page, "<span class=\"author\">nvola</span>"));
        QVERIFY(has(page, "<time datetime=\"2017-06-19T00:00:00+00:00\">19 June 2017</time>"));
        QCOMPARE(page.blocks.size(), std::size_t{3});
        QVERIFY(textOf(page, page.blocks[0]).rfind("<p>I attended the TriPython event", 0) == 0);
        QCOMPARE(page.blocks[0].firstLine, 5);
        QCOMPARE(page.blocks[2].firstLine, 11);
        QCOMPARE(allDiagnostics(page), std::string());
    }

    void postWithoutADate_showsNone()
    {
        QVERIFY(!has(renderLone("---\nlayout: post\ntitle: T\n---\nHello\n", "talk.md"), "<time"));
    }

    void layoutsOfTheSite_areAppliedFromInnerToOuter()
    {
        const TestSite site(
            {{"_config.yml", "title: Class\n"},
             {"_layouts/default.html", "<html>{{ layout.a }}{{ layout.b }}|{{ content }}</html>"},
             {"_layouts/post.html",
              "---\nlayout: default\na: 1\nb: 2\n---\n<h1>{{ page.title }} at {{ site.title }}</h1>{{ content }}"}});
        const RenderedPage page =
            site.render("_posts/2017-06-19-a.md", "---\nlayout: post\ntitle: T\n---\nHello *you*\n");
        QCOMPARE(page.html, std::string("<html>12|<h1>T at Class</h1><p>Hello <em>you</em></p>\n</html>"));
        QCOMPARE(page.url, std::string("/2017/06/19/a.html"));
        QCOMPARE(page.blocks.size(), std::size_t{1});
        QCOMPARE(page.blocks[0].firstLine, 4);
    }

    void liquidInTheBody_movesNoBlockFromItsLine()
    {
        const TestSite site(Files{{"_config.yml", ""}});
        const RenderedPage page =
            site.render("_posts/2017-06-19-a.md",
                        "---\ntitle: T\n---\n{% for i in (1..3) -%}\n* item {{ i }}\n{% endfor %}\n\nLast\n");
        QVERIFY(has(page, "<li>item 3</li>"));
        QVERIFY(textOf(page, page.blocks.back()).rfind("<p>Last</p>", 0) == 0);
        QCOMPARE(page.blocks.back().firstLine, 7);
    }

    void missingLayout_rendersContentAndWarns()
    {
        const TestSite site(Files{{"_config.yml", ""}});
        const RenderedPage page = site.render("_posts/2017-06-19-a.md", "---\nlayout: talk\n---\nHello\n");
        QCOMPARE(page.html, std::string("<p>Hello</p>\n"));
        QCOMPARE(allDiagnostics(page), std::string(":2: warning: Layout 'talk' requested in "
                                                   "_posts/2017-06-19-a.md does not exist\n"));
    }

    void layoutLoop_endsWithAWarning()
    {
        const TestSite site({{"_config.yml", ""},
                             {"_layouts/a.html", "---\nlayout: b\n---\na{{ content }}"},
                             {"_layouts/b.html", "---\nlayout: a\n---\nb{{ content }}"}});
        const RenderedPage page = site.render("_posts/2017-06-19-a.md", "---\nlayout: a\n---\nHello\n");
        QCOMPARE(page.html, std::string("ba<p>Hello</p>\n"));
        QVERIFY(allDiagnostics(page).find("the loop ends here") != std::string::npos);
    }

    void unknownTagInALayout_isAnErrorAtItsLineAndThePageStillComes()
    {
        const TestSite site(
            {{"_config.yml", ""}, {"_layouts/post.html", "---\nx: 1\n---\n<p>\n{% nonsense %}{{ content }}"}});
        const RenderedPage page = site.render("_posts/2017-06-19-a.md", "---\nlayout: post\n---\nHello\n");
        QVERIFY(has(page, "<p>Hello</p>\n"));
        QVERIFY(allDiagnostics(page).find("_layouts/post.html:5: error: ") != std::string::npos);
    }

    void layoutNameThatLeavesTheFolder_readsNothing()
    {
        const TestSite site(Files{{"_config.yml", ""}});
        const RenderedPage page =
            site.render("_posts/2017-06-19-a.md", "---\nlayout: ../../../../etc/passwd\n---\nHello\n");
        QCOMPARE(page.html, std::string("<p>Hello</p>\n"));
    }

    void brokenFrontMatter_stillShowsTheBodyAndNamesTheLine()
    {
        const RenderedPage page = renderLone("---\ntitle: Meetup: C++\n---\nHello\n");
        QVERIFY(has(page, "<p>Hello</p>"));
        QVERIFY(hasErrors(page.diagnostics));
        QCOMPARE(page.diagnostics.front().line, 2);
    }

    void unclosedFrontMatter_isBodyTextWithAWarningAtLineOne()
    {
        const RenderedPage page = renderLone("---\ntitle: T\nHello\n");
        QVERIFY(has(page, "Hello"));
        QVERIFY(!hasErrors(page.diagnostics));
        QCOMPARE(page.diagnostics.front().line, 1);
    }

    void invalidUtf8_isShownAsReplacementCharacterAndReported()
    {
        const RenderedPage page = renderLone("---\ntitle: T\n---\ncaf\xE9\n");
        QVERIFY(has(page, "caf\xEF\xBF\xBD"));
        QVERIFY(hasErrors(page.diagnostics));
        QCOMPARE(page.diagnostics.front().line, 4);
    }

    void unknownLayoutOfALoneFile_isShownInTheDefaultOneAndWarns()
    {
        const RenderedPage page = renderLone("---\nlayout: talk\ntitle: T\n---\nHello\n");
        QVERIFY(has(page, "<!DOCTYPE html>"));
        QVERIFY(!hasErrors(page.diagnostics));
        QVERIFY(allDiagnostics(page).find("Layout 'talk' requested") != std::string::npos);
    }

    void loneFileWithoutFrontMatter_isGitHubsMarkdown()
    {
        const RenderedPage page = renderLone("See https://example.org\n\n- [x] done\n");
        QVERIFY(has(page, "<a href=\"https://example.org\">"));
        QVERIFY(has(page, "<!DOCTYPE html>"));
    }

    void emptyText_makesAPage() { QVERIFY(has(renderLone(""), "</html>")); }

    void standalonePage_holdsTheSitesStyleSheetAndImage()
    {
        TestSite site(
            {{"_config.yml", "baseurl: /blog\n"},
             {"_layouts/post.html", "<head><link rel=\"stylesheet\" href=\"/blog/css/main.css\"></head>{{ content }}"},
             {"css/main.scss", "---\n---\n$c: red;\np { color: $c; b { color: blue; } }\n"},
             {"img/a.png", "PNG"}});
        SiteOptions options;
        options.root = site.root();
        options.now = now;
        RenderRequest request;
        request.text = "---\nlayout: post\n---\n![a](/blog/img/a.png)\n";
        request.path = site.root() / "_posts/2017-06-19-a.md";
        request.site = Site::read(options);
        request.form = PageForm::Standalone;
        const RenderedPage page = renderPost(request);
        QVERIFY(has(page, "p b {"));
        QVERIFY(has(page, "src=\"data:image/png;base64,UE5H\""));
        QVERIFY(!has(page, "<link"));
        QCOMPARE(allDiagnostics(page), std::string());
    }

    void styleSheetsBesideALonePost_findWhatTheyNameFromWhereTheyLie()
    {
        const TemporaryFolder folder;
        std::filesystem::create_directories(folder / "css/sub");
        std::filesystem::create_directories(folder / ".secret");
        folder.write("css/a.css", "@import 'sub/b.css'; p { background: url(a.png) }");
        folder.write("css/sub/b.css", "b { background: url(../a.png) }");
        folder.write("css/a.png", "PNG");
        folder.write(".secret/a.png", "PNG");
        const std::string text = "<link rel=stylesheet href=\"css/a.css\">\n<img src=\".secret/a.png\">\n";
        RenderRequest request;
        request.text = text;
        request.path = folder / "post.md";
        request.form = PageForm::Standalone;
        const RenderedPage page = renderPost(request);
        QVERIFY(has(page, "b { background: url(\"data:image/png;base64,UE5H\") }"));
        QVERIFY(has(page, "p { background: url(\"data:image/png;base64,UE5H\") }"));
        QVERIFY(has(page, "<img src=\".secret/a.png\">")); // a hidden file is not put into a page
    }

    void formulas_stayForTheSitesScript()
    {
        const RenderedPage page = renderLone("---\ntitle: T\n---\nAn $$x^2$$ and\n\n$$\n\\frac{a}{b}\n$$\n");
        QVERIFY(has(page, "<p>An \\(x^2\\) and</p>"));
        QVERIFY(has(page, "\\[\\frac{a}{b}\\]"));
        QVERIFY(!has(page, "class=\"katex"));
    }

    void formulasOfAStandalonePage_areSetAndNeedNoNetwork()
    {
        const RenderedPage page =
            renderLone("---\ntitle: T\n---\nAn $$x^2$$ and\n\n$$\n\\frac{a}{b}\n$$\n", {}, PageForm::Standalone);
        QVERIFY(has(page, "class=\"katex-html\""));
        QVERIFY(has(page, "class=\"katex-display\""));
        QVERIFY(has(page, "<mfrac>")); // for screen readers
        QVERIFY(!has(page, "\\(x^2"));
        QVERIFY(has(page, "url(data:font/woff2;base64,d09GMg")); // "wOF2"
        QVERIFY(!has(page, "url(fonts/") && !has(page, "url(http") && !has(page, "<link") && !has(page, "<script"));
        QCOMPARE(allDiagnostics(page), std::string());
    }

    void standalonePageWithoutFormulas_carriesNoFonts()
    {
        QVERIFY(!has(renderLone("---\ntitle: T\n---\nNothing.\n", {}, PageForm::Standalone), "font/woff2"));
    }
};

QTEST_GUILESS_MAIN(TestPostRenderer)
#include "tst_postrenderer.moc"
