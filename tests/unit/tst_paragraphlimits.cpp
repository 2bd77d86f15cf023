// SPDX-License-Identifier: MIT
#include "markdown/paragraphlimits.h"

#include "base/limits.h"

#include <QTest>

using namespace galley;
using namespace galley::markdown;

namespace
{
std::string repeated(std::string_view text, std::size_t count)
{
    std::string out;
    while (count-- > 0)
        out += text;
    return out;
}
} // namespace

class ParagraphLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longParagraph_admitsNoAutolinks_whateverItsLineEnds_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }

    void longParagraph_admitsNoAutolinks_whateverItsLineEnds()
    {
        QFETCH(QByteArray, end);
        const std::string line = "word word word" + end.toStdString();
        const std::size_t lines = limits::autolinkParagraphBytes / line.size() + 1;
        QVERIFY(!admitsAutolinks(repeated(line, lines)));
        QVERIFY(admitsAutolinks(repeated(repeated(line, lines / 2) + " \t" + end.toStdString(), 6)));
        QVERIFY(admitsAutolinks({}));
    }

    void bracketsOfManyParagraphs_stayAsTheyAre()
    {
        Diagnostics diagnostics;
        const std::string text = repeated(repeated("a [b] c\n", 1000) + "\r\n", 100);
        QVERIFY(withBracketsBounded(text, diagnostics) == text);
        QVERIFY(diagnostics.empty());
    }

    void bracketsBeyondTheBound_areEscapedAndTold()
    {
        Diagnostics diagnostics;
        const std::string text = "First [a]\n\n" + repeated("x [b] \\[c\n", 30'000) + "\nLast [d]";
        const std::string bounded = withBracketsBounded(text, diagnostics);
        QCOMPARE(diagnostics.size(), std::size_t{1});
        const auto line = static_cast<std::size_t>(diagnostics.at(0).line);
        QVERIFY(line > 10'000 && line < 30'000);
        QCOMPARE(std::count(bounded.begin(), bounded.end(), '\n'), std::count(text.begin(), text.end(), '\n'));
        QVERIFY(bounded.find("x [b] \\[c\nx [b]") != std::string::npos);
        QVERIFY(bounded.substr(bounded.size() - 30).find("x \\[b] \\[c\n\nLast [d]") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ParagraphLimitsTest)
#include "tst_paragraphlimits.moc"
