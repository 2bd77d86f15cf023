// SPDX-License-Identifier: MIT
#include "faultpost.h"
#include "faulttable.h"
#include "keep/recovery.h"
#include "temporaryfolder.h"

#include <QProcess>
#include <QTest>

#include <cerrno>
#include <cstring>

using namespace galley;
using namespace galley::faults;
namespace fs = std::filesystem;

namespace
{
QString toQString(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

QByteArray run(const QStringList& arguments, const QString& failing = {})
{
    QProcess process;
    if (!failing.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(GALLEY_FAIL_SHIM));
        environment.insert(QStringLiteral("GALLEY_FAIL"), failing);
        process.setProcessEnvironment(environment);
    }
    process.start(QStringLiteral(GALLEY_FAULT_WRITER), arguments);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput();
}

struct Outcome {
    std::string loss;  ///< empty when nothing was lost in silence
    bool told = false; ///< the fault was seen by the person
    std::string message = {};
    bool journaled = false;
};

/// Told as saved: the file is the new one. Refused: the file is the old one, or the new one that could not be proved,
/// and the text is in the journal unless the journal's own failure was told.
Outcome withFailing(const QString& failing)
{
    const TemporaryFolder folder;
    const fs::path post = folder.write("post.md", version(5));
    const fs::path state = folder / "state";
    const QByteArray output = run({QStringLiteral("once"), toQString(state), toQString(post)}, failing);
    const QList<QByteArray> lines = output.split('\n');
    if (lines.size() < 3)
        return {"it died: " + output.toStdString()};
    const bool journaled = lines[0] == "journaled";
    const bool saved = lines[1] == "saved";
    const std::string disk = bytesOf(post);
    if (saved)
        return {disk == version(3) ? "" : "told as saved, but it is not", !journaled || lines[2] != "0 notes"};
    if (disk != version(5) && disk != version(3))
        return {"refused, and the file is broken"};
    if (lines[2].size() < 8)
        return {"refused without a word"};
    const Recovery found = findUnsavedPosts(state);
    const std::string kept = found.posts.empty() ? disk : found.posts[0].contents.text;
    const bool inJournal = kept == version(3) || (kept == version(2) && failing.contains(u":on"));
    return {inJournal || !journaled ? "" : "refused, and the text is not in the journal", true, lines[2].toStdString(),
            journaled};
}
} // namespace

class TestIoFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failingCalls_loseNothingInSilence()
    {
        FaultLine line("n-th write, fdatasync, rename, fsync fails");
        int told = 0;
        std::string messages;
        const auto tryOne = [&](const QString& failing) {
            const Outcome outcome = withFailing(failing);
            line.count(!outcome.loss.empty(), qPrintable(failing) + (": " + outcome.loss));
            told += outcome.told;
            messages += outcome.message + "\n";
        };
        for (const char* call : {"write", "fdatasync", "rename", "fsync"}) {
            for (const int error : {ENOSPC, EIO, EINTR}) {
                for (int at = 1; at <= 12; ++at)
                    tryOne(QStringLiteral("%1:%2:%3").arg(QLatin1String(call)).arg(at).arg(error));
            }
            for (const int error : {ENOSPC, EIO})
                tryOne(QStringLiteral("%1:1:%2:on").arg(QLatin1String(call)).arg(error));
        }
        QCOMPARE(line.runs(), 152);
        QCOMPARE(line.losses(), 0);
        QVERIFY2(told > 20, "the faults did not reach the program: is the shim loaded?");
        // Each step of the recipe was there to fail.
        for (const char* step : {"Can't write ", "Can't finish writing ", "Can't replace ", "Can't sync the folder "})
            QVERIFY2(messages.find(step) != std::string::npos, step);
    }

    /// A disk that fails while a folder is read: the program tells it and ends by itself.
    void folderThatFailsWhileItIsRead_isToldAndEndsNothing()
    {
        const TemporaryFolder folder;
        for (const char* inside : {"site/_posts", "site/_data/more", "site/_layouts", "site/_includes", "site/_sass",
                                   "site/pages/deep", "site/_things", "gems/gems/a-theme-1.0/_layouts",
                                   "gems/gems/a-theme-1.0/assets", "gems/specifications"})
            fs::create_directories(folder / inside);
        (void)folder.write("site/_config.yml", "title: t\ntheme: a-theme\ncollections: {things: {output: true}}\n");
        for (const char* name : {"site/_posts/2020-01-01-a.md", "site/pages/deep/b.md", "site/_data/c.yml",
                                 "site/_data/more/d.yml", "site/_layouts/e.html", "site/_includes/f.html",
                                 "site/_things/g.md", "gems/gems/a-theme-1.0/_layouts/h.html",
                                 "gems/gems/a-theme-1.0/assets/i.css"})
            (void)folder.write(name, "---\n---\nx\n");
        int told = 0, runs = 0;
        for (int at = 1; at <= 90; ++at) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(GALLEY_FAIL_SHIM));
            environment.insert(QStringLiteral("GALLEY_FAIL"), QStringLiteral("readdir:%1:%2").arg(at).arg(EIO));
            environment.insert(QStringLiteral("GEM_HOME"), toQString(folder / "gems"));
            environment.insert(QStringLiteral("XDG_STATE_HOME"), toQString(folder / "state"));
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(GALLEY_CLI), {QStringLiteral("build"), toQString(folder / "site"),
                                                       QStringLiteral("-o"), toQString(folder / "out")});
            QVERIFY(process.waitForFinished(60'000));
            const QByteArray said = process.readAllStandardError();
            QVERIFY2(process.exitStatus() == QProcess::NormalExit, qPrintable(QString::number(at)));
            QVERIFY2(process.exitCode() <= 1 && !said.contains("filesystem error"), said.constData());
            told += said.contains(std::strerror(EIO));
            ++runs;
        }
        QVERIFY2(told > 10, qPrintable(QString::number(told))); // the fault reached the program
        QCOMPARE(runs, 90);
    }

    void journalThatCannotBeSynced_isTold()
    {
        QVERIFY(!withFailing(QStringLiteral("fdatasync:1:%1:on").arg(EIO)).journaled);
        QVERIFY(withFailing(QStringLiteral("rename:1:%1:on").arg(EIO)).journaled);
    }

    void fullDisk_leavesTheOldFileAndTheText()
    {
        FaultLine line("full disk");
        int refused = 0;
        for (const QString& state : {QStringLiteral("elsewhere"), QStringLiteral("state")}) {
            for (const int free : {0, 4096, 20480}) {
                for (const int size : {5'000, 100'000, 8'000'000}) {
                    const TemporaryFolder folder;
                    fs::create_directory(folder / "disk");
                    const QByteArray answer = run({QStringLiteral("fulldisk"), toQString(folder / "disk"),
                                                   QString::number(free), QString::number(size), state});
                    if (answer.startsWith("skip"))
                        QSKIP(answer.constData());
                    line.count(!answer.startsWith("ok"), answer.toStdString());
                    refused += answer.startsWith("ok refused");
                }
            }
        }
        QCOMPARE(line.losses(), 0);
        QVERIFY(refused >= 12);
    }

    void readOnlyFolder_isAskedAbout()
    {
        FaultLine line("read-only folder");
        const TemporaryFolder folder;
        fs::permissions(folder.path(), fs::perms::all);
        fs::create_directory(folder / "posts");
        fs::permissions(folder / "posts", fs::perms::all);
        const QByteArray answer = run({QStringLiteral("readonly"), toQString(folder / "posts")});
        if (answer.startsWith("skip"))
            QSKIP(answer.constData());
        line.count(!answer.startsWith("ok"), answer.toStdString());
        QCOMPARE(line.losses(), 0);
    }
};

QTEST_GUILESS_MAIN(TestIoFaults)
#include "tst_iofaults.moc"
