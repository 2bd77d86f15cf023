// SPDX-License-Identifier: MIT
#include "faultpost.h"
#include "faulttable.h"
#include "keep/recovery.h"
#include "temporaryfolder.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <chrono>
#include <memory>

using namespace galley;
using namespace galley::faults;
namespace fs = std::filesystem;

namespace
{
constexpr long long mostLostMs = 500; ///< the promise
constexpr int sideBySide = 5;

long long monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

struct Victim {
    TemporaryFolder folder;
    fs::path post = folder.write("post.md", version(5));
    fs::path state = folder / "state";
    QProcess process;

    void start(QStringList arguments)
    {
        arguments.insert(1, QString::fromStdString(state.string()));
        arguments.insert(2, QString::fromStdString(post.string()));
        process.start(QStringLiteral(GALLEY_FAULT_WRITER), arguments);
    }

    /// Kills it and gives the whole lines it had printed.
    QList<QByteArray> kill()
    {
        process.kill();
        process.waitForFinished();
        const QByteArray output = process.readAllStandardOutput();
        QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
        lines.removeLast();
        return lines;
    }
};

/// "" when everything typed up to half a second before the kill is there again.
std::string lossWhileTyping(Victim& victim, unsigned seed, long long killedAt, const QList<QByteArray>& lines)
{
    if (bytesOf(victim.post) != version(5))
        return "the file was touched";
    int owed = 0;
    int typed = 0;
    for (const QByteArray& line : lines) {
        const QList<QByteArray> fields = line.split(' ');
        typed = fields[0].toInt();
        owed = fields[1].toLongLong() <= killedAt - mostLostMs ? typed : owed;
    }
    const Recovery found = findUnsavedPosts(victim.state);
    if (found.posts.size() > 1 || (found.posts.empty() && owed > 0))
        return std::to_string(found.posts.size()) + " journals, owed " + std::to_string(owed) + " keys";
    if (found.posts.empty())
        return "";
    Typist typist(version(5), seed);
    for (int key = 0; key <= typed + 1; ++key, typist.typeKey()) {
        if (typist.text() == found.posts[0].contents.text)
            return key >= owed ? "" : std::to_string(owed - key) + " keys older than half a second are gone";
    }
    return "the recovered text was never typed";
}

std::string lossWhileSaving(Victim& victim, const QList<QByteArray>& lines)
{
    int started = 0;
    int saved = 0;
    for (const QByteArray& line : lines)
        (line.startsWith("start") ? started : saved) = line.mid(6).toInt();
    const std::string disk = bytesOf(victim.post);
    const bool isOld = disk == (saved > 0 ? version(saved) : version(5));
    const bool isNew = disk == version(started) || disk == version(started + 1);
    if (!isOld && !isNew)
        return "the file is neither the old nor the new one (" + std::to_string(disk.size()) + " bytes)";
    const Recovery found = findUnsavedPosts(victim.state);
    for (const RecoverablePost& post : found.posts) {
        if (post.contents.text != version(started) && post.contents.text != version(started + 1))
            return "the recovered text is another one";
    }
    const std::string names = namesIn(victim.folder.path());
    if (names != "post.md state " && names != "post.md ") // killed before it made the state folder
        return "strays: " + names;
    return "";
}
} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileTyping_losesHalfASecondAtMost()
    {
        FaultLine line("kill -9 while typing 20 keys/s");
        std::mt19937 random(60261);
        const int runs = counted(30, 200);
        for (int run = 0; run < runs; run += sideBySide) {
            std::vector<std::unique_ptr<Victim>> victims;
            for (int i = 0; i < sideBySide; ++i) {
                victims.push_back(std::make_unique<Victim>());
                victims.back()->start({QStringLiteral("type"), QString::number(run + i)});
            }
            for (int i = 0; i < sideBySide; ++i) {
                Victim& victim = *victims[static_cast<std::size_t>(i)];
                QVERIFY(victim.process.waitForReadyRead());
                QTest::qSleep(static_cast<int>(random() % 500));
                const long long killedAt = monotonicMs();
                const QList<QByteArray> lines = victim.kill();
                const std::string loss = lossWhileTyping(victim, static_cast<unsigned>(run + i), killedAt, lines);
                line.count(!loss.empty(), loss);
            }
        }
        QCOMPARE(line.losses(), 0);
    }

    void killedWhileSaving_leavesTheOldOrTheNewFile()
    {
        FaultLine line("kill -9 while saving");
        std::mt19937 random(60262);
        const int runs = counted(60, 300);
        for (int run = 0; run < runs; ++run) {
            Victim victim;
            victim.start({QStringLiteral("save")});
            QVERIFY(victim.process.waitForReadyRead());
            QTest::qSleep(static_cast<int>(random() % 60));
            const std::string loss = lossWhileSaving(victim, victim.kill());
            line.count(!loss.empty(), loss);
        }
        QCOMPARE(line.losses(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
