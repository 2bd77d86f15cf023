// SPDX-License-Identifier: MIT
// The check of a whole site: what only other files show, what comes from layouts, includes and data, drafts.
#include "checkedsite.h"
#include "testpaths.h"

#include <QTest>

#include <algorithm>

using namespace galley;
using namespace galley::test;
using check::Finding;
using check::Findings;

namespace
{
/// "file:line" of each finding of a rule.
QString placesOf(const Findings& findings, const std::string& rule)
{
    std::string out;
    for (const Finding& finding : findings) {
        if (finding.rule == rule)
            out += finding.diagnostic.file + ":" + std::to_string(finding.diagnostic.line) + " ";
    }
    return QString::fromStdString(out);
}
} // namespace

class TestCheckSite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksOfTheLayout_areNotThePosts();
    void site_findsWhatJekyllLeavesOutInSilence();
    void site_findsTwoFilesWithOneAddress();
    void site_followsAnchorsOfOtherPages();
    void site_checksItsDrafts();
    void brokenLinkOfALayout_isToldOnceAtItsLine();
    void brokenLinkOfTheData_isToldThere();
    void linksIntoPagesOfAnUnknownPlugin_areOneNote();
    void feedsScriptsAndServerFiles_areNotReadAsHtml();
    void layoutOfDefaultLayout_isALayout();
    void filesKeptBesidePosts_areNoErrors();
    void soundSites_haveNoFindings();
    void stoppedCheck_endsSoon();
    void pageWithItsFrontMatterBelowABlankLine_isFoundThoughJekyllOnlyCopiesIt();
    void addressThatRelativeUrlChanges_isToldWithTheNameThatHelps();
};

void TestCheckSite::soundSites_haveNoFindings()
{
    for (const char* name : {"samples/blog", "samples/docs"}) {
        SiteOptions options;
        options.root = sourcePath(name);
        options.now.seconds = 1714979289;
        QStringList told;
        for (const Finding& finding : check::checkSite({Site::read(options), 2, {}})) {
            if (finding.rule != "draft") // blog's draft is named as one
                told += QString::fromStdString(toString(finding.diagnostic));
        }
        QCOMPARE(told.join(u'\n'), QString());
    }
}

void TestCheckSite::linksIntoPagesOfAnUnknownPlugin_areOneNote()
{
    const CheckedSite fixture;
    const std::string links =
        "[a](/course/tags/qt/) [b](/course/tags/c++/) [c](/course/tags/) [d](/course/images/no.png)\n";
    fixture.write("_posts/2024-01-05-links.md", CheckedSite::post(links));
    fixture.write("_posts/2024-01-06-links.md", CheckedSite::post(links));
    const auto links5 = [](const Findings& findings) {
        return std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.rule == "broken-link" && finding.diagnostic.file.starts_with("_posts");
        });
    };
    QCOMPARE(links5(check::checkSite({fixture.site(), 2, {}})), 8);
    fixture.write("_plugins/tags.rb", "module Jekyll; end\n");
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    QCOMPARE(links5(findings), 2); // images/ is a folder of the site's own
    QCOMPARE(placesOf(findings, "plugin-pages"), QStringLiteral("_plugins/tags.rb:1 "));
}

void TestCheckSite::feedsScriptsAndServerFiles_areNotReadAsHtml()
{
    const CheckedSite fixture;
    fixture.write("feed.xml", "---\n---\n<link href=\"/course/nope/\"/><a href=\"/course/nope/\">x</a>\n");
    fixture.write("app.js", "---\n---\nlet a = '<img src=\"/course/nope.png\">';\n");
    fixture.write(".htaccess", "---\npermalink: .htaccess\n---\n<a href=\"/course/nope/\">\n");
    fixture.write("page.html", "---\nlayout: default\ntitle: P\n---\n<a href=\"/course/nope/\">x</a>\n");
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    QCOMPARE(placesOf(findings, "broken-link"),
             QStringLiteral("_layouts/default.html:3 _layouts/post.html:3 page.html:5 "));
    QCOMPARE(placesOf(findings, "broken-image"), QString());
}

