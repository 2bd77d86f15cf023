// SPDX-License-Identifier: MIT
// "Check before you publish": each rule finds its flaw at its line, says nothing of a sound post, and its fix mends it.
#include "check/nearest.h"
#include "checkedsite.h"
#include "layout/lonesite.h"
#include "layout/postrenderer.h"
#include "temporaryfolder.h"

#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace galley;
using namespace galley::test;
using check::Finding;
using check::Findings;

class tst_Check final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundPost_hasNoFindings();
    void eachFlaw_isFoundAtItsLine_data();
    void eachFlaw_isFoundAtItsLine();
    void fix_mendsTheText_data();
    void fix_mendsTheText();
    void futureDate_tellsTheMomentInTheSitesZone();
    void nameWithoutDate_isAnErrorAndOffersTheRightName();
    void nameAndDate_differOnlyInTheSitesZone();
    void sourceLink_becomesTheAddress();
    void loneFile_knowsWhatLiesBesideIt();
    void invalidUtf8_givesNoEditsAtWrongPlaces();
    void brokenFrontMatter_stillChecksTheBody();
    void whatRenderingSays_isOneLineWithAPlace();
    void braceNeverClosed_isToldInPlainWords();
    void liquidsParserErrors_areToldInPlainWords();
    void htmlImage_getsAdviceInHtml();
    void nameThatWindowsCanNotHold_isFound();
    void frontMatterBelowABlankLine_isFoundInALoneFileToo();
    void dateThatHasPassedSinceTheSiteWasRead_isNotToCome();
    void slipInAWordOfManyBytes_isOneLetter();
    void sameNameInTwoAddresses_isFoundAtItsOwnColumn();
};

void tst_Check::soundPost_hasNoFindings()
{
    const CheckedSite fixture;
    const Findings findings =
        fixture.body("# One\n\n[a](/course/about.html#the-team) [b](#one) ![A cat](/course/images/Photo.JPG)\n"
                     "[c]({% post_url 2020-01-01-first %}#known-place) [d](https://else.example/x)\n"
                     "[e](mailto:a@b.example) [f](/course/) [g](https://x.example/course/about) [h](#top)\n");
    // /course/ has no index.html in this site
    QVERIFY2(rulesOf(findings) == "broken-link@9 ",
             findings.empty() ? "none" : toString(findings.front().diagnostic).c_str());
}

void tst_Check::eachFlaw_isFoundAtItsLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rules");
    const auto row = [](const char* name, const std::string& text, const char* rules) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(rules);
    };
    const auto body = [&](const char* name, const std::string& text, const char* rules) {
        row(name, CheckedSite::post(text), rules);
    };
    body("missing page", "\none\n[a](/course/nope.html)\n", "broken-link@7 ");
    body("second of two equal addresses", "[a](/course/nope) \n[b](/course/nope)\n", "broken-link@5 broken-link@6 ");
    body("outside the base address", "[a](/about.html)\n", "broken-link@5 ");
    body("wrong letter case", "![x](/course/images/photo.jpg)\n", "broken-image@5 ");
    body("missing image", "![x](/course/images/none.png)\n", "broken-image@5 ");
    body("image not copied", "![x](/course/_private/secret.png)\n", "broken-image@5 ");
    body("link to a post to come", "[a](/course/2099/03/04/later.html)\n", "broken-link@5 ");
    body("empty address", "[a]()\n", "broken-link@5 ");
    body("own anchor", "# One\n\n[a](#two)\n", "broken-anchor@7 ");
    body("anchor of another page", "[a](/course/about.html#boss)\n", "broken-anchor@5 ");
    body("no alternative text", "![](/course/images/Photo.JPG)\n", "image-text@5 ");
    body("blank alternative text", "<img src=\"/course/images/Photo.JPG\" alt=\" \">\n", "image-text@5 ");
    body("no alternative text in HTML", "<img src=\"/course/images/Photo.JPG\">\n", "image-text@5 ");
    body("decoration in HTML",
         "<img src=\"/course/images/Photo.JPG\" alt=\"\"> <img src=\"/course/images/Photo.JPG\" "
         "aria-hidden=\"true\"><img role=\"presentation\" src=\"/course/images/Photo.JPG\">\n",
         "");
    body("white space around addresses",
         "<a href=\" /course/about.html\n\">a</a> <a href=\"\t/course/no\npe \">b</a>\n", "broken-link@5 ");
    body("large photo", "![x](/course/images/big.jpg)\n", "large-photo@5 ");
    body("same id", "# A\n{: #x}\n\n# B\n{: #x}\n", "same-id@8 ");
    body("http resource", "![x](http://a.example/i.png)\n", "insecure@5 ");
    body("unclosed Liquid", "a\n{% if x %}\n", "rendering@7 ");
    row("empty title", "---\nlayout: post\ntitle: \"\"\n---\nx\n", "title@3 ");
    row("unknown layout", "---\ntitle: T\nlayout: pots\n---\nx\n", "layout@3 ");
    row("no layout", "---\ntitle: T\n---\nx\n", "layout@1 ");
    row("unknown author", "---\nlayout: post\ntitle: T\nauthor: nvoal\n---\nx\n", "author@4 ");
    row("known author", "---\nlayout: post\ntitle: T\nauthor: nvola\n---\nx\n", "");
    row("unpublished", "---\nlayout: post\ntitle: T\npublished: false\n---\nx\n", "unpublished@4 ");
    row("name and date", "---\nlayout: post\ntitle: T\ndate: 2024-01-03\n---\nx\n", "name-date@4 ");
    row("future", "---\nlayout: post\ntitle: T\ndate: 2030-01-02 10:00\n---\nx\n", "name-date@4 future@4 ");
}

