// SPDX-License-Identifier: MIT
#include "base/htmlscanner.h"

#include <QTest>

using namespace galley;
using Kind = HtmlToken::Kind;

static std::vector<HtmlToken> scan(std::string_view html)
{
    std::vector<HtmlToken> tokens;
    HtmlScanner scanner(html);
    while (auto token = scanner.next())
        tokens.push_back(*token);
    return tokens;
}

class TestHtmlScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_coverTheTextWithoutGaps_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><p class=a id='b'>x <b>y</b> 1 < 2 <3</p><!-- <i> -->");
        QTest::newRow("unclosed tag") << QByteArray("a <img src=x");
        QTest::newRow("unclosed comment") << QByteArray("a <!-- b <p>");
        QTest::newRow("unclosed quote") << QByteArray("<a href=\"x>y</a>");
        QTest::newRow("script") << QByteArray("<script>if (a<b) '<p>'</script><style>a>b{}</STYLE ><title><b></title>");
        QTest::newRow("odd") << QByteArray("<>< /p></><a/b=c//d><?php ?><![CDATA[x]]>");
    }

    void tokens_coverTheTextWithoutGaps()
    {
        QFETCH(QByteArray, html);
        const std::string text = html.toStdString();
        std::size_t end = 0;
        for (const HtmlToken& token : scan(text)) {
            QCOMPARE(token.offset, end);
            QVERIFY(token.length > 0);
            end = token.offset + token.length;
        }
        QCOMPARE(end, text.size());
    }

    void attributes_areFoundInEveryForm()
    {
        const auto tokens = scan("<IMG Src = \"a b\" alt='c' width=3 hidden/>");
        QCOMPARE(tokens.size(), std::size_t{1});
        QCOMPARE(tokens[0].name, std::string("img"));
        QCOMPARE(tokens[0].attribute("src")->value, std::string_view("a b"));
        QCOMPARE(tokens[0].attribute("alt")->value, std::string_view("c"));
        QCOMPARE(tokens[0].attribute("width")->value, std::string_view("3"));
        QVERIFY(!tokens[0].attribute("hidden")->hasValue);
        QVERIFY(!tokens[0].attribute("title"));
    }

    void insideScript_everythingIsTextUpToItsEndTag()
    {
        const auto tokens = scan("<script>\"<p>\" </scripty> </script><p>");
        QCOMPARE(tokens.size(), std::size_t{4});
        QCOMPARE(tokens[1].kind, Kind::Text);
        QCOMPARE(tokens[2].kind, Kind::EndTag);
        QCOMPARE(tokens[3].name, std::string("p"));
    }

    void attributeText_survivesEscapingAndDecoding()
    {
        const std::string text = "a & b < \"c\" 'd' &amp;";
        QCOMPARE(decodedAttribute(escapedAttribute(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestHtmlScanner)
#include "tst_htmlscanner.moc"
