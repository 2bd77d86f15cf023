// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using galley::test::galleyCli;
using galley::test::Outcome;

namespace
{
QStringList all(const QString& pattern, const QString& text)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

QString helpOf(const QString& command)
{
    return QString::fromUtf8(galleyCli({command, QStringLiteral("--help")}).out);
}

/// Each option stands in a line of its own, with the name of its value where it takes one.
QStringList optionLines(const QString& command)
{
    return all(QStringLiteral("^  (--?[a-z-]+( [A-Z][^ ]*)?)   "), helpOf(command));
}

QStringList commandNames()
{
    const Outcome outcome = galleyCli({QStringLiteral("--help")});
    QStringList names = all(QStringLiteral("^galley-cli ([a-z]+) [A-Z|]+( |$)"), QString::fromUtf8(outcome.out));
    names.removeAll(QStringLiteral("help"));
    return names;
}

void addCommands()
{
    QTest::addColumn<QString>("command");
    for (const QString& command : commandNames())
        QTest::newRow(qPrintable(command)) << command;
}
} // namespace

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

    void everyCommand_isExplained_data() { addCommands(); }

    void everyCommand_isExplained()
    {
        QFETCH(QString, command);
        const QString overview = QString::fromUtf8(galleyCli({QStringLiteral("--help")}).out);
        const QString text = helpOf(command);
        const QString synopsis = text.left(text.indexOf(QStringLiteral("\n\n")));
        QVERIFY2(synopsis.startsWith(u"galley-cli " + command + u' '), qPrintable(text));
        QVERIFY2(overview.contains(synopsis), qPrintable(synopsis));
        const QString help = QStringLiteral("--help");
        const QList<QStringList> lines{{command, help},
                                       {command, QStringLiteral("-h")},
                                       {QStringLiteral("help"), command},
                                       {command, QStringLiteral("samples"), help},
                                       {command, help, QStringLiteral("--unheard-of")}};
        for (const QStringList& line : lines) {
            const Outcome outcome = galleyCli(line);
            QCOMPARE(outcome.exitCode, 0);
            QCOMPARE(QString::fromUtf8(outcome.out), text);
            QVERIFY2(outcome.messages.isEmpty(), qPrintable(outcome.messages));
        }
    }

    void everyOptionInTheHelp_isTheParsers_data() { addCommands(); }

    void everyOptionInTheHelp_isTheParsers()
    {
        QFETCH(QString, command);
        const QString text = helpOf(command);
        const QStringList options = optionLines(command);
        QVERIFY2(options.size() >= 4 && options.contains(QStringLiteral("--help")), qPrintable(text));
        const QString synopsis = text.left(text.indexOf(QStringLiteral("\n\n")));
        for (const QString& option : options) {
            if (option == QStringLiteral("--help"))
                continue;
            QVERIFY2(synopsis.contains(option), qPrintable(option));
            const QString name = option.section(u' ', 0, 0);
            const bool hasValue = option.contains(u' ');
            const Outcome outcome = galleyCli({command, hasValue ? name : name + QStringLiteral("=x")});
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY2(outcome.messages.contains(name + (hasValue ? u" wants a value" : u" takes no value")),
                     qPrintable(outcome.messages));
        }
        for (const QString& word : all(QStringLiteral("(--?[a-z]+)"), synopsis.section(u' ', 2)))
            QVERIFY2(options.filter(QRegularExpression(u'^' + word + u"( |$)")).size() == 1, qPrintable(word));
    }

    void manualPage_namesTheOptionsOfEachCommand_data() { addCommands(); }

    void manualPage_namesTheOptionsOfEachCommand()
    {
        QFETCH(QString, command);
        QFile page(QString::fromStdString(galley::test::sourcePath("resources/galley-cli.1").string()));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll()).replace(QStringLiteral("\\-"), QStringLiteral("-"));
        const QString from = text.section(QStringLiteral(".SS ") + command + u'\n', 1, 1);
        const QString section = from.left(
            from.indexOf(QRegularExpression(QStringLiteral("^\\.S[SH] "), QRegularExpression::MultilineOption)));
        QStringList inPage = all(QStringLiteral("^\\.TP\n\\.B[IR]* (--?[a-z]+)"), section);
        QStringList inHelp;
        for (const QString& option : optionLines(command).mid(0, optionLines(command).size() - 1))
            inHelp << option.section(u' ', 0, 0);
        inPage.sort();
        inHelp.sort();
        QCOMPARE(inPage, inHelp);
    }

    void helpOfWhatIsNoCommand_isWrongUsage()
    {
        for (const QString& line : {QStringLiteral("help publish"), QStringLiteral("help build site")}) {
            const Outcome outcome = galleyCli(line.split(u' '));
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY(outcome.out.isEmpty());
        }
    }

    void wordsThatLookLikeHelp_areValuesAndFiles()
    {
        const Outcome value = galleyCli(
            {QStringLiteral("build"), QStringLiteral("/nowhere"), QStringLiteral("-o"), QStringLiteral("--help")});
        QCOMPARE(value.exitCode, 1);
        const Outcome file = galleyCli({QStringLiteral("render"), QStringLiteral("--"), QStringLiteral("--help")});
        QCOMPARE(file.exitCode, 1);
        QCOMPARE(file.messages, QStringLiteral("error: Can't read --help: there is no such file\n"));
    }

    void wrongUsage_pointsToTheCommandsHelp()
    {
        const Outcome outcome = galleyCli({QStringLiteral("check"), QStringLiteral("--loud")});
        QCOMPARE(outcome.messages, QStringLiteral("galley-cli: Unknown option --loud\nTry galley-cli check --help\n"));
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

    void newPost_isDatedByTheSitesClock()
    {
        const QTemporaryDir site;
        QVERIFY(QDir(site.path()).mkpath(QStringLiteral("_posts")));
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(site.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write("_posts/2017-01-01-a.md", "---\ntitle: A\ndate: 2017-01-01 10:00:00 +1400\n---\nx\n"));
        // Between these two it is never the same day.
        for (const char* zone : {"Pacific/Kiritimati", "Etc/GMT+12"}) {
            QVERIFY(write("_config.yml", QByteArray("timezone: ") + zone + "\n"));
            const QDateTime before = QDateTime::currentDateTimeUtc();
            const Outcome outcome =
                galleyCli({QStringLiteral("new"), site.path(), QStringLiteral("--title"), QLatin1String(zone)});
            QCOMPARE(outcome.exitCode, 0);
            QFile file(QString::fromUtf8(outcome.out).trimmed());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const qsizetype at = text.indexOf("date: ") + 6;
            const QString written = QString::fromLatin1(text.mid(at, 25)); // 2017-01-01 10:00:00 +1400
            const QDateTime moment = QDateTime::fromString(
                written.left(19).replace(u' ', u'T') + written.mid(20, 3) + u':' + written.mid(23, 2), Qt::ISODate);
            QVERIFY2(moment.isValid(), text.constData());
            QVERIFY2(qAbs(moment.secsTo(before)) < 120, text.constData());
            QVERIFY2(QFileInfo(file).fileName().startsWith(written.left(10)), qPrintable(file.fileName()));
        }
    }

    void newPost_isWrittenAsTheSitesPostsAre()
    {
        const QTemporaryDir site;
        QVERIFY(QDir(site.path()).mkpath(QStringLiteral("_posts")));
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(site.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const auto made = [&](const QStringList& more) {
            QFile file(QString::fromUtf8(galleyCli(QStringList{QStringLiteral("new"), site.path(),
                                                               QStringLiteral("--date"), QStringLiteral("2020-05-01")} +
                                                   more)
                                             .out)
                           .trimmed());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QString title = QStringLiteral("--title");
        QVERIFY(write("_config.yml", "title: x\n"));
        QCOMPARE(made({title, QStringLiteral("Bare")}),
                 QByteArray("---\ntitle: \"Bare\"\ndate: 2020-05-01 00:00:00 +0000\n---\n\n")); // no layout is there
        QVERIFY(QFile::remove(site.filePath(QStringLiteral("_posts/2020-05-01-bare.md"))));
        QVERIFY(write("_posts/2017-01-01-a.md",
                      "---\nlayout: entry\ntitle: 'A'\nmood: good\ntags: [x]\nlang: en\n---\nx\n"));
        QVERIFY(write("_posts/2018-01-01-b.md",
                      "---\nlayout: entry\ntitle: 'B'\nmood: bad\ntags: [y]\nlang: en\n---\nx\n"));
        QCOMPARE(made({title, QStringLiteral("C")}),
                 QByteArray("---\nlayout: entry\ntitle: 'C'\ntags: []\nlang: en\n---\n\n"));
        QVERIFY(QFile::remove(site.filePath(QStringLiteral("_posts/2020-05-01-c.md"))));
        QCOMPARE(made({title, QStringLiteral("D"), QStringLiteral("--layout"), QStringLiteral("page")}),
                 QByteArray("---\nlayout: page\ntitle: 'D'\ntags: []\nlang: en\n---\n\n"));
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
        QCOMPARE(file.readAll(), QByteArray("---\nauthor: stacy\n"
                                            "title: 'My \"first\" Meetup: C++'\n---\n\n"));
        QCOMPARE(galleyCli({QStringLiteral("render"), path}).exitCode, 0);

        // What a terminal or a browser gave with its line feed is one line.
        const Outcome pasted =
            galleyCli({QStringLiteral("new"), site.path(), QStringLiteral("--title"), QStringLiteral("a\nb"),
                       QStringLiteral("--author"), QStringLiteral("stacy\n"), QStringLiteral("--layout"),
                       QStringLiteral("page\n"), QStringLiteral("--date"), QStringLiteral("2017-06-20")});
        QFile onlyLine(QString::fromUtf8(pasted.out).trimmed());
        QVERIFY(onlyLine.open(QIODevice::ReadOnly));
        QCOMPARE(onlyLine.readAll(), QByteArray("---\nauthor: stacy\ntitle: 'a b'\nlayout: page\n---\n\n"));

        // A second one of that name never replaces the first.
        const Outcome again = galleyCli(line);
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.messages.contains(path), qPrintable(again.messages));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
