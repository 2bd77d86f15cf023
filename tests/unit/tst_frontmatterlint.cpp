// SPDX-License-Identifier: MIT
#include "post/frontmatterlint.h"
#include "post/postdocument.h"

#include <QTest>

using namespace galley;

class TestFrontMatterLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surprise_isNamedAndQuotedAway_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("mended");
        const auto row = [](const char* line, const char* mended) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(mended);
        };
        row("time: 19:00", "time: \"19:00\"");
        row("version: 1.10", "version: \"1.10\"");
        row("answer: yes # c", "answer: \"yes\" # c");
        row("zip: 0123", "zip: \"0123\"");
        row("count: 1,234", "count: \"1,234\"");
        row("title: C# meetup #12", "title: \"C# meetup #12\"");
        row("title: Meetup: C++", "title: \"Meetup: C++\"");
        row("title: Meetup: \"C++\"", "title: 'Meetup: \"C++\"'");
        row("handle: @me", "handle: \"@me\"");
        row("share: %50", "share: \"%50\"");
        row("name: :symbol", "name: \":symbol\"");
        row("note:missing", "note: missing");
        row("\tkey: x", "  key: x");
        row("list: [yes, 19:00x]", "list: [\"yes\", 19:00x]");
    }

    void surprise_isNamedAndQuotedAway()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, mended);
        const std::string before = line.startsWith('\t') ? "---\na:\n" : "---\na: 1\n";
        const std::string text = before + line.toStdString() + "\n---\nBody\n";
        const std::vector<FrontMatterFinding> found = lintFrontMatter(text);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].diagnostic.line, 3);
        QVERIFY(!found[0].diagnostic.text.empty());
        QVERIFY(found[0].fix.has_value());
        const std::string after = applied(text, *found[0].fix);
        QCOMPARE(QByteArray::fromStdString(after), QByteArray::fromStdString(before) + mended + "\n---\nBody\n");
        QVERIFY(lintFrontMatter(after).empty());
    }

    void ordinaryValues_areLeftAlone()
    {
        QVERIFY(lintFrontMatter("---\ntitle: A # comment\nn: 12\nf: 1.5\nb: true\nd: 2017-06-19\nq: \"19:00\"\n---\n")
                    .empty());
        QVERIFY(lintFrontMatter("no front matter: yes").empty());
        QVERIFY(lintFrontMatter("---\nplace:\n  lat: 48.20\n  lng: -16.370\nlongitude: 1.0\n---\n").empty());
    }

    void keyThatStandsTwice_isReportedWhereItHasNoEffect()
    {
        const std::vector<FrontMatterFinding> found = lintFrontMatter("---\na: x\nb: z\na: y\n---\n");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].diagnostic.line, 2);
        QVERIFY(!found[0].fix);
    }
};

QTEST_GUILESS_MAIN(TestFrontMatterLint)
#include "tst_frontmatterlint.moc"
