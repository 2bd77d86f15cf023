// SPDX-License-Identifier: MIT
#include "pagemaker.h"
#include "previewprobe.h"

using namespace galley;
using test::makePage;
using test::PreviewProbe;

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_isShownInTheSafeLevel()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>one</p>", "<h2 id=\"b\">two</h2>"})));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('article').innerText")).toString(),
                 QStringLiteral("one\n\ntwo"));
        QCOMPARE(probe.ask(QStringLiteral("document.title")).toString(), QStringLiteral("t"));
        QCOMPARE(probe.ask(QStringLiteral("document.compatMode")).toString(), QStringLiteral("CSS1Compat"));
        QCOMPARE(probe.ask(QStringLiteral("document.documentElement.lang")).toString(), QStringLiteral("en"));
    }

    void changedBlock_isPatchedAndTheOthersKeepTheirIdentity()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>one</p>", "<p>two</p>", "<p>three</p>"})));
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        probe.ask(QStringLiteral("globalThis.kept = [...document.querySelectorAll('p')]; 0"));
        QVERIFY(probe.show(makePage({"<p>one</p>", "<p>two, longer</p>", "<p>three</p>"})));
        QCOMPARE(probe.ask(QStringLiteral("[...document.querySelectorAll('p')].map((p, i) => p === kept[i]).join()"))
                     .toString(),
                 QStringLiteral("true,true,true"));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('p')[1].textContent")).toString(),
                 QStringLiteral("two, longer"));
        QCOMPARE(opened.count(), 0);
    }

    void changedTitle_isMorphedWithoutALoad()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>one</p>"})));
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        probe.ask(QStringLiteral("globalThis.kept = document.querySelector('p'); 0"));
        test::Shell shell;
        shell.head.replace(shell.head.find("<title>t"), 8, "<title>new");
        QVERIFY(probe.show(makePage({"<p>one</p>"}, shell)));
        QCOMPARE(probe.ask(QStringLiteral("document.title")).toString(), QStringLiteral("new"));
        QVERIFY(probe.ask(QStringLiteral("kept === document.querySelector('p')")).toBool());
        QCOMPARE(opened.count(), 0);
    }

    void scriptOfThePage_doesNotRun()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage(
            {"<p>x</p><script>document.title='ran'</script>", "<p><img src=x onerror=\"document.title='ran'\"></p>"})));
        QTest::qWait(300);
        QCOMPARE(probe.ask(QStringLiteral("document.title")).toString(), QStringLiteral("t"));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('script,[onerror]').length")).toInt(), 0);
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreview>(argc, argv);
}
#include "tst_preview.moc"
