// SPDX-License-Identifier: MIT
// The check of a whole site: what only other files show, what comes from layouts, includes and data, drafts.
#include "checkedsite.h"

#include <QTest>

#include <algorithm>

using namespace galley;
using namespace galley::test;
using check::Finding;
using check::Findings;

namespace
{
/// "file:line" of each finding of a rule.
std::string placesOf(const Findings& findings, const std::string& rule)
{
    std::string out;
    for (const Finding& finding : findings) {
        if (finding.rule == rule)
            out += finding.diagnostic.file + ":" + std::to_string(finding.diagnostic.line) + " ";
    }
    return out;
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
    void stoppedCheck_endsSoon();
};

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
             std::string("_drafts/idea.md:5 _layouts/default.html:3 _layouts/post.html:3 "));
    QCOMPARE(placesOf(findings, "layout"), std::string("_drafts/idea.md:2 sub/_drafts/bad.md:1 "));
    QCOMPARE(placesOf(findings, "draft"), std::string("_drafts/idea.md:1 sub/_drafts/bad.md:1 "));
    QVERIFY(placesOf(findings, "site").find("sub/_drafts/bad.md:") != std::string::npos);
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
    QCOMPARE(placesOf(findings, "broken-link"), std::string("_layouts/default.html:3 _layouts/post.html:5 "));
    QCOMPARE(placesOf(findings, "broken-image"), std::string("_includes/foot.html:3 "));
}

void TestCheckSite::brokenLinkOfTheData_isToldThere()
{
    const CheckedSite fixture;
    fixture.write(
        "_layouts/post.html",
        "{% for each in site.data.nav %}<a href=\"{{ each.to | relative_url }}\">x</a>{% endfor %}{{ content }}");
    fixture.write("_data/nav.yml", "- to: /about.html\n- to: /lost/\n");
    const Findings findings = check::checkSite({fixture.site(), 2, {}});
    QCOMPARE(placesOf(findings, "broken-link"), std::string("_data/nav.yml:2 _layouts/default.html:3 "));
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
