// SPDX-License-Identifier: MIT
#include "layout/cssinliner.h"
#include "layout/standalone.h"

#include <QTest>

#include <map>

using namespace galley;

namespace
{

const std::map<std::string, Asset> files{
    {"/assets/main.css", {"@import \"print.css\" print; body{background:url('bg.png')}", "text/css"}},
    {"print.css", {"a{color:black}", "text/css"}},
    {"bg.png", {"PNG", "image/png"}},
    {"photo.jpg", {"JPG", "image/jpeg"}},
    {"loop.css", {"@import 'loop.css'; b{}", "text/css"}},
    {"site.js", {"var s = '</script>';", "text/javascript"}}};

Expected<Asset> fileOf(const std::string& url, const std::string&)
{
    const auto found = files.find(url);
    if (found == files.end())
        return unexpected(Error{"Not found: " + url, {}, 0});
    return found->second;
}

struct Result {
    std::string html;
    Diagnostics diagnostics;
};

Result standalone(std::string_view page, StandaloneOptions options = {})
{
    options.assets = fileOf;
    Result result;
    result.html = standalonePage(page, options, result.diagnostics);
    return result;
}

} // namespace

class TestStandalone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styleSheet_becomesAStyleElementWithItsImportsAndImages()
    {
        const Result result = standalone("<head><link rel=\"stylesheet\" href=\"/assets/main.css?v=2\"></head>");
        QCOMPARE(result.html, std::string("<head><style>@media print {\na{color:black}\n} "
                                          "body{background:url(\"data:image/png;base64,UE5H\")}</style></head>"));
        QVERIFY(result.diagnostics.empty());
    }

    void image_becomesADataUrlAndKeepsItsOtherAttributes()
    {
        QCOMPARE(standalone("<p><img class=a src=photo.jpg alt='x'></p>").html,
                 std::string("<p><img class=a src=\"data:image/jpeg;base64,SlBH\" alt='x'></p>"));
        QCOMPARE(standalone("<img srcset=\"photo.jpg 1x, other.jpg 2x\">").html,
                 std::string("<img srcset=\"data:image/jpeg;base64,SlBH 1x, other.jpg 2x\">"));
    }

    void missingFile_staysALinkAndIsReported()
    {
        const Result result = standalone("<img src=\"gone.png\">");
        QCOMPARE(result.html, std::string("<img src=\"gone.png\">"));
        QCOMPARE(result.diagnostics.size(), std::size_t{1});
        QCOMPARE(result.diagnostics[0].text, std::string("Not found: gone.png"));
    }

    void remoteImage_staysALinkAndIsReported()
    {
        const Result result = standalone("<img src=\"https://example.org/a.png\">");
        QCOMPARE(result.html, std::string("<img src=\"https://example.org/a.png\">"));
        QCOMPARE(result.diagnostics.size(), std::size_t{1});
    }

    void script_isPutIntoThePageAndCanNotCloseItself()
    {
        QCOMPARE(standalone("<script src=\"site.js\" defer></script><p>").html,
                 std::string("<script defer=\"\">var s = '<\\/script>';</script><p>"));
    }

    void linksToOtherPages_becomeAbsoluteWithTheSitesAddress()
    {
        StandaloneOptions options;
        options.siteUrl = "https://class.example.org/blog";
        QCOMPARE(standalone("<a href=\"/blog/about/\">A</a><a href=\"#x\">B</a>", options).html,
                 std::string("<a href=\"https://class.example.org/blog/about/\">A</a><a href=\"#x\">B</a>"));
    }

    void importLoop_ends() { QVERIFY(standalone("<style>@import 'loop.css';</style>").html.size() < 1000); }

    void formulas_areSetOutsideCodeOnly()
    {
        StandaloneOptions options;
        options.math = [](std::string_view tex, bool display) {
            return (display ? "[D:" : "[I:") + std::string(tex) + "]";
        };
        options.mathStyle = [] { return std::string("m{}"); };
        QCOMPARE(standalone("<head></head><p>\\(a &lt; b\\) \\[c\\] <code>\\(d\\)</code></p>", options).html,
                 std::string("<head><style>m{}</style>\n</head><p>[I:a < b] [D:c] <code>\\(d\\)</code></p>"));
    }

    void pageWithoutAssets_isNotChanged()
    {
        const std::string page = "<!DOCTYPE html>\n<html><body><p a=b c = 'd'>x < y</p><!-- c --></body></html>\n";
        QCOMPARE(standalone(page).html, page);
    }
};

QTEST_GUILESS_MAIN(TestStandalone)
#include "tst_standalone.moc"
