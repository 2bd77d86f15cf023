// SPDX-License-Identifier: MIT
#include "faultpost.h"
#include "faulttable.h"
#include "keep/filestate.h"
#include "temporaryfolder.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <chrono>

using namespace galley;
using namespace galley::faults;

namespace
{
constexpr long long mostLostMs = 500; ///< the promise

long long monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string text()
{
    return version(1).substr(0, 20'000);
}

struct Run {
    TemporaryFolder folder;
    std::filesystem::path post = folder.write("post.md", text());

    void start(QProcess& process, QStringList arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(name), QString::fromStdString(folder.path().string()));
        process.setProcessEnvironment(environment);
        arguments.insert(1, QString::fromStdString((folder / "state").string()));
        process.start(QStringLiteral(GALLEY_WINDOW_TYPIST), arguments);
    }

    /// Kills the window some time after the first key; the whole lines it had printed.
    QList<QByteArray> typeAndKill(unsigned seed, int killAfterMs, long long& killedAt) const
    {
        QProcess process;
        start(process, {QStringLiteral("type"), QString::fromStdString(post.string()), QString::number(seed)});
        if (!process.waitForReadyRead(60'000))
            return {};
        QTest::qSleep(killAfterMs);
        killedAt = monotonicMs();
        process.kill();
        process.waitForFinished();
        const QByteArray output = process.readAllStandardOutput();
        QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
        lines.removeLast();
        return lines;
    }

    QByteArray recovered() const
    {
        QProcess process;
        start(process, {QStringLiteral("recover")});
        process.waitForFinished(90'000);
        return process.readAllStandardOutput();
    }
};

/// "" when everything typed up to half a second before the kill is there again.
std::string loss(const Run& run, unsigned seed, int killAfterMs)
{
    long long killedAt = 0;
    const QList<QByteArray> lines = run.typeAndKill(seed, killAfterMs, killedAt);
    if (lines.isEmpty() || !lines.last().contains(' ') || !lines.last()[0] || lines.last().startsWith("the"))
        return "the window did not type: " + (lines.isEmpty() ? std::string("no word") : lines.last().toStdString());
    if (bytesOf(run.post) != text())
        return "the file was touched";
    int owed = 0;
    for (const QByteArray& line : lines)
        owed = line.split(' ')[1].toLongLong() <= killedAt - mostLostMs ? line.split(' ')[0].toInt() : owed;
    const int typed = lines.last().split(' ')[0].toInt();
    const QByteArray answer = run.recovered();
    if (!answer.startsWith("back\n"))
        return "the next start said: " + answer.left(40).toStdString() + ", owed " + std::to_string(owed) + " keys";
    const std::string found = answer.mid(5).toStdString();
    Typist typist(text(), seed);
    for (int key = 0; key <= typed + 1; ++key, typist.typeKey()) {
        if (typist.text() == found)
            return key >= owed ? "" : std::to_string(owed - key) + " keys older than half a second are gone";
    }
    return "the recovered text was never typed";
}
} // namespace

class TestWindowKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowKilledWhileTyping_losesHalfASecondAtMost()
    {
        FaultLine line("the real window, kill -9 while typing");
        std::mt19937 random(60263);
        for (unsigned seed = 0; seed < 5; ++seed) {
            const Run run;
            const std::string lost = loss(run, seed, 1500 + static_cast<int>(random() % 1500));
            line.count(!lost.empty(), lost);
        }
        QCOMPARE(line.losses(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWindowKill)
#include "tst_windowkill.moc"
