// SPDX-License-Identifier: MIT
// Several open posts: each keeps its text, history, caret and journal; nothing closes unasked.
#include "windowprobe.h"

#include "editorcolumn.h"
#include "postsaving.h"
#include "posttab.h"
#include "tabstrip.h"

#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace galley;
using namespace galley::test;

class tst_Tabs final : public QObject
{
    Q_OBJECT

private:
    static QString add(WindowProbe& probe, const QString& name, const QByteArray& text)
    {
        const QString path = probe.folder.filePath(name);
        writeFile(path, text);
        probe.open(path);
        return path;
    }
    static QMessageBox* question()
    {
        QMessageBox* box = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                for (QWidget* each : QApplication::topLevelWidgets()) {
                    if (auto* found = qobject_cast<QMessageBox*>(each); found && found->isVisible())
                        box = found;
                }
                return box != nullptr;
            },
            5000);
        return box;
    }
    static void keys(WindowProbe& probe, const QString& text) { QTest::keyClicks(probe.pane(), text); }
    static void press(WindowProbe& probe, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &probe.window, key, modifiers);
    }

private Q_SLOTS:
    void oneFile_showsNoTabs();
    void secondFile_opensBesideTheFirst_andPreviewShowsIt();
    void eachTab_hasItsOwnUndoHistoryAndCaret();
    void openingAnOpenFile_showsItsTab();
    void untouchedNewPost_givesItsPlaceToAFile();
    void controlTab_goesRoundTheEnds();
    void label_leavesTheDateOut_unlessTwoWouldLookTheSame();
    void closingAChangedTab_asks_andCancelKeepsIt();
    void closingAChangedTab_discards_andShowsTheNeighbour();
    void closingTheLast_showsTheStartPage();
    void quitting_asksAboutEachChangedPost();
    void session_opensTheSamePostsAndShowsTheSame();
    void unreadableFile_leavesTheTabsAsTheyAre();
    void notice_isSeenWithItsPostOnly();
    void fieldOfTheForm_changesOnlyThePostItWasTypedFor();
};

void tst_Tabs::oneFile_showsNoTabs()
{
    WindowProbe probe("first\n");
    QVERIFY(!probe.window.column().tabs()->isVisible());
}

void tst_Tabs::secondFile_opensBesideTheFirst_andPreviewShowsIt()
{
    WindowProbe probe("first words\n");
    add(probe, QStringLiteral("second.md"), "second words\n");
    QCOMPARE(probe.window.column().tabs()->count(), 2);
    QVERIFY(probe.window.column().tabs()->isVisible());
    QCOMPARE(probe.text(), QStringLiteral("second words\n"));
    QVERIFY(probe.previewShows(QStringLiteral("second words")));
    probe.window.column().tabs()->setCurrentIndex(0);
    QCOMPARE(probe.text(), QStringLiteral("first words\n"));
    QVERIFY(probe.previewShows(QStringLiteral("first words")));
}

