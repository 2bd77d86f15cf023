// SPDX-License-Identifier: MIT
#include "layout/cssinliner.h"
#include "layout/postrenderer.h"
#include "layout/standalone.h"
#include "site/site.h"
#include "sitefolder.h"

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
    {"site.js", {"var s = '</script>';", "text/javascript"}},
    {"odd.js", {"a = '<!-- <script>';", "text/javascript"}},
    {"odd.css", {"a { content: '</STYLE><p>' }", "text/css"}}};

Expected<Asset> fileOf(const std::string& url, const std::string&, AssetUse)
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

/// A site with one picture that it publishes and files that it does not, all with the same secret in them.
struct Strangers {
    test::SiteFolder folder;

    Strangers()
    {
        for (const char* name :
             {".env", ".git/config", ".git/pic.png", "_private/pic.png", "_data/keys.json", "_posts/beside.png",
              "node_modules/a/pic.png", "hidden/pic.png", "notes.txt", "Gemfile", "pages/own.png", "_site/pic.png",
              "assets/~pic.png", "assets/#pic.png", "assets/pic.png~", "theme/_sass/pic.png"})
            folder.write(name, "SECRET");
        folder.write("assets/pic.png", "PUBLIC");
        folder.write("assets/a.css", "p { background: url(/.env) url(pic.png) } @import '/.git/config';");
        folder.write("_config.yml", "title: T\nexclude: [hidden]\n"
                                    "defaults: [{scope: {path: pages/own.png}, values: {published: false}}]\n");
        std::filesystem::create_symlink("../.env", folder.root() / "assets/link.png");
        std::filesystem::create_directory_symlink("../.git", folder.root() / "assets/git");
    }

