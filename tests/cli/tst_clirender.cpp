// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using galley::test::galleyCli;
using galley::test::Outcome;

namespace
{
const QString writeup = QStringLiteral("samples/writeup.md");

enum class Page { Shown, None };

/// `message` follows the file's name; empty: nothing is said at all.
void add(const char* file, int exitCode, Page page, const char* message, const char* inPage = "")
{
    QTest::newRow(file) << QString::fromLatin1(file) << exitCode << (page == Page::Shown) << QString::fromUtf8(message)
                        << QByteArray(inPage);
}
} // namespace

class TestCliRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writeup_hasTitleAuthorAndThreeParagraphs()
    {
        const Outcome outcome = galleyCli({QStringLiteral("render"), writeup});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.messages.isEmpty(), qPrintable(outcome.messages));
        QVERIFY(outcome.out.contains("Natasha"));
        QVERIFY(outcome.out.contains("nvola"));
        QVERIFY(outcome.out.count("<p>") >= 3);
    }

    void outputFile_holdsTheBytesOfStandardOutput()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("page.html"));
        const Outcome toFile = galleyCli({QStringLiteral("render"), writeup, QStringLiteral("-o"), path});
        QCOMPARE(toFile.exitCode, 0);
        QVERIFY(toFile.out.isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), galleyCli({QStringLiteral("render"), writeup}).out);
    }

    void environment_isTheOptionsElseTheVariablesElseDevelopment_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QStringList>("option");
        QTest::addColumn<QByteArray>("expected");
        const QStringList staging{QStringLiteral("--environment"), QStringLiteral("staging")};
        QTest::newRow("neither") << QString() << QStringList() << QByteArray("[development]");
        QTest::newRow("variable") << QStringLiteral("production") << QStringList() << QByteArray("[production]");
        QTest::newRow("empty variable") << QStringLiteral("") << QStringList() << QByteArray("[]");
        QTest::newRow("option") << QString() << staging << QByteArray("[staging]");
        QTest::newRow("both") << QStringLiteral("production") << staging << QByteArray("[staging]");
    }

    void environment_isTheOptionsElseTheVariablesElseDevelopment()
    {
        QFETCH(QString, variable);
        QFETCH(QStringList, option);
        QFETCH(QByteArray, expected);
        const QTemporaryDir site;
        for (const auto& [name, text] :
             {std::pair("_config.yml", "title: T\n"), std::pair("a.html", "---\n---\n[{{ jekyll.environment }}]")}) {
            QFile file(site.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        }
        const QStringList render{QStringLiteral("render"), site.filePath(QStringLiteral("a.html"))};
        QCOMPARE(galleyCli(render + option, ::geteuid(), variable).out, expected);
        const QString out = site.filePath(QStringLiteral("_site"));
        const QStringList build{QStringLiteral("build"), site.path(), QStringLiteral("-o"), out};
        QCOMPARE(galleyCli(build + option, ::geteuid(), variable).exitCode, 0);
        QFile page(out + QStringLiteral("/a.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QCOMPARE(page.readAll(), expected);
    }

    void fullDisk_isAnError()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("there is no /dev/full");
        const Outcome outcome =
            galleyCli({QStringLiteral("render"), writeup, QStringLiteral("-o"), QStringLiteral("/dev/full")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.messages.contains(QStringLiteral("/dev/full")), qPrintable(outcome.messages));
    }

    void brokenFile_isNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("hasPage");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("inPage");
        add("aliasbomb.md", 1, Page::Shown, ":10: error: ", "Nine aliases");
        add("badyaml.md", 1, Page::Shown, ":3: error: ", "never ends");
        add("binary.md", 1, Page::None, " can't be read as a post: it is a binary file");
        add("bom.md", 0, Page::Shown, "", "Marked");
        add("colon.md", 1, Page::Shown, ":3: error: ", "need quotes");
        add("crlf.md", 0, Page::Shown, "", "Windows");
        add("duplicatekeys.md", 0, Page::Shown, "", "Second");
        add("empty.md", 0, Page::Shown, "");
        add("invalidutf8.md", 1, Page::Shown, ":7:4: error: byte 0xE9", "in Latin-1");
        add("lonecr.md", 0, Page::Shown, ":5:10: warning: ", "Old Mac");
        add("longline.md", 0, Page::Shown, "", "Long line");
        add("missinginclude.md", 1, Page::Shown, ":5: error: ", "Include");
        add("notamapping.md", 1, Page::Shown, ":1: error: ", "keys and values");
        add("nul.md", 0, Page::Shown, ":5:12: warning: ", "and after it");
        add("runaway.md", 1, Page::Shown, ":5: error: The template was stopped", "Loop");
        add("tabs.md", 1, Page::Shown, ":4: error: ", "indent YAML");
        add("unclosed.md", 0, Page::Shown, ":1: warning: ", "no second line");
        add("unclosedtag.md", 1, Page::Shown, ":9: error: Liquid syntax error", "One line");
        add("unknownlayout.md", 0, Page::Shown, ":2: warning: Layout 'nosuchlayout'", "Still readable");
        add("unknowntag.md", 1, Page::Shown, ":7: error: ", "One line");
    }

    void brokenFile_isNamedWithItsLine()
    {
        QFETCH(QString, file);
        QFETCH(QString, message);
        QFETCH(bool, hasPage);
        QFETCH(QByteArray, inPage);
        const QString path = QStringLiteral("samples/broken/") + file;
        const Outcome outcome = galleyCli({QStringLiteral("render"), path});
        QTEST(outcome.exitCode, "exitCode");
        QCOMPARE(!outcome.out.isEmpty(), hasPage);
        QVERIFY2(outcome.out.contains(inPage), outcome.out.constData());
        if (message.isEmpty())
            QCOMPARE(outcome.messages, QString());
        else
            QVERIFY2(outcome.messages.contains(path + message), qPrintable(outcome.messages));
    }

    void everyBrokenSample_hasItsRow()
    {
        const QString folder = QString::fromStdString(galley::test::sourcePath("samples/broken").string());
        QFile source(QString::fromStdString(galley::test::sourcePath("tests/cli/tst_clirender.cpp").string()));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(source.readAll());
        for (const QString& name : QDir(folder).entryList(QDir::Files))
            QVERIFY2(text.contains(u"add(\"" + name + u"\""), qPrintable(name));
    }

    void whatIsNoPost_givesAMessageAndNoPage_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << QStringLiteral("samples/none.md")
                                 << QStringLiteral("error: Can't read samples/none.md: there is no such file\n");
        QTest::newRow("below a file") << QStringLiteral("run/none.md")
                                      << QStringLiteral("error: Can't read run/none.md: there is no such file\n");
        QTest::newRow("folder") << QStringLiteral("samples")
                                << QStringLiteral("error: Can't read samples: it is a folder\n");
        QTest::newRow("device") << QStringLiteral("/dev/null")
                                << QStringLiteral("error: Can't read /dev/null: it is not a regular file\n");
        QTest::newRow("binary") << QStringLiteral("samples/broken/binary.md")
                                << QStringLiteral("error: samples/broken/binary.md can't be read as a post: "
                                                  "it is a binary file, not text\n");
    }

    void whatIsNoPost_givesAMessageAndNoPage()
    {
        QFETCH(QString, path);
        QFETCH(QString, message);
        const Outcome outcome = galleyCli({QStringLiteral("render"), path});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(outcome.messages, message);
    }

    void fileWithoutPermission_isToldInOneSentence_data()
    {
        QTest::addColumn<QString>("line"); // FOLDER stands for the test's own
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* line, const char* message) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(message);
        };
        row("post", "render FOLDER/secret.md", "error: Can't read FOLDER/secret.md: you have no permission");
        row("post to check", "check FOLDER/secret.md", "error: Can't read FOLDER/secret.md: you have no permission");
        row("post below it", "render FOLDER/closed/a.md",
            "error: Can't read FOLDER/closed/a.md: you have no permission");
        row("page", "render samples/writeup.md -o FOLDER/page.html",
            "error: Can't write FOLDER/page.html: you have no permission");
        row("page in no folder", "render samples/writeup.md -o FOLDER/none/page.html",
            "error: Can't write FOLDER/none/page.html: there is no such folder");
        row("page over a folder", "render samples/writeup.md -o FOLDER", "error: Can't write FOLDER: it is a folder");
        row("new post", "new FOLDER/site --title Hello --date 2024-05-01",
            "error: Can't write FOLDER/site/_posts/2024-05-01-hello.md: you have no permission");
        row("site that is none", "render --site FOLDER/none samples/writeup.md",
            "error: There is no folder FOLDER/none");
        row("configuration", "check FOLDER/site",
            "FOLDER/site/_config.yml:1: error: Can't read it: you have no permission");
    }

    void fileWithoutPermission_isToldInOneSentence()
    {
        QFETCH(QString, line);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        const auto make = [&](const QString& name, QFile::Permissions permissions) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write("---\n---\nx\n") > 0 &&
                   file.setPermissions(permissions);
        };
        const auto open = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("site/_posts")) &&
                QDir(folder.path()).mkdir(QStringLiteral("closed")));
        QVERIFY(make(QStringLiteral("secret.md"), {}) && make(QStringLiteral("site/2024-01-01-a.md"), open) &&
                make(QStringLiteral("site/_config.yml"), {}));
        const auto passable = open | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        for (const char* name : {"", "site", "site/_posts"})
            QVERIFY(QFile::setPermissions(folder.filePath(QLatin1String(name)), passable));
        QVERIFY(QFile::setPermissions(folder.filePath(QStringLiteral("closed")), {}));
        const QString text = line.replace(QStringLiteral("FOLDER"), folder.path());
        const Outcome outcome = galleyCli(text.split(u' '), ::geteuid() == 0 ? galley::test::nobody : ::geteuid());
        QFile::setPermissions(folder.path(), passable | QFile::WriteOwner);
        QFile::setPermissions(folder.filePath(QStringLiteral("site/_posts")), passable | QFile::WriteOwner);
        QFile::setPermissions(folder.filePath(QStringLiteral("closed")), passable | QFile::WriteOwner);
        if (outcome.exitCode == 126)
            QSKIP("root's rights can not be given up here");
        QCOMPARE(outcome.exitCode, 1);
        const QString wanted = message.replace(QStringLiteral("FOLDER"), folder.path());
        QVERIFY2(outcome.messages.split(u'\n').contains(wanted), qPrintable(outcome.messages));
    }

    void postInAnotherEncoding_isToldInOneSentence()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.md")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\xFF\xFE-\0-\0", 6) == 6);
        file.close();
        for (const char* command : {"render", "check"}) {
            const Outcome outcome = galleyCli({QString::fromLatin1(command), file.fileName()});
            QCOMPARE(outcome.exitCode, 1);
            QCOMPARE(outcome.messages, u"error: " + file.fileName() +
                                           u" can't be read as a post: it is UTF-16 text; Jekyll reads UTF-8 only\n");
        }
    }

    void closedStandardOutput_isTold()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("there is no /dev/full");
        QProcess process;
        process.setWorkingDirectory(QString::fromStdString(galley::test::sourcePath("").string()));
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(GALLEY_CLI), {QStringLiteral("render"), writeup});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardError(), QByteArray("error: Can't write standard output: the disk is full\n"));
    }

    void fileOver64Megabytes_isRefusedWithTheNumber()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("big.md")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize((64 << 20) + 1));
        file.close();
        const Outcome outcome = galleyCli({QStringLiteral("render"), file.fileName()});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.messages.contains(QStringLiteral("67108865")), qPrintable(outcome.messages));
    }
};

QTEST_GUILESS_MAIN(TestCliRender)
#include "tst_clirender.moc"
