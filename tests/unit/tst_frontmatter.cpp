// SPDX-License-Identifier: MIT
#include "post/frontmatter.h"

#include <QTest>

using namespace galley;
using namespace std::literals;

class TestFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The third column is what Ruby's $~.post_match is after Jekyll's expression; nothing = no match.
    void body_beginsWhereJekyllsExpressionEnds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("present");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("bodyLine");
        const auto row = [](const char* name, const char* text, bool present, const char* body, int line) {
            QTest::newRow(name) << QByteArray(text) << present << QByteArray(body) << line;
        };
        row("plain", "---\na: 1\n---\nBody\n", true, "Body\n", 3);
        row("empty", "---\n---\nBody", true, "Body", 2);
        row("blank lines below are taken", "---\na: 1\n---\n\n \n\nBody", true, "Body", 6);
        row("indentation of the body stays", "---\na: 1\n---\n\n    code", true, "    code", 4);
        row("dots close", "---\na: 1\n...\nBody", true, "Body", 3);
        row("spaces behind the fences", "---  \na: 1\n---\t \nBody", true, "Body", 3);
        row("text behind a fence is no fence", "---\na: 1\n--- x\n---\nBody", true, "Body", 4);
        row("longer line is no fence", "---\na: 1\n----\n---\nBody", true, "Body", 4);
        row("indented fence is no fence", "---\na: |\n  ---\n---\nBody", true, "Body", 4);
        row("CRLF", "---\r\na: 1\r\n---\r\nBody\r\n", true, "Body\r\n", 3);
        row("byte order mark", "\xEF\xBB\xBF---\na: 1\n---\nBody", true, "Body", 3);
        row("nothing below", "---\na: 1\n---", true, "", 2);
        row("only blank below", "---\na: 1\n---\n\n", true, "", 4);
        row("no line feed behind the opening", "---a\n---\nx", false, "---a\n---\nx", 0);
        row("blank first line", "\n---\na: 1\n---\n", false, "\n---\na: 1\n---\n", 0);
        row("lone CR ends no line", "---\ra: 1\r---\rBody", false, "---\ra: 1\r---\rBody", 0);
        row("never closed", "---\na: 1\nBody", false, "---\na: 1\nBody", 0);
    }

    void body_beginsWhereJekyllsExpressionEnds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, body);
        const FrontMatter found = findFrontMatter(text.toStdString());
        QTEST(found.present, "present");
        QCOMPARE(QByteArray::fromStdString(std::string(found.body(text.toStdString()))), body);
        QTEST(found.bodyLine, "bodyLine");
    }

    void openingWithoutClosing_isFlagged()
    {
        QVERIFY(findFrontMatter("---\na: 1\n").neverClosed);
        QVERIFY(!findFrontMatter("---\na: 1\n---\n").neverClosed);
        QVERIFY(!findFrontMatter("--- \t x\n").neverClosed);
    }

    void spans_coverTheLinesBetweenTheFences()
    {
        const std::string text = "\xEF\xBB\xBF---\r\na: 1\r\n---\r\nBody";
        const FrontMatter found = findFrontMatter(text);
        QCOMPARE(found.yaml(text), "---\r\na: 1\r\n"sv);
        QCOMPARE(text.substr(found.contentBegin, found.closingBegin - found.contentBegin), "a: 1\r\n"s);
    }
};

QTEST_GUILESS_MAIN(TestFrontMatter)
#include "tst_frontmatter.moc"
