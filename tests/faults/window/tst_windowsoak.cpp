// SPDX-License-Identifier: MIT
// Long work in the real window: its render process is killed again and again; hours of typing take no more memory.
#include "faultpost.h"
#include "faulttable.h"
#include "windowprobe.h"

#include <QElapsedTimer>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <memory>
#include <unistd.h>

using namespace galley;
using namespace galley::test;
using namespace galley::faults;

namespace
{
/// Resident bytes of this process.
double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double pages = 0;
    file >> pages >> pages;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void typeAtEnd(WindowProbe& probe, const QString& words)
{
    probe.pane()->moveCursor(QTextCursor::End);
    QTest::keyClicks(probe.pane(), words);
}

/// Asks again and again: a question that a render process took with it is never answered.
bool comesBack(WindowProbe& probe, const QString& word)
{
    auto found = std::make_shared<bool>(false);
    return QTest::qWaitFor(
        [&] {
            probe.window.preview().ask(
                QStringLiteral("document.body ? document.body.innerText : ''"),
                [found, word](const QVariant& text) { *found = *found || text.toString().contains(word); });
            QTest::qWait(50);
            return *found;
        },
        20'000);
}
} // namespace

class tst_WindowSoak final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedRenderProcess_comesBackAndNoCharacterIsLost()
    {
        FaultLine line("render process killed every 5 s");
        WindowProbe probe("---\ntitle: Killed\n---\n\nbegin\n");
        QVERIFY(probe.previewShows(QStringLiteral("begin")));
        QString typed = probe.text();
        qint64 quickest = 1'000'000;
        const int kills = counted(4, 12);
        for (int kill = 1; kill <= kills; ++kill) {
            QElapsedTimer cycle;
            cycle.start();
            ::kill(static_cast<pid_t>(probe.window.preview().view()->page()->renderProcessPid()), SIGKILL);
            const QString word = QStringLiteral("word%1 ").arg(kill);
            typeAtEnd(probe, word);
            typed += word;
            const bool back = comesBack(probe, word.trimmed());
            quickest = std::min(quickest, back ? cycle.elapsed() : quickest);
            line.count(!back, "the preview did not come back");
            line.count(probe.text() != typed, "characters are missing");
            while (cycle.elapsed() < 5000) {
                typeAtEnd(probe, QStringLiteral("x"));
                typed += u'x';
                QTest::qWait(50);
            }
        }
        std::printf("preview back after %lld ms (the quickest of %d)\n", static_cast<long long>(quickest), kills);
        QCOMPARE(line.losses(), 0);
        QVERIFY(quickest <= 2000);
    }

    void typingSavingAndSwitchingPosts_takesNoMoreMemory()
    {
        FaultLine line("soak: typing, saving, switching posts");
        WindowProbe probe("# One\n\n" + QByteArray(4000, 'a').replace("aaaaaaaa", "words a ") + "\n");
        const QString second = probe.folder.filePath(QStringLiteral("second.md"));
        writeFile(second, "# Two\n\ntext\n");
        QVERIFY(probe.open(second));
        const int rounds = counted(60, 600);
        double settled = 0;
        for (int round = 0; round < rounds; ++round) {
            probe.window.documents().showNext(1);
            typeAtEnd(probe, QStringLiteral("w%1 ").arg(round));
            QTest::qWait(60);
            for (int key = 0; key < 4; ++key)
                QTest::keyClick(probe.pane(), Qt::Key_Backspace);
            probe.action(Act::Save)->trigger();
            const bool saved = QTest::qWaitFor([&] { return !probe.window.post().isModified(); }, 10000);
            line.count(!saved || readBytes(probe.window.post().path()) != probe.text().toUtf8(),
                       "the file is not what was typed");
            if (round == rounds / 3) // caches are full, pools are grown
                settled = residentBytes();
        }
        const double drift = residentBytes() / settled - 1.0;
        std::printf("memory: %.0f MB, drift %.1f %%\n", residentBytes() / 1e6, drift * 100);
        line.count(drift >= 0.10, "memory grew by " + std::to_string(drift * 100) + " %");
        QCOMPARE(line.losses(), 0);
    }
};

int main(int argc, char** argv)
{
    return windowMain<tst_WindowSoak>(argc, argv);
}
#include "tst_windowsoak.moc"
