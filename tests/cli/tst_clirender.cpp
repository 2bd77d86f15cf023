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
                                 << QStringLiteral("samples/none.md: no such file");
        QTest::newRow("folder") << QStringLiteral("samples") << QStringLiteral("samples: it is a folder");
        QTest::newRow("device") << QStringLiteral("/dev/null") << QStringLiteral("/dev/null: it is not a regular file");
    }

    void whatIsNoPost_givesAMessageAndNoPage()
    {
        QFETCH(QString, path);
        QFETCH(QString, message);
        const Outcome outcome = galleyCli({QStringLiteral("render"), path});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.messages.contains(message), qPrintable(outcome.messages));
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
