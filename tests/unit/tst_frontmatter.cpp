// SPDX-License-Identifier: MIT
#include "post/frontmatter.h"

#include "post/frontmatteredit.h"
#include "post/strayfrontmatter.h"

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

    // Jekyll 4.3.1 takes each of these for text: no match of Document::YAML_FRONT_MATTER_REGEXP.
    void strayFrontMatter_isToldAndMended_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("mended"); ///< empty: told without an edit
        const auto row = [](const char* name, const QByteArray& text, int line, const char* mended) {
            QTest::newRow(name) << text << line << QByteArray(mended);
        };
        const char* const right = "---\ntitle: T\nlayout: post\n---\nb\n";
        const QByteArray yaml = "title: T\nlayout: post\n";
        const QByteArray block = "---\n" + yaml + "---\nb\n";
        row("blank line", "\n" + block, 2, right);
        row("blank lines with spaces", "  \n\t\n" + block, 3, right);
        row("space", " " + block, 1, right);
        row("tab", "\t" + block, 1, right);
        row("two byte order marks", "\xEF\xBB\xBF\xEF\xBB\xBF" + block, 1,
            "\xEF\xBB\xBF---\ntitle: T\nlayout: post\n---\nb\n");
        row("byte order mark and a blank line", "\xEF\xBB\xBF\n" + block, 2,
            "\xEF\xBB\xBF---\ntitle: T\nlayout: post\n---\nb\n");
        row("zero-width space", "\xE2\x80\x8B" + block, 1, right);
        row("no-break space", "\xC2\xA0" + block, 1, right);
        row("no-break space behind", "---\xC2\xA0\n" + yaml + "---\nb\n", 1, right);
        row("four hyphens", "----\n" + yaml + "----\nb\n", 1, right);
        row("two hyphens", "--\n" + yaml + "--\nb\n", 1, right);
        row("em dash", "—\n" + yaml + "—\nb\n", 1, right);
        row("em dash and hyphen", "—-\n" + yaml + "—-\nb\n", 1, right);
        row("en dashes", "––\n" + yaml + "---\nb\n", 1, right);
        row("comment behind", "--- # x\n" + yaml + "---\nb\n", 1, "---\n# x\ntitle: T\nlayout: post\n---\nb\n");
        row("word behind", "--- yaml\n" + yaml + "---\nb\n", 1, "---\n# yaml\ntitle: T\nlayout: post\n---\nb\n");
        row("key behind", "--- title: T\nlayout: post\n---\nb\n", 1, right);
        row("comment above", "# x\n" + block, 2, "---\n# x\ntitle: T\nlayout: post\n---\nb\n");
        row("comment of HTML above", "<!-- x\n y -->\n" + block, 3,
            "---\ntitle: T\nlayout: post\n---\n<!-- x\n y -->\nb\n");
        row("no first line", block.mid(4), 1, right);
        row("mixed line ends", " ---\r\n" + yaml + "---\nb\n", 1, "---\r\ntitle: T\nlayout: post\n---\r\nb\n");
        row("closed by four", "---\n" + yaml + "----\nb\n", 1, right);
        row("closed behind a space", "---\n" + yaml + " ---\nb\n", 1, right);
        row("closed with a comment", "---\n" + yaml + "--- # end\nb\n", 1, right);
        row("closed by an em dash", "---\n" + yaml + "—\nb\n", 1, right);
        row("never closed", "---\n" + yaml + "\nb\n", 1, "---\ntitle: T\nlayout: post\n---\n\nb\n");
        row("never closed, prose", "---\nOnly text\n", 1, "");
        row("no YAML in it", "\n---\ntitle: 'x\n---\nb\n", 2, "");
    }
    void strayFrontMatter_isToldAndMended()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QByteArray, mended);
        QVERIFY(!findFrontMatter(text.toStdString()).present);
        const std::optional<StrayFrontMatter> stray = findStrayFrontMatter(text.toStdString());
        QVERIFY(stray);
        QCOMPARE(stray->line, line);
        QVERIFY(!stray->why.empty());
        QCOMPARE(stray->mend.has_value(), !mended.isEmpty());
        QCOMPARE(stray->help.empty(), mended.isEmpty());
        if (stray->mend)
            QCOMPARE(QByteArray::fromStdString(applied(text.toStdString(), *stray->mend)), mended);
    }

    void textsThatOnlyLookAlike_areTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"Text\n\n---\ntitle: x\n---\n", "", "\n\n", "----\n\nText between rules\n\n----\n",
              "A heading\n---\ntext\n", "- item\n---\n", "Note: this is text\n", "***\nkey: x\n***\n",
              "# A title\n\nText: more of it\n---\n", "<!-- open\n---\ntitle: T\n---\n"})
            QTest::newRow(text) << QByteArray(text);
    }
    void textsThatOnlyLookAlike_areTexts()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!findStrayFrontMatter(text.toStdString()));
    }

    void formEdit_makesNoSecondFrontMatterAboveAStrayOne()
    {
        for (const char* text : {"\n---\ntitle: T\n---\nb\n", "----\nlayout: post\n----\n", "title: T\n---\nb\n"}) {
            const Expected<TextEdit> edit = frontmatter::put(text, "title", "New");
            QVERIFY2(!edit, text);
            QVERIFY(edit.error().message.find("first line") != std::string::npos);
            QVERIFY(edit.error().line > 0);
            QVERIFY(!frontmatter::addKey(text, {}, "author", "x"));
            QVERIFY(!frontmatter::putSource(text, "tags", "[a]"));
        }
        QVERIFY(frontmatter::put("Text\n", "title", "New"));
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