void tst_Check::eachFlaw_isFoundAtItsLine()
{
    QFETCH(QString, text);
    QFETCH(QString, rules);
    const CheckedSite fixture;
    const Findings findings = fixture.check(text.toStdString());
    QString told;
    for (const Finding& finding : findings)
        told += QString::fromStdString(toString(finding.diagnostic)) + u'\n';
    QVERIFY2(QString::fromStdString(rulesOf(findings)) == rules, qPrintable(told));
}

void tst_Check::fix_mendsTheText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const std::string& before, const std::string& after) {
        QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(after);
    };
    row("letter case", CheckedSite::post("![x](/course/images/photo.jpg)\n"),
        CheckedSite::post("![x](/course/images/Photo.JPG)\n"));
    row("letter case behind Liquid", CheckedSite::post("![x]({{ site.baseurl }}/images/photo.jpg)\n"),
        CheckedSite::post("![x]({{ site.baseurl }}/images/Photo.JPG)\n"));
    row("anchor", CheckedSite::post("# One\n\n[a](#oen)\n"), CheckedSite::post("# One\n\n[a](#one)\n"));
    row("https", CheckedSite::post("![x](http://a.example/i.png)\n"),
        CheckedSite::post("![x](https://a.example/i.png)\n"));
    row("base address", CheckedSite::post("[a](/about.html#the-team)\n"),
        CheckedSite::post("[a]({{ '/about.html' | relative_url }}#the-team)\n"));
    row("layout", "---\ntitle: T\nlayout: pots # here\n---\nx\n", "---\ntitle: T\nlayout: post # here\n---\nx\n");
    row("author", "---\nlayout: post\ntitle: T\nauthor: 'nvoal'\n---\nx\n",
        "---\nlayout: post\ntitle: T\nauthor: 'nvola'\n---\nx\n");
    row("unpublished", "---\nlayout: post\ntitle: T\npublished: false\n---\nx\n",
        "---\nlayout: post\ntitle: T\n---\nx\n");
}

void tst_Check::fix_mendsTheText()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const CheckedSite fixture;
    const std::string text = before.toStdString();
    const std::string out = mended(text, fixture.check(text));
    QCOMPARE(QString::fromStdString(out), after);
    QCOMPARE(rulesOf(fixture.check(out)), std::string());
}

void tst_Check::futureDate_tellsTheMomentInTheSitesZone()
{
    const CheckedSite fixture;
    const Findings findings =
        fixture.check(CheckedSite::post("x\n", "date: 2030-07-01 10:00:00 +0000\n"), "_posts/2030-07-01-a.md");
    QCOMPARE(rulesOf(findings), std::string("future@4 "));
    const std::string& text = findings.front().diagnostic.text;
    QVERIFY2(text.find("Monday, 1 July 2030, 12:00 (Europe/Berlin, UTC+02:00)") != text.npos, text.c_str());
}

