// SPDX-License-Identifier: MIT
// Notices: few at a time, gone with their cause, and what only tells what was done leaves by itself.
#include "windowprobe.h"

#include "noticebar.h"
#include "posttab.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QToolButton>

using namespace galley;
using test::WindowProbe;

static const QByteArray post = "---\ntitle: T\n---\nBody\n";

static Notice note(const QString& id, bool passing)
{
    return {id, Severity::Note, id + QStringLiteral(" happened"), {}, passing};
}

static int barsInSight(const NoticeStack& stack)
{
    int count = 0;
    for (const auto* bar : stack.findChildren<NoticeBar*>())
        count += bar->isVisible();
    return count;
}

class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passingNotice_leavesByItself_andAQuestionStays()
    {
        WindowProbe probe(post);
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        NoticeStack& stack = probe.window.notices();
        stack.setPassingTime(50);
        stack.show(note(QStringLiteral("asked"), false));
        stack.show(note(QStringLiteral("done"), true));
        QVERIFY(stack.has(QStringLiteral("done")));
        QTRY_VERIFY(!stack.has(QStringLiteral("done")));
        QVERIFY(stack.has(QStringLiteral("asked")));
    }

    void passingNotice_waitsForWhoIsAboutToPressItsButton()
    {
        WindowProbe probe(post);
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        NoticeStack& stack = probe.window.notices();
        stack.setPassingTime(30);
        Notice notice = note(QStringLiteral("done"), true);
        int pressed = 0;
        notice.buttons.push_back({QStringLiteral("&Open"), [&] { ++pressed; }});
        stack.show(notice);
        QAbstractButton* button = stack.button(QStringLiteral("done"), QStringLiteral("Open"));
        button->setFocus();
        QTest::qWait(300);
        QVERIFY(stack.has(QStringLiteral("done")));
        button->click();
        QCOMPARE(pressed, 1);
        QVERIFY(!stack.has(QStringLiteral("done")));
    }

    void manyNotices_areAFewAndALineThatTellsOfTheOthers()
    {
        WindowProbe probe(post);
        NoticeStack& stack = probe.window.notices();
        for (int i = 0; i < 7; ++i)
            stack.show(note(QString::number(i), false));
        QCOMPARE(barsInSight(stack), 3);
        QCOMPARE(stack.texts().size(), 7);
        auto* rest = stack.findChild<QToolButton*>(QStringLiteral("rest"));
        QVERIFY(rest->isVisible() && rest->text().contains(u'4'));
        QVERIFY(stack.findChildren<NoticeBar*>().last()->isVisible());
        rest->click();
        QCOMPARE(barsInSight(stack), 7);
        for (int i = 0; i < 5; ++i)
            stack.dismiss(QString::number(i));
        QCOMPARE(barsInSight(stack), 2);
        QVERIFY(!rest->isVisible());
    }

    void noticeToSaveFirst_goesWithTheSave()
    {
        WindowProbe probe;
        probe.action(Act::New)->trigger();
        QTest::keyClicks(probe.pane(), QStringLiteral("x"));
        probe.action(Act::CopyPath)->trigger();
        QVERIFY(probe.waitForNotice(QStringLiteral("save it first")));
        QSignalSpy saved(&probe.window.post(), &OpenPost::saved);
        probe.window.documents().current()->keeping()->save({probe.path});
        QVERIFY(saved.count() > 0 || saved.wait(10000));
        QCOMPARE(probe.window.notices().texts(), QStringList());
    }

    void failedExport_isToldWithItsPostOnly_andGoesWithTheNextThatWorks()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QSignalSpy failed(&probe.window.exporting(), &Exporting::failed);
        QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
        const auto fail = [&] {
            probe.window.exporting().writeTo(probe.folder.filePath(QStringLiteral("no/a.html")), PageForm::Standalone);
            return failed.wait(10000);
        };
        QVERIFY(fail());
        QVERIFY(probe.window.notices().has(QStringLiteral("export")));
        probe.window.exporting().writeTo(probe.folder.filePath(QStringLiteral("a.html")), PageForm::Standalone);
        QVERIFY(exported.count() > 0 || exported.wait(10000));
        QCOMPARE(probe.window.notices().texts().size(), 1);
        QVERIFY(probe.window.notices().texts().first().contains(QStringLiteral("Exported")));
        QVERIFY(fail());
        const QString second = probe.folder.filePath(QStringLiteral("second.md"));
        test::writeFile(second, post);
        QVERIFY(probe.open(second));
        QCOMPARE(probe.window.notices().texts(), QStringList());
        probe.window.documents().showNext(1);
        QVERIFY(probe.window.notices().has(QStringLiteral("export")));
        probe.action(Act::Close)->trigger();
        QCOMPARE(probe.window.notices().texts(), QStringList());
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestNotices>(argc, argv);
}
#include "tst_notices.moc"