void tst_Tabs::eachTab_hasItsOwnUndoHistoryAndCaret()
{
    WindowProbe probe("one\n");
    keys(probe, QStringLiteral("AB"));
    add(probe, QStringLiteral("second.md"), "two\n");
    keys(probe, QStringLiteral("X"));
    QCOMPARE(probe.text(), QStringLiteral("Xtwo\n"));
    press(probe, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(probe.text(), QStringLiteral("ABone\n"));
    QCOMPARE(probe.pane()->textCursor().position(), 2);
    press(probe, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(probe.text(), QStringLiteral("one\n"));
    press(probe, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(probe.text(), QStringLiteral("Xtwo\n"));
    QVERIFY(probe.action(Act::Undo)->isEnabled());
    QVERIFY(!probe.action(Act::Redo)->isEnabled());
}

void tst_Tabs::openingAnOpenFile_showsItsTab()
{
    WindowProbe probe("one\n");
    add(probe, QStringLiteral("second.md"), "two\n");
    probe.window.open(probe.path);
    QTRY_COMPARE(probe.text(), QStringLiteral("one\n"));
    QCOMPARE(probe.window.documents().tabs().size(), 2u);
}

void tst_Tabs::untouchedNewPost_givesItsPlaceToAFile()
{
    WindowProbe probe("one\n");
    press(probe, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(probe.window.documents().tabs().size(), 2u);
    QVERIFY(probe.window.post().path().isEmpty());
    add(probe, QStringLiteral("second.md"), "two\n");
    QCOMPARE(probe.window.documents().tabs().size(), 2u);
}

void tst_Tabs::controlTab_goesRoundTheEnds()
{
    WindowProbe probe("one\n");
    add(probe, QStringLiteral("b.md"), "two\n");
    add(probe, QStringLiteral("c.md"), "three\n");
    QStringList seen;
    for (int i = 0; i < 4; ++i) {
        press(probe, Qt::Key_Tab, Qt::ControlModifier);
        seen << probe.text().trimmed();
    }
    QCOMPARE(seen, QStringList(
                       {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("one")}));
    press(probe, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(probe.text().trimmed(), QStringLiteral("three"));
}

void tst_Tabs::label_leavesTheDateOut_unlessTwoWouldLookTheSame()
{
    WindowProbe probe("one\n", QStringLiteral("2024-01-02-walk.md"));
    add(probe, QStringLiteral("2024-03-04-talk.md"), "two\n");
    const TabStrip* tabs = probe.window.column().tabs();
    QCOMPARE(tabs->tabText(0), QStringLiteral("walk.md"));
    add(probe, QStringLiteral("2025-01-02-walk.md"), "three\n");
    QCOMPARE(tabs->tabText(0), QStringLiteral("2024-01-02-walk.md"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("talk.md"));
    QVERIFY(QDir(probe.folder.path()).mkdir(QStringLiteral("other")));
    add(probe, QStringLiteral("other/2024-03-04-talk.md"), "four\n");
    QCOMPARE(tabs->tabText(3), QStringLiteral("other/2024-03-04-talk.md"));
}

void tst_Tabs::closingAChangedTab_asks_andCancelKeepsIt()
{
    WindowProbe probe("one\n");
    add(probe, QStringLiteral("second.md"), "two\n");
    keys(probe, QStringLiteral("X"));
    QVERIFY(probe.window.column().tabs()->tabText(1).startsWith(u'●'));
    press(probe, Qt::Key_W, Qt::ControlModifier);
    QMessageBox* box = question();
    QVERIFY(box);
    QVERIFY(box->text().contains(QStringLiteral("second.md")));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_COMPARE(probe.window.documents().tabs().size(), 2u);
    QCOMPARE(probe.text(), QStringLiteral("Xtwo\n"));
}

void tst_Tabs::closingAChangedTab_discards_andShowsTheNeighbour()
{
    WindowProbe probe("one\n");
    const QString second = add(probe, QStringLiteral("second.md"), "two\n");
    keys(probe, QStringLiteral("X"));
    press(probe, Qt::Key_W, Qt::ControlModifier);
    QMessageBox* box = question();
    QVERIFY(box);
    QTest::mouseClick(box->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_COMPARE(probe.window.documents().tabs().size(), 1u);
    QCOMPARE(probe.text(), QStringLiteral("one\n"));
    QCOMPARE(readBytes(second), QByteArray("two\n"));
    QVERIFY(!probe.window.column().tabs()->isVisible());
}

void tst_Tabs::closingTheLast_showsTheStartPage()
{
    WindowProbe probe("one\n");
    press(probe, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!probe.window.documents().isOpen());
    QVERIFY(!probe.pane()->isVisible());
    QVERIFY(!probe.action(Act::Save)->isEnabled());
}

void tst_Tabs::quitting_asksAboutEachChangedPost()
{
    WindowProbe probe("one\n");
    keys(probe, QStringLiteral("A"));
    const QString second = add(probe, QStringLiteral("second.md"), "two\n");
    keys(probe, QStringLiteral("B"));
    probe.window.close();
    QMessageBox* first = question();
    QVERIFY(first);
    QVERIFY(first->text().contains(QStringLiteral("post.md")));
    QTest::mouseClick(first->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_COMPARE(probe.disk(), QByteArray("Aone\n"));
    QMessageBox* next = nullptr;
    QTRY_VERIFY((next = question()) && next->text().contains(QStringLiteral("second.md")));
    QTest::mouseClick(next->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_VERIFY(!probe.window.isVisible());
    QCOMPARE(readBytes(second), QByteArray("two\n"));
}

void tst_Tabs::session_opensTheSamePostsAndShowsTheSame()
{
    WindowProbe probe("one\n");
    add(probe, QStringLiteral("b.md"), "two\n");
    add(probe, QStringLiteral("c.md"), "three\n");
    press(probe, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(probe.text(), QStringLiteral("two\n"));
    probe.window.close();
    MainWindow again(&probe.theme, &probe.preferences, probe.folder.filePath(QStringLiteral("state")));
    again.openLast();
    QTRY_COMPARE(again.documents().tabs().size(), 3u);
    QTRY_COMPARE(QFileInfo(again.post().path()).fileName(), QStringLiteral("b.md"));
}

void tst_Tabs::unreadableFile_leavesTheTabsAsTheyAre()
{
    WindowProbe probe("one\n");
    probe.window.open(probe.folder.filePath(QStringLiteral("gone.md")));
    QVERIFY(probe.waitForNotice(QStringLiteral("gone.md")));
    QCOMPARE(probe.window.documents().tabs().size(), 1u);
    QCOMPARE(probe.text(), QStringLiteral("one\n"));
}

void tst_Tabs::notice_isSeenWithItsPostOnly()
{
    WindowProbe probe("one\n");
    keys(probe, QStringLiteral("A"));
    add(probe, QStringLiteral("second.md"), "two\n");
    writeFile(probe.path, "theirs\n");
    QTest::qWait(1500);
    QVERIFY(!probe.window.notices().has(QStringLiteral("changed")));
    press(probe, Qt::Key_Tab, Qt::ControlModifier);
    QTRY_VERIFY(probe.window.notices().has(QStringLiteral("changed")));
    QTest::mouseClick(probe.window.notices().button(QStringLiteral("changed"), QStringLiteral("Take Theirs")),
                      Qt::LeftButton);
    QTRY_COMPARE(probe.text(), QStringLiteral("theirs\n"));
}

void tst_Tabs::fieldOfTheForm_changesOnlyThePostItWasTypedFor()
{
    WindowProbe probe("---\ntitle: First\n---\nbody\n");
    QVERIFY(probe.settle());
    QLineEdit* title = nullptr;
    const auto findTitle = [&](const QString& text) {
        title = nullptr;
        for (QLineEdit* each : probe.window.column().findChildren<QLineEdit*>()) {
            if (each->text() == text)
                title = each;
        }
        return title != nullptr;
    };
    QTRY_VERIFY(findTitle(QStringLiteral("First")));
    title->setFocus();
    QTest::keyClick(title, Qt::Key_End);
    QTest::keyClicks(title, QStringLiteral("!"));
    add(probe, QStringLiteral("second.md"), "---\ntitle: Second\n---\nbody\n");
    QTRY_VERIFY(findTitle(QStringLiteral("Second")));
    QCOMPARE(probe.text(), QStringLiteral("---\ntitle: Second\n---\nbody\n"));
    press(probe, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(probe.text(), QStringLiteral("---\ntitle: First!\n---\nbody\n"));
}

int main(int argc, char** argv)
{
    return windowMain<tst_Tabs>(argc, argv);
}

#include "tst_tabs.moc"