void tst_Check::nameWithoutDate_isAnErrorAndOffersTheRightName()
{
    const CheckedSite fixture;
    const Findings findings =
        fixture.check("---\nlayout: post\ntitle: My Café!\ndate: 2024-02-03\n---\nx\n", "_posts/cafe.md");
    QCOMPARE(rulesOf(findings), std::string("file-name@1 "));
    QVERIFY(findings.front().diagnostic.severity == Severity::Error);
    QCOMPARE(findings.front().fix->newPath, std::string("_posts/2024-02-03-my-café.md"));
}

void tst_Check::nameAndDate_differOnlyInTheSitesZone()
{
    const CheckedSite fixture;
    const std::string late = CheckedSite::post("x\n", "date: 2024-01-02 23:30:00 +0000\n"); // the 3rd in Berlin
    const Findings findings = fixture.check(late);
    QCOMPARE(rulesOf(findings), std::string("name-date@4 "));
    QCOMPARE(findings.front().fix->newPath, std::string("_posts/2024-01-03-mine.md"));
}

void tst_Check::sourceLink_becomesTheAddress()
{
    const CheckedSite fixture;
    const std::string text = CheckedSite::post("[a](2020-01-01-first.md#known-place)\n");
    const Findings findings = fixture.check(text);
    QCOMPARE(rulesOf(findings), std::string("broken-link@5 "));
    QCOMPARE(mended(text, findings),
             CheckedSite::post("[a]({{ '/2020/01/01/first.html' | relative_url }}#known-place)\n"));
}

void tst_Check::loneFile_knowsWhatLiesBesideIt()
{
    const TemporaryFolder folder;
    (void)folder.write("here.png", "x");
    const std::string text = "![x](here.png) ![y](there.png)\n[z](/anything)\n";
    const std::filesystem::path path = folder.write("post.md", text);
    RenderRequest lone;
    lone.text = text;
    lone.path = path;
    const Findings findings = check::checkPost({text, path, loneSite(lone), {}});
    QCOMPARE(rulesOf(findings), std::string("broken-image@1 "));
}

void tst_Check::invalidUtf8_givesNoEditsAtWrongPlaces()
{
    const CheckedSite fixture;
    const Findings findings = fixture.body("\xff ![x](http://a.example/i.png)\n");
    QVERIFY(!findings.empty());
    QCOMPARE(mended("", findings), std::string("<none>"));
}

void tst_Check::brokenFrontMatter_stillChecksTheBody()
{
    const CheckedSite fixture;
    const std::string found = rulesOf(fixture.check("---\ntitle: a: b: c\n---\n![](/course/images/none.png)\n"));
    QVERIFY2(found.find("front-matter@2") != found.npos, found.c_str());
    QVERIFY2(found.find("broken-image@4") != found.npos, found.c_str());
}

void tst_Check::whatRenderingSays_isOneLineWithAPlace()
{
    const CheckedSite fixture;
    const Findings findings = fixture.check(CheckedSite::post("{% post_url 2020-09-09-none %}\n", "date: tomorrow\n"));
    std::string lines;
    for (const Finding& finding : findings) {
        QVERIFY2(finding.diagnostic.text.find('\n') == std::string::npos, finding.diagnostic.text.c_str());
        if (finding.rule == "rendering")
            lines += std::to_string(finding.diagnostic.line) + " ";
    }
    QCOMPARE(lines, std::string("4 6 "));
}

void tst_Check::braceNeverClosed_isToldInPlainWords()
{
    const CheckedSite fixture;
    const Findings findings = fixture.body("a {{ y\n");
    QVERIFY(!findings.empty());
    QVERIFY2(findings[0].diagnostic.text.find("never closed by }}") != std::string::npos,
             findings[0].diagnostic.text.c_str());
}

