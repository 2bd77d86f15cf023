// SPDX-License-Identifier: MIT
// From a key in the text to the page that shows it, in the real window, for posts of four lengths.
#include "../../gui/windowprobe.h"

using namespace galley;
using test::WindowProbe;

class BenchKeyToPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keystroke_untilThePatchIsApplied_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("3 kB") << 3'000;
        QTest::newRow("100 kB") << 100'000;
        QTest::newRow("1 MB") << 1'000'000;
        QTest::newRow("10 MB") << 10'000'000;
    }

    void keystroke_untilThePatchIsApplied()
    {
        QFETCH(int, size);
        const QByteArray paragraph = "We met in the library and *talked* about small services for an hour or so.\n\n";
        WindowProbe probe("---\nlayout: post\ntitle: T\n---\n" + paragraph.repeated(size / int(paragraph.size())));
        QSignalSpy applied(&probe.window.preview(), &PreviewPane::patchApplied);
        QVERIFY(applied.count() > 0 || applied.wait(120000));
        QVERIFY(QTest::qWaitFor([&] { return probe.settle(); }, 120000));
        probe.pane()->setFocus();
        probe.window.editor().goToLine(6, 2);
        QTest::qWait(500);
        QBENCHMARK
        {
            const auto before = applied.count();
            QTest::keyClick(probe.pane(), Qt::Key_X);
            QVERIFY(applied.count() > before || applied.wait(60000));
        }
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<BenchKeyToPatch>(argc, argv);
}
#include "tst_keytopatch.moc"