void TestCheckSite::layoutOfDefaultLayout_isALayout()
{
    const CheckedSite fixture;
    fixture.write("_posts/2024-01-05-bare.md", "---\ntitle: T\n---\nx\n");
    QCOMPARE(placesOf(check::checkSite({fixture.site(), 2, {}}), "layout"),
             QStringLiteral("_posts/2024-01-05-bare.md:1 "));
    fixture.write("_config.yml", "baseurl: /course\nplugins: [jekyll-default-layout]\n");
    QCOMPARE(placesOf(check::checkSite({fixture.site(), 2, {}}), "layout"), QString());
}

void TestCheckSite::filesKeptBesidePosts_areNoErrors()
{
    const CheckedSite fixture;
    for (const char* name : {"README.md", "readme.txt", "draft-idea.md", "my-draft.md", "template.md", "_hidden.md"})
        fixture.write(std::string("_posts/") + name, "text\n");
    fixture.write("_posts/no-date.md", "text\n");
    QCOMPARE(placesOf(check::checkSite({fixture.site(), 2, {}}), "file-name"), QStringLiteral("_posts/no-date.md:1 "));
}

void TestCheckSite::pageWithItsFrontMatterBelowABlankLine_isFoundThoughJekyllOnlyCopiesIt()
{
    const CheckedSite fixture;
    fixture.write("team.md", "\n---\ntitle: Team\n---\nWe\n");
    fixture.write("readme.txt", "Plain\n\n---\nnot: it\n---\n");
    fixture.write("_posts/2024-01-01-low.md", "\n---\ntitle: Low\n---\nWe\n");
    const Findings findings = check::checkSite({fixture.site(), 1, {}});
    QCOMPARE(placesOf(findings, "front-matter"), QStringLiteral("_posts/2024-01-01-low.md:2 team.md:2 "));
    for (const Finding& finding : findings) {
        if (finding.rule == "front-matter")
            QVERIFY(finding.fix && finding.fix->edit);
    }
}

void TestCheckSite::addressThatRelativeUrlChanges_isToldWithTheNameThatHelps()
{
    const CheckedSite fixture;
    fixture.write("_posts/2024-01-01-u\xCC\x88"
                  "bung.md",
                  CheckedSite::post("x\n")); // ü as u and a diaeresis
    fixture.write("_posts/2024-01-01-übung-zwei.md", CheckedSite::post("x\n"));
    fixture.write("what?.md", "---\ntitle: What\nlayout: default\n---\nx\n");
    const Findings findings = check::checkSite({fixture.site(), 1, {}});
    QCOMPARE(placesOf(findings, "address"), QString::fromUtf8("_posts/2024-01-01-u\xCC\x88"
                                                              "bung.md:1 what?.md:1 "));
    const auto first =
        std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "address"; });
    QVERIFY(first->fix);
    QCOMPARE(first->fix->newPath, std::string("_posts/2024-01-01-übung.md"));
    QVERIFY(first->diagnostic.text.find("NFC") != std::string::npos);
}

void TestCheckSite::linksOfTheLayout_areNotThePosts()
{
    const CheckedSite fixture;
    QCOMPARE(rulesOf(fixture.body("text\n")), std::string());
}

void TestCheckSite::site_findsWhatJekyllLeavesOutInSilence()
{
    const CheckedSite fixture;
    fixture.write("_posts/no-date.md", CheckedSite::post("x\n"));
    fixture.write("_posts/2024-01-01-bare.md", "no front matter: Jekyll publishes it\n");
    fixture.write("sub/_posts/deep/other.markdown", CheckedSite::post("x\n"));
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    std::string files;
    for (const Finding& finding : findings) {
        if (finding.rule == "file-name")
            files += finding.diagnostic.file + " ";
    }
    QCOMPARE(files, std::string("_posts/no-date.md sub/_posts/deep/other.markdown "));
}