    RenderedPage page(const std::string& body, const std::string& policy = {}) const
    {
        const std::string text = "---\nlayout: none\n---\n" + body + "\n";
        RenderRequest request;
        request.text = text;
        request.path = folder.root() / "_posts/2020-01-01-a.md";
        request.site = Site::read(folder.options());
        request.form = PageForm::Standalone;
        request.policy = policy;
        return renderPost(request);
    }
};

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

    void attributesOfAScript_areQuotedAsTheyWere()
    {
        QCOMPARE(standalone("<script src=\"site.js\" data-a='\"><b>' id=x&amp;y></script>").html,
                 std::string("<script data-a=\"&quot;>&lt;b>\" id=\"x&amp;y\">var s = '<\\/script>';</script>"));
    }

    void newValue_bringsQuotesOfItsOwn()
    {
        StandaloneOptions options;
        options.siteUrl = "https://e.example/'x";
        QCOMPARE(standalone("<a href='/a\"b'>A</a>", options).html,
                 std::string("<a href=\"https://e.example/a&quot;b\">A</a>"));
        QCOMPARE(standalone("<img srcset='photo.jpg 1x, x&#39;onerror=1 2x'>").html,
                 std::string("<img srcset=\"data:image/jpeg;base64,SlBH 1x, x'onerror=1 2x\">"));
    }

    void textOfAFile_endsNoElementOfThePage()
    {
        QCOMPARE(standalone("<script src=\"odd.js\"></script>").html,
                 std::string("<script>a = '\\x3C!-- <script>';</script>"));
        QCOMPARE(standalone("<link rel=stylesheet href=odd.css>").html,
                 std::string("<style>a { content: '<\\/STYLE><p>' }</style>"));
    }

    void boundPage_beginsWithItsPolicyAndHoldsNoScript_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("plain") << QByteArray("<!DOCTYPE html><html><head></head><body><script>x()</script>a</body>");
        QTest::newRow("of a file") << QByteArray("<!DOCTYPE html><head><script src=\"site.js\"></script></head>a");
        QTest::newRow("before the doctype") << QByteArray("<script>x()</script><!DOCTYPE html>a");
        QTest::newRow("comment that ends early") << QByteArray("<!--><script>x()</script>-->a");
        QTest::newRow("comment that ends oddly") << QByteArray("<!-- --!><script>x()</script> -->a");
        QTest::newRow("doctype that is none") << QByteArray("<!DOCTYPE html <script>x()</script>>a");
        QTest::newRow("never closed") << QByteArray("<p>a<script>x()");
        QTest::newRow("upper case") << QByteArray("<SCRIPT>x()</SCRIPT>a");
        QTest::newRow("in a drawing's style") << QByteArray("<svg><style><script>x()</script></style></svg>a");
        QTest::newRow("in a title") << QByteArray("<svg><title><script>x()</script></title></svg>a");
        QTest::newRow("in an attribute") << QByteArray("<p title=\"<script>\">a</p>");
        QTest::newRow("other policy") << QByteArray("<p>a<meta HTTP-EQUIV=refresh content=0><base href=//e.example>");
    }
    void boundPage_beginsWithItsPolicyAndHoldsNoScript()
    {
        QFETCH(QByteArray, page);
        StandaloneOptions options;
        options.policy = "default-src 'none'";
        const QByteArray html = QByteArray::fromStdString(standalone(page.toStdString(), options).html);
        const QByteArray meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        QVERIFY2(html.startsWith(meta) || html.startsWith(QByteArray("<!DOCTYPE html>").append(meta)), html.constData());
        QCOMPARE(html.count("http-equiv") + html.count("HTTP-EQUIV"), 1);
        QVERIFY2(!html.toLower().contains("<script") && !html.contains("<base"), html.constData());
        QVERIFY(html.contains('a'));
    }

    void fileThatTheSiteDoesNotPublish_isNotInlined_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char* url :
             {"/.env", "/.git/config", "/.git/pic.png", "/_private/pic.png", "/_data/keys.json", "/_posts/beside.png",
              "beside.png", "/node_modules/a/pic.png", "/hidden/pic.png", "/notes.txt", "/Gemfile", "/pages/own.png",
              "/_site/pic.png", "/assets/~pic.png", "/assets/%23pic.png", "/assets/pic.png~", "/assets/link.png",
              "/assets/git/pic.png?x", "/assets/../.env", "/%2eenv",
              "/assets/pic.png/../../_private/pic.png", "../../../_private/pic.png", "/assets/a.css", "/_config.yml"})
            QTest::newRow(url) << QByteArray(url);
    }
    void fileThatTheSiteDoesNotPublish_isNotInlined()
    {
        QFETCH(QByteArray, url);
        const Strangers site;
        const std::string name = url.toStdString();
        const RenderedPage page = site.page("<img src=\"" + name + "\"><video src=\"" + name + "\" poster=\"" + name +
                                            "\"></video><link rel=\"stylesheet\" href=\"" + name +
                                            "\"><link rel=\"icon\" href=\"" + name + "\"><script src=\"" + name +
                                            "\"></script><p style=\"background: url(" + name +
                                            ")\"></p><img srcset=\"" + name + " 2x\">");
        QVERIFY(page.html.find("SECRET") == std::string::npos);
        const std::string encoded = QByteArray("SECRET").toBase64().toStdString();
        QVERIFY2(page.html.find(encoded) == std::string::npos, page.html.c_str());
        QVERIFY(page.html.find("PUBLIC") == std::string::npos);
    }

    void publishedFile_isInlinedWhereItFits()
    {
        const Strangers site;
        const std::string encoded = QByteArray("PUBLIC").toBase64().toStdString();
        const auto times = [&](const std::string& html) {
            return QByteArray::fromStdString(html).count(QByteArray::fromStdString(encoded));
        };
        QCOMPARE(times(site.page("<img src=\"/assets/pic.png\">").html), 1);
        QCOMPARE(times(site.page("<link rel=\"stylesheet\" href=\"/assets/a.css\">").html), 1);
        QCOMPARE(times(site.page("<script src=\"/assets/pic.png\"></script><video src=\"/assets/pic.png\"></video>").html), 0);
        site.folder.write("assets/late.png", "PUBLIC"); // after the site was read
        QCOMPARE(times(site.page("<img src=\"/assets/late.png\">").html), 1);
    }

    void loneFile_showsWhatLiesBesideItButNothingHidden()
    {
        const test::SiteFolder folder;
        folder.remove("_config.yml");
        folder.write("pic.png", "PUBLIC");
        folder.write(".env", "SECRET");
        folder.write(".keys/pic.png", "SECRET");
        RenderRequest request;
        request.text = "<img src=pic.png><img src=.env><img src=.keys/pic.png><img src=../site/.keys/pic.png>\n";
        request.path = folder.root() / "post.md";
        request.form = PageForm::Standalone;
        const QByteArray html = QByteArray::fromStdString(renderPost(request).html);
        QVERIFY(html.contains(QByteArray("PUBLIC").toBase64()));
        QVERIFY(!html.contains(QByteArray("SECRET").toBase64()));
    }

    void pageWithoutAssets_isNotChanged()
    {
        const std::string page = "<!DOCTYPE html>\n<html><body><p a=b c = 'd'>x < y</p><!-- c --></body></html>\n";
        QCOMPARE(standalone(page).html, page);
    }
};

QTEST_GUILESS_MAIN(TestStandalone)
#include "tst_standalone.moc"