void tst_Check::liquidsParserErrors_areToldInPlainWords()
{
    const CheckedSite fixture;
    const auto told = [&](const std::string& body) {
        const Findings findings = fixture.body(body);
        return findings.empty() ? std::string("nothing") : findings[0].diagnostic.text;
    };
    const auto says = [&](const std::string& body, const std::string& words) {
        const std::string text = told(body);
        return text.find(words) != text.npos ? std::string() : text;
    };
    QCOMPARE(says("{% if x %}\n", "{% if %} is never closed by {% endif %}"), std::string());
    QCOMPARE(says("{% if x | y %}a{% endif %}\n", "Expected the end but found \"|\""), std::string());
    QCOMPARE(says("{% if == 1 %}a{% endif %}\n", "A value is missing before a comparison such as =="), std::string());
    QCOMPARE(says("{% assign x 1 %}\n", "This is not how Liquid writes 'assign'; write it as assign [var] = [source]"),
             std::string());
}

void tst_Check::htmlImage_getsAdviceInHtml()
{
    const CheckedSite fixture;
    const Findings html = fixture.body("a <img src=\"{{ site.baseurl }}/images/Photo.JPG\">\n");
    QCOMPARE(html.size(), 1u);
    QVERIFY(html[0].diagnostic.text.find("alt=\"what it shows\"") != std::string::npos);
    const Findings markdown = fixture.body("<b>x</b> ![](/course/images/Photo.JPG)\n");
    QCOMPARE(markdown.size(), 1u);
    QVERIFY(markdown[0].diagnostic.text.find("![what it shows]") != std::string::npos);
}

void tst_Check::frontMatterBelowABlankLine_isFoundInALoneFileToo()
{
    const std::string text = "\n---\ntitle: Low\nlayout: post\n---\nbody\n";
    for (const bool lone : {true, false}) {
        const CheckedSite fixture;
        const Findings findings =
            lone ? check::checkPost({text, "/tmp/low.md", loneSite({}), {}}) : fixture.check(text);
        const auto found = std::find_if(findings.begin(), findings.end(),
                                        [](const Finding& finding) { return finding.rule == "front-matter"; });
        QVERIFY(found != findings.end() && found->fix && found->fix->edit);
        QCOMPARE(found->diagnostic.line, 2);
        QCOMPARE(applied(text, *found->fix->edit), text.substr(1));
        const auto told = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.diagnostic.text.find("first line") != std::string::npos;
        });
        QCOMPARE(told, 1);
    }
}

void tst_Check::dateThatHasPassedSinceTheSiteWasRead_isNotToCome()
{
    const CheckedSite fixture;
    const std::string text = CheckedSite::post("x\n", "date: 2024-05-06 10:00:00 +0200\n"); // read at 09:08 there
    const std::filesystem::path path = fixture.site()->root() / "_posts/2024-05-06-mine.md";
    const auto rules = [&](std::int64_t now) {
        return rulesOf(check::checkPost({text, path, fixture.site(), {}, now}));
    };
    QVERIFY(rules(0).find("future") != std::string::npos);
    QVERIFY(rules(1714982399).find("future") != std::string::npos); // 09:59:59
    QVERIFY(rules(1714982400).find("future") == std::string::npos);
}

void tst_Check::slipInAWordOfManyBytes_isOneLetter()
{
    QCOMPARE(check::nearest("вест", {"вести", "пост"}), std::string("вести"));
    QCOMPARE(check::nearest("投稿a", {"投稿い"}), std::string("投稿い")); // one letter, three bytes
}

void tst_Check::nameThatWindowsCanNotHold_isFound()
{
    const CheckedSite fixture;
    const Findings findings = fixture.check(CheckedSite::post("x\n"), "_posts/2024-01-02-a:b?.md");
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "file-name"; });
    QVERIFY(found != findings.end());
    QVERIFY(found->diagnostic.text.find("Windows") != std::string::npos);
}

void tst_Check::sameNameInTwoAddresses_isFoundAtItsOwnColumn()
{
    const CheckedSite fixture;
    const Findings findings = fixture.body("![a](../img/x.png) ![b](x.png)\n");
    std::string columns;
    for (const Finding& finding : findings) {
        if (finding.rule == "broken-image")
            columns += std::to_string(finding.diagnostic.column) + " ";
    }
    QCOMPARE(columns, std::string("6 25 "));
}

QTEST_GUILESS_MAIN(tst_Check)
#include "tst_check.moc"
