// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using galley::test::galleyCli;
using galley::test::Outcome;

class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void help_namesEveryCommand()
    {
        const Outcome outcome = galleyCli({QStringLiteral("--help")});
        QCOMPARE(outcome.exitCode, 0);
        for (const char* command : {"render", "build", "check", "new"})
            QVERIFY2(outcome.out.contains(command), command);
    }

    void version_isTheProjects()
    {
        const Outcome outcome = galleyCli({QStringLiteral("--version")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.startsWith("galley-cli "));
    }

    void wrongUsage_answersTwo_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString();
        QTest::newRow("unknown command") << QStringLiteral("publish x");
        QTest::newRow("unknown option") << QStringLiteral("render --loud samples/writeup.md");
        QTest::newRow("option without value") << QStringLiteral("render samples/writeup.md -o");
        QTest::newRow("switch with value") << QStringLiteral("render --standalone=yes samples/writeup.md");
        QTest::newRow("two posts") << QStringLiteral("render samples/writeup.md samples/writeup.md");
        QTest::newRow("no post") << QStringLiteral("render");
        QTest::newRow("build to nowhere") << QStringLiteral("build samples");
        QTest::newRow("no number") << QStringLiteral("build samples -o /tmp/x --jobs many");
        QTest::newRow("no time") << QStringLiteral("build samples -o /tmp/x --time teatime");
        QTest::newRow("no title") << QStringLiteral("new samples");
        QTest::newRow("no day") << QStringLiteral("new samples --title A --date 2024-02-30");
    }

    void wrongUsage_answersTwo()
    {
        QFETCH(QString, line);
        const Outcome outcome = galleyCli(line.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!outcome.messages.isEmpty());
    }

    void newPost_liesInTheAuthorsFolderUnderItsDateAndSlug()
    {
        const QTemporaryDir site;
        QVERIFY(QDir(site.path()).mkpath(QStringLiteral("_posts/nvola")));
        QFile earlier(site.filePath(QStringLiteral("_posts/nvola/2017-01-01-a.markdown")));
        QVERIFY(earlier.open(QIODevice::WriteOnly) && earlier.write("---\nauthor: nvola\n---\nx\n") > 0);
        earlier.close();
        const QStringList line{QStringLiteral("new"),      site.path(),
                               QStringLiteral("--title"),  QStringLiteral("My \"first\" Meetup: C++"),
                               QStringLiteral("--author"), QStringLiteral("stacy"),
                               QStringLiteral("--date"),   QStringLiteral("2017-06-19")};
        const Outcome outcome = galleyCli(line);
        QCOMPARE(outcome.exitCode, 0);
        const QString path = site.filePath(QStringLiteral("_posts/stacy/2017-06-19-my-first-meetup-c.markdown"));
        QCOMPARE(QString::fromUtf8(outcome.out).trimmed(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("---\nlayout: post\nauthor: stacy\n"
                                            "title: 'My \"first\" Meetup: C++'\n---\n\n"));
        QCOMPARE(galleyCli({QStringLiteral("render"), path}).exitCode, 0);

        // A second one of that name never replaces the first.
        const Outcome again = galleyCli(line);
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.messages.contains(path), qPrintable(again.messages));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
