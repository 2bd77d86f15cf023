// SPDX-License-Identifier: MIT
// Editor and preview side by side in the window: each shows the other's line, whatever lies between and however late it
// comes.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/hand.h"
#include "syncprobe.h"
#endif

#include "posttab.h"

using namespace galley;
using test::NumberedPost;
using test::SyncProbe;

class TestScrollSync : public QObject
{
    Q_OBJECT

    static constexpr int probes = 50;

    /// Another post in a tab of its own, which is shown.
    static PostTab* openOther(SyncProbe& probe)
    {
        const QString other = probe.folder.filePath(QStringLiteral("other.md"));
        test::writeFile(other, NumberedPost({}).text);
        probe.open(other);
        return settled(probe) ? probe.window.documents().current() : nullptr;
    }
    static bool settled(SyncProbe& probe)
    {
        return QTest::qWaitFor(
                   [&] {
                       return probe.window.page().result() && probe.window.page().isCurrent() &&
                              probe.window.preview().isSettled();
                   },
                   20000) &&
               probe.quiet();
    }
    /// Lets the editor and the page stand in the middle of the post.
    static bool goToTheMiddle(SyncProbe& probe)
    {
        probe.window.editor().goToLine(160, 0);
        return QTest::qWaitFor([&] { return probe.scrollY() > 1000; }, 10000) && probe.quiet();
    }

private Q_SLOTS:
    void tabThatComesBack_standsWhereItWas()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(settled(probe));
        QVERIFY(goToTheMiddle(probe));
        const double y = probe.scrollY(), top = probe.top();
        PostTab* first = probe.window.documents().current();
        PostTab* other = openOther(probe);
        QVERIFY(other);
        QCOMPARE(probe.scrollY(), 0.0);
        for (int i = 0; i < 3; ++i) {
            probe.window.documents().show(first);
            QVERIFY(settled(probe));
            QTRY_VERIFY2(std::abs(probe.scrollY() - y) < 2, qPrintable(QString::number(probe.scrollY())));
            QCOMPARE(probe.top(), top);
            probe.window.documents().show(other);
            QVERIFY(settled(probe));
            QTRY_COMPARE(probe.scrollY(), 0.0);
        }
    }

    void scrollTogetherOff_tabThatComesBackStandsWhereItWasToo()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(settled(probe));
        probe.action(Act::FollowScroll)->setChecked(false);
        QSignalSpy told(&probe.window.preview(), &PreviewPane::scrolledToLine);
        probe.scrollPreview(2500);
        QVERIFY(told.count() > 0 || told.wait(5000));
        PostTab* first = probe.window.documents().current();
        QVERIFY(openOther(probe));
        QCOMPARE(probe.scrollY(), 0.0);
        probe.window.documents().show(first);
        QVERIFY(settled(probe));
        QTRY_VERIFY2(std::abs(probe.scrollY() - 2500) < 2, qPrintable(QString::number(probe.scrollY())));
        QCOMPARE(probe.top(), 0.0);
        probe.action(Act::FollowScroll)->setChecked(true); // it is remembered
    }

    void fileOpenedAtItsRememberedPlace_isShownThereInThePreview()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(settled(probe));
        probe.scrollEditor(150);
        QTRY_VERIFY(probe.scrollY() > 1000 && probe.error() <= 1);
        const double top = probe.top();
        probe.window.documents().closePost();
        QTRY_VERIFY(!probe.window.documents().isOpen());
        SyncProbe later("another post\n"); // a window that has not shown it before
        QVERIFY(settled(later));
        later.open(probe.path);
        QVERIFY(settled(later));
        QVERIFY2(std::abs(later.top() - top) < 2, qPrintable(QString::number(later.top())));
        QTRY_VERIFY2(later.scrollY() > 1000 && later.error() <= 1, qPrintable(later.places()));
    }

    void pageThatIsLoadedAgain_standsWhereTheCaretTookIt()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(settled(probe));
        QVERIFY(goToTheMiddle(probe));
        const double y = probe.scrollY();
        for (const PreviewTrust& level : {PreviewTrust{true, true, true}, PreviewTrust{}}) {
            QSignalSpy applied(&probe.window.preview(), &PreviewPane::patchApplied);
            probe.window.preview().setTrust(level);
            QVERIFY(applied.wait(20000));
            QVERIFY(settled(probe));
            QTRY_VERIFY2(std::abs(probe.scrollY() - y) < 2, qPrintable(QString::number(probe.scrollY())));
        }
    }

    void scrollOfThePageThatIsLeft_doesNotMoveTheOtherPost()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(settled(probe));
        PostTab* first = probe.window.documents().current();
        PostTab* other = openOther(probe);
        QVERIFY(other);
        for (int i = 0; i < 8; ++i) {
            PostTab* next = i % 2 == 0 ? first : other;
            // The page tells of it when the other post is in front already.
            probe.window.preview().ask(QStringLiteral("scrollTo(0, %1); 0").arg(1000 + 200 * i),
                                       [](const QVariant&) {});
            probe.window.documents().show(next);
            QVERIFY(settled(probe));
            QTest::qWait(50);
            QCOMPARE(probe.top(), 0.0);
        }
    }

    void previewThatComesIntoSight_showsTheEditorsLine()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(settled(probe));
        probe.action(Act::Preview)->trigger();
        QVERIFY(!probe.window.preview().isVisible());
        probe.window.editor().goToLine(160, 0);
        QTest::qWait(50);
        probe.action(Act::Preview)->trigger();
        QVERIFY(probe.window.preview().isVisible());
        QTRY_VERIFY2(probe.scrollY() > 1000, qPrintable(probe.places()));
    }

    void editorScrolled_showsItsLineInThePreview_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("late");
        QTest::newRow("images that come after each scroll") << QByteArray() << true;
        if (qEnvironmentVariableIsSet("GALLEY_LONG"))
            QTest::newRow("images that come when they are near") << QByteArray(" loading=\"lazy\"") << false;
    }
    void editorScrolled_showsItsLineInThePreview()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(bool, late);
        SyncProbe probe(NumberedPost(attributes).text);
        QVERIFY(probe.quiet());
        QSignalSpy told(&probe.window.preview(), &PreviewPane::scrolledToLine);
        const int reachable = probe.lastReachable();
        QVERIFY(reachable > 100);
        std::mt19937 random(50);
        for (int i = 0; i < probes; ++i) {
            const int value = 8 + int(random() % unsigned(reachable - 8));
            if (late)
                probe.takeImages();
            probe.scrollEditor(value);
            QTest::qWait(30);
            if (late)
                probe.bringImages();
            const double top = probe.top();
            QVERIFY(probe.quiet());
            QVERIFY2(QTest::qWaitFor([&] { return probe.error() <= 1; }, 2000),
                     qPrintable(QString::number(i) + QStringLiteral(": ") + probe.places()));
            QVERIFY2(
                std::abs(probe.top() - top) < 0.5,
                qPrintable(QStringLiteral("probe %1: the editor went from %2 to %3").arg(i).arg(top).arg(probe.top())));
        }
        QCOMPARE(told.count(), 0); // nothing came back
    }

    void previewScrolled_showsItsLineInTheEditor_data() { editorScrolled_showsItsLineInThePreview_data(); }
    void previewScrolled_showsItsLineInTheEditor()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(bool, late);
        SyncProbe probe(NumberedPost(attributes).text);
        QVERIFY(probe.quiet());
        QSignalSpy told(probe.pane(), &EditorPane::scrolled);
        QSignalSpy heard(&probe.window.preview(), &PreviewPane::scrolledToLine);
        std::mt19937 random(51);
        for (int i = 0; i < probes; ++i) {
            if (late)
                probe.takeImages();
            QTest::qWait(30);
            const double room = // without its images the page is shorter
                probe.ask(QStringLiteral("document.documentElement.scrollHeight - innerHeight")).toDouble();
            const auto before = heard.count();
            probe.scrollPreview(300 + double(random() % unsigned(room - 300)));
            QVERIFY(heard.count() > before || heard.wait(5000));
            if (late)
                probe.bringImages();
            QVERIFY(probe.quiet());
            QVERIFY2(QTest::qWaitFor([&] { return probe.error() <= 1; }, 2000),
                     qPrintable(QString::number(i) + QStringLiteral(": ") + probe.places()));
        }
        QCOMPARE(told.count(), 0);
    }

    void wheels_moveTheOtherSide()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.wheel(probe.pane()->viewport(), 9);
        QTRY_VERIFY(probe.scrollY() > 100);
        QVERIFY(probe.quiet());
        QVERIFY2(probe.error() <= 1, qPrintable(QString::number(probe.error())));
        const double top = probe.top();
        probe.wheel(probe.web(), 9);
        QTRY_VERIFY(probe.top() > top + 3);
        QTest::qWait(200);
        QVERIFY2(probe.error() <= 1, qPrintable(QString::number(probe.error())));
    }

    void scrollTogetherOff_leavesEachSideAlone()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.action(Act::FollowScroll)->trigger();
        probe.scrollEditor(60);
        QTest::qWait(200);
        const double top = probe.top();
        QVERIFY(top > 10);
        QCOMPARE(probe.scrollY(), 0.0);
        probe.scrollPreview(2500);
        QTest::qWait(200);
        QCOMPARE(probe.top(), top);
        probe.action(Act::FollowScroll)->trigger(); // and at once they are together again
        QTRY_VERIFY(probe.error() <= 1);
        QCOMPARE(probe.top(), top);
    }

    void keysInABlockInSight_moveNothing()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.scrollEditor(150);
        QTest::qWait(1);
        QVERIFY(probe.quiet());
        // The caret into a block that begins above the window's top: the block grows, what is seen of it stays.
        const double y = probe.scrollY();
        QVERIFY(y > 300);
        probe.window.editor().goToLine(int(probe.top()) + 2, 4);
        QTest::qWait(100);
        QVERIFY(probe.quiet());
        QCOMPARE(probe.scrollY(), y);
        QTest::keyClicks(
            probe.pane(),
            QStringLiteral("more words and still more of them until a line is full of them and then some "));
        QTest::keyClick(probe.pane(), Qt::Key_Return);
        QVERIFY(probe.settle());
        QVERIFY(probe.previewShows(QStringLiteral("until a line is full")));
        QTest::qWait(300);
        QCOMPARE(probe.scrollY(), y);
    }

    void keysInABlockOutOfSight_bringItIntoSightByTheSmallestWay()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.window.editor().goToLine(40, 0);
        QVERIFY(probe.quiet());
        for (const double far : {1500.0, 0.0}) {
            probe.action(Act::FollowScroll)->setChecked(false);
            probe.scrollPreview(probe.scrollY() > 1000 ? far : probe.scrollY() + 2500);
            QTest::qWait(100);
            probe.action(Act::FollowScroll)->setChecked(true);
            QTest::qWait(100);
        }
        probe.scrollPreview(probe.ask(QStringLiteral("document.documentElement.scrollHeight")).toDouble());
        QTest::qWait(150);
        QTest::keyClicks(probe.pane(), QStringLiteral("typed"));
        QVERIFY(probe.previewShows(QStringLiteral("typedL")));
        QTRY_VERIFY(probe.placeOfWord(QStringLiteral("typedL")).y() > 0);
        const int height = probe.ask(QStringLiteral("innerHeight")).toInt();
        QVERIFY(probe.placeOfWord(QStringLiteral("typedL")).y() < height);
    }

    void caretMoved_bringsItsLineIntoSightAndElseMovesNothing()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.pane()->setFocus();
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(probe.scrollY() > 3000);
        QTest::keyClick(probe.pane(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(probe.scrollY(), 0.0);
        const int height = probe.ask(QStringLiteral("innerHeight")).toInt();
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(probe.pane(), Qt::Key_Down);
            QTest::qWait(2);
            if (i % 10 != 9 || i < 20)
                continue;
            QVERIFY(probe.quiet());
            const int line = probe.window.editor().caretLine();
            const QVariantList place =
                probe.ask(QStringLiteral("[galley.placeOfLine(%1) - scrollY, scrollY]").arg(line)).toList();
            QVERIFY2(place.value(0).toDouble() >= -1 && place.value(0).toDouble() < height,
                     qPrintable(QString::number(place.value(0).toDouble())));
        }
    }

    void click_putsTheCaretAtTheWordAndMovesNothing()
    {
        SyncProbe probe("---\ntitle: t\n---\nfirst line of the paragraph\nsecond has *inner stress* and more\n\n* item "
                        "one\n* item [two](https://example.org/two) here\n" +
                        QByteArray("\nfiller words\n").repeated(100));
        QVERIFY(probe.quiet());
        probe.scrollEditor(1);
        QTest::qWait(50);
        const double y = probe.scrollY();
        test::Hand(probe.window.preview().view()).click(probe.placeOfWord(QStringLiteral("stress")));
        QTRY_COMPARE(probe.window.editor().caretLine(), 4);
        QTextCursor cursor = probe.pane()->textCursor();
        cursor.select(QTextCursor::WordUnderCursor);
        QCOMPARE(cursor.selectedText(), QStringLiteral("stress"));
        QVERIFY(!probe.pane()->textCursor().hasSelection());
        test::Hand(probe.window.preview().view()).click(probe.placeOfWord(QStringLiteral("here")));
        QTRY_COMPARE(probe.window.editor().caretLine(), 7);
        QCOMPARE(probe.scrollY(), y);
    }

    void doubleClick_selectsTheWordInTheText()
    {
        SyncProbe probe(
            "---\ntitle: t\n---\nsame same same\n\nsame [same](https://example.org/same) **same** other same\n");
        QVERIFY(probe.quiet());
        const QPoint place = probe.placeOfWord(QStringLiteral("other"));
        test::Hand hand(probe.window.preview().view());
        hand.click(place);
        QTest::qWait(20);
        hand.doubleClick(place);
        QTRY_COMPARE(probe.pane()->textCursor().selectedText(), QStringLiteral("other"));
        QCOMPARE(probe.window.editor().caretLine(), 5);
        QTRY_VERIFY(probe.pane()->hasFocus());
    }

    void clickWhoseLineIsOutOfTheEditorsSight_movesTheEditorOnly()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.action(Act::FollowScroll)->setChecked(false);
        probe.scrollPreview(3000);
        QTest::qWait(100);
        const double y = probe.scrollY();
        probe.action(Act::FollowScroll)->setChecked(true);
        QTRY_COMPARE(probe.scrollY(), 0.0); // together again
        probe.action(Act::FollowScroll)->setChecked(false);
        probe.scrollPreview(y);
        QTest::qWait(100);
        const auto [first, last] = probe.pane()->visibleBlocks();
        test::Hand(probe.window.preview().view()).click(QPoint(80, 300));
        QTRY_VERIFY(probe.pane()->textCursor().blockNumber() > last);
        QTest::qWait(100);
        QCOMPARE(probe.scrollY(), y);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestScrollSync>(argc, argv);
}
#include "tst_scrollsync.moc"
