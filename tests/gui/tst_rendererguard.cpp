// SPDX-License-Identifier: MIT
// A renderer that is dead or deaf: how long it is waited for, how often it is given another try, and what stays
// untouched.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "windowprobe.h"
#endif

#include <QElapsedTimer>
#include <QPushButton>
#include <QWebEnginePage>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>

using namespace galley;
using test::WindowProbe;

namespace
{

class GuardProbe : public WindowProbe
{
public:
    using WindowProbe::WindowProbe;

    QWebEnginePage* page() { return window.preview().view()->page(); }

    /// The renderer answers nothing from now on.
    void makeDeaf()
    {
        window.preview().ask(QStringLiteral("for (;;) {}"), [](const QVariant&) {});
    }

    QPushButton* again()
    {
        for (QPushButton* button : window.preview().findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Show it again"))
                return button;
        }
        return nullptr;
    }

    bool answersIn(int milliseconds)
    {
        QElapsedTimer waited;
        waited.start();
        while (!answers()) {
            if (waited.elapsed() > milliseconds)
                return false;
        }
        return true;
    }

    bool answers()
    {
        auto heard = std::make_shared<bool>(false);
        window.preview().ask(QStringLiteral("document.body.innerText"), [heard](const QVariant& text) {
            *heard = text.toString().contains(QLatin1String("words"));
        });
        return QTest::qWaitFor([&] { return *heard; }, 1000);
    }
};

constexpr int patience = 2000; // ms, of an idle renderer
constexpr int slack = 15000;   // ms, for a machine that others use too; the long patience is twice as much

} // namespace

class TestRendererGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deafRenderer_isKilledAfterTwoSecondsAndNoSooner()
    {
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QTest::qWait(1200); // a ping has been answered
        QSignalSpy died(probe.page(), &QWebEnginePage::renderProcessTerminated);
        QElapsedTimer deaf;
        deaf.start();
        probe.makeDeaf();
        QVERIFY(died.wait(slack));
        QVERIFY2(deaf.elapsed() >= patience, qPrintable(QString::number(deaf.elapsed())));
        QVERIFY(probe.answersIn(slack));
    }

    void sliceThatTakesSixSeconds_isWaitedFor()
    {
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QSignalSpy died(probe.page(), &QWebEnginePage::renderProcessTerminated);
        probe.ask(
            QStringLiteral("(() => { const take = galley.take; galley.take = (...order) => { galley.take = take;"
                           "const end = Date.now() + 6000; while (Date.now() < end); return take(...order) } })(); 0"));
        QElapsedTimer slow;
        slow.start();
        QTest::keyClicks(probe.pane(), QStringLiteral("typed "));
        QVERIFY(probe.previewShows(QStringLiteral("typed some words")));
        QVERIFY(slow.elapsed() >= 5500);
        QTest::qWait(patience + 1000);
        QCOMPARE(died.count(), 0);
    }

    void sliceThatNeverEnds_isGivenUpAfterHalfAMinute()
    {
        if (!qEnvironmentVariableIsSet("GALLEY_LONG"))
            QSKIP("takes half a minute; ./check --long runs it");
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QSignalSpy died(probe.page(), &QWebEnginePage::renderProcessTerminated);
        probe.ask(QStringLiteral("galley.take = () => { for (;;); }; 0"));
        QElapsedTimer deaf;
        deaf.start();
        QTest::keyClicks(probe.pane(), QStringLiteral("typed "));
        QVERIFY(died.wait(30000 + slack));
        QVERIFY2(deaf.elapsed() >= 29000, qPrintable(QString::number(deaf.elapsed())));
        QVERIFY(probe.previewShows(QStringLiteral("typed some words")));
    }

    // What a load may bring after a crash: it is reported as finished while the document is still another one.
    void documentThatNobodyFed_isFedWithoutAnotherLoad()
    {
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QSignalSpy opened(&probe.window.preview(), &PreviewPane::pageOpened);
        probe.ask(QStringLiteral("document.body.replaceChildren(); galley.document = 0"));
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QTest::keyClicks(probe.pane(), QStringLiteral("typed "));
        QVERIFY(probe.previewShows(QStringLiteral("typed some words")));
        QCOMPARE(opened.count(), 0);
    }

    // As Qt 6.4 at times forgets a page's scripts when its renderer dies.
    void pageThatComesWithoutTheScript_isGivenItWithoutAnotherLoad()
    {
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QSignalSpy opened(&probe.window.preview(), &PreviewPane::pageOpened);
        QSignalSpy died(probe.page(), &QWebEnginePage::renderProcessTerminated);
        probe.page()->scripts().clear();
        probe.makeDeaf();
        QVERIFY(died.wait(slack));
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QTest::keyClicks(probe.pane(), QStringLiteral("typed "));
        QVERIFY(probe.previewShows(QStringLiteral("typed some words")));
        QCOMPARE(opened.count(), 1);
    }

    void documentThatDoesNotTakeTheScript_isLoadedByAnotherRenderer()
    {
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QSignalSpy opened(&probe.window.preview(), &PreviewPane::pageOpened);
        QSignalSpy died(probe.page(), &QWebEnginePage::renderProcessTerminated);
        probe.ask(QStringLiteral("document.body.replaceChildren();"
                                 "Object.defineProperty(galley, 'document', {get() { throw 0 }}); 0"));
        QVERIFY(died.wait(slack));
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(died.count(), 1);
    }

    void rendererThatGoesDeafEachTime_isReloadedThreeTimesAndThenByTheButtonOnly()
    {
        GuardProbe probe("some words\n");
        QVERIFY(probe.previewShows(QStringLiteral("some words")));
        QVERIFY(probe.again() && !probe.again()->isVisible());
        QSignalSpy opened(&probe.window.preview(), &PreviewPane::pageOpened);
        QSignalSpy died(probe.page(), &QWebEnginePage::renderProcessTerminated);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(probe.answersIn(slack));
            QVERIFY(!probe.again()->isVisible());
            probe.makeDeaf();
            QTRY_COMPARE_WITH_TIMEOUT(died.count(), i + 1, slack);
            QTest::keyClicks(probe.pane(), QStringLiteral("k")); // the text goes on
        }
        QTRY_VERIFY(probe.again()->isVisible());
        QCOMPARE(opened.count(), 3);
        QTest::qWait(patience);
        QCOMPARE(opened.count(), 3); // nothing more by itself
        QVERIFY(probe.text().startsWith(QStringLiteral("kkkksome words")));
        QVERIFY(probe.pane()->hasFocus() && !probe.pane()->isReadOnly());
        probe.again()->setFocus();
        QTest::keyClick(probe.again(), Qt::Key_Space);
        QVERIFY(probe.previewShows(QStringLiteral("kkkksome words")));
        QVERIFY(!probe.again()->isVisible());
        QCOMPARE(opened.count(), 4);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestRendererGuard>(argc, argv);
}
#include "tst_rendererguard.moc"