void TestCheckSite::site_findsTwoFilesWithOneAddress()
{
    const CheckedSite fixture;
    fixture.write("one.md", "---\nlayout: default\npermalink: /same/\n---\nx\n");
    fixture.write("two.md", "---\nlayout: default\npermalink: /same/\n---\nx\n");
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    const auto count =
        std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "same-address"; });
    QCOMPARE(count, 2);
}

void TestCheckSite::site_followsAnchorsOfOtherPages()
{
    const CheckedSite fixture;
    fixture.write("_posts/2024-01-05-links.md",
                  CheckedSite::post("[a](/course/about.html#the-team) [b](/course/about.html#x)\n"));
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "broken-anchor"; });
    QVERIFY(found != findings.end());
    QVERIFY(found->diagnostic.text.find("#x") != std::string::npos);
    QCOMPARE(
        std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "broken-anchor"; }), 1);
}

void TestCheckSite::site_checksItsDrafts()
{
    const CheckedSite fixture;
    fixture.write("_drafts/idea.md", "---\nlayout: nosuch\ntitle: Idea\n---\n[a](/course/nowhere/)\n");
    fixture.write("sub/_drafts/bad.md", "---\ntitle: [\n---\nx\n");
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    QCOMPARE(placesOf(findings, "broken-link"),
             QStringLiteral("_drafts/idea.md:5 _layouts/default.html:3 _layouts/post.html:3 "));
    QCOMPARE(placesOf(findings, "layout"), QStringLiteral("_drafts/idea.md:2 sub/_drafts/bad.md:1 "));
    QCOMPARE(placesOf(findings, "draft"), QStringLiteral("_drafts/idea.md:1 sub/_drafts/bad.md:1 "));
    QVERIFY(placesOf(findings, "site").contains(QStringLiteral("sub/_drafts/bad.md:")));
}

void TestCheckSite::brokenLinkOfALayout_isToldOnceAtItsLine()
{
    const CheckedSite fixture;
    fixture.write(
        "_layouts/post.html",
        "---\ntop: 1\n---\n<p>\n<a href=\"{{ site.baseurl }}/gone/\">x</a>{% include foot.html %}\n{{ content }}</p>");
    fixture.write("_includes/foot.html",
                  "<link rel=\"canonical\" href=\"/course/none/\"><hr>\n\n<img src=\"/course/images/none.png\" "
                  "alt=\"\"><a href=\"{{ site.baseurl }}/about.html\">right</a>");
    fixture.write("_posts/2020-02-02-second.md", CheckedSite::post("text\n"));
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    QCOMPARE(placesOf(findings, "broken-link"), QStringLiteral("_layouts/default.html:3 _layouts/post.html:5 "));
    QCOMPARE(placesOf(findings, "broken-image"), QStringLiteral("_includes/foot.html:3 "));
}

void TestCheckSite::brokenLinkOfTheData_isToldThere()
{
    const CheckedSite fixture;
    fixture.write(
        "_layouts/post.html",
        "{% for each in site.data.nav %}<a href=\"{{ each.to | relative_url }}\">x</a>{% endfor %}{{ content }}");
    fixture.write("_data/nav.yml", "- to: /about.html\n- to: /lost/\n");
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    QCOMPARE(placesOf(findings, "broken-link"), QStringLiteral("_data/nav.yml:2 _layouts/default.html:3 "));
}

void TestCheckSite::stoppedCheck_endsSoon()
{
    const CheckedSite fixture;
    std::stop_source source;
    source.request_stop();
    std::size_t pages = 0;
    (void)check::checkSite({fixture.site(), 2, source.get_token(), [&](std::size_t, std::size_t) { ++pages; }});
    QCOMPARE(pages, 0u);
}

QTEST_GUILESS_MAIN(TestCheckSite)
#include "tst_checksite.moc"
