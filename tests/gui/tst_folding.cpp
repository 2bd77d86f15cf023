// SPDX-License-Identifier: MIT
// Folded front matter: keys, find and undo never act on lines that cannot be seen; what reaches them shows them first.
#include "windowprobe.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTextBlock>

using namespace galley;
using test::WindowProbe;

static const QByteArray post = "---\nlayout: post\ntitle: \"Secret\" # kept\n---\nFirst line\n\nLast line\n";

/// A window with the post folded and the caret at the body's beginning.
struct FoldedProbe : WindowProbe {
    FoldedProbe() : WindowProbe(post)
    {
        settle();
        window.editor().fold()->setFolded(true);
        pane()->setFocus();
    }
    bool isFolded() { return window.editor().fold()->isFolded(); }
    int bodyPosition() { return int(post.indexOf("First")); }
};

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folding_hidesTheLinesAndMovesTheCaretBelow()
    {
        FoldedProbe probe;
        QVERIFY(probe.isFolded());
        QCOMPARE(probe.pane()->textCursor().position(), probe.bodyPosition());
        QTextBlock block = probe.pane()->document()->firstBlock();
        QVERIFY(block.isVisible());
        for (block = block.next(); block.position() < probe.bodyPosition(); block = block.next())
            QVERIFY(!block.isVisible());
        QVERIFY(block.isVisible());
    }

    void ctrlHome_unfoldsAndGoesToTheVeryTop()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(!probe.isFolded());
        QCOMPARE(probe.pane()->textCursor().position(), 0);
        QVERIFY(probe.pane()->document()->findBlockByNumber(2).isVisible());
    }

    void ctrlA_unfoldsBeforeTheWholeIsSelected()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!probe.isFolded());
        QCOMPARE(probe.pane()->textCursor().selectionStart(), 0);
    }

    void backspaceAtTheBodysBeginning_onlyUnfolds()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_Backspace);
        QVERIFY(!probe.isFolded());
        QCOMPARE(probe.text().toUtf8(), post);
        QTest::keyClick(probe.pane(), Qt::Key_Backspace);
        QVERIFY(probe.text().toUtf8() != post);
    }

    void ctrlBackspaceAtTheBodysBeginning_onlyUnfolds()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(!probe.isFolded());
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void arrowUp_unfolds()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_Up);
        QVERIFY(!probe.isFolded());
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void find_showsTheLinesThatHoldTheMatch()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_F, Qt::ControlModifier);
        auto* field = probe.window.editor().findBar()->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("secret"));
        QVERIFY(!probe.isFolded());
        QCOMPARE(probe.pane()->textCursor().selectedText(), QStringLiteral("Secret"));
    }

    void findInTheBody_leavesItFolded()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_F, Qt::ControlModifier);
        auto* field = probe.window.editor().findBar()->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("last"));
        QVERIFY(probe.isFolded());
        QCOMPARE(probe.pane()->textCursor().selectedText(), QStringLiteral("Last"));
    }

    void replaceAll_showsWhatItChanged()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_H, Qt::ControlModifier);
        const QList<QLineEdit*> fields = probe.window.editor().findBar()->findChildren<QLineEdit*>();
        QCOMPARE(fields.size(), 2);
        QTest::keyClicks(fields[0], QStringLiteral("secret"));
        probe.window.editor().fold()->setFolded(true);
        QTest::keyClicks(fields[1], QStringLiteral("open"));
        for (auto* button : probe.window.editor().findBar()->findChildren<QAbstractButton*>()) {
            if (button->text().remove(u'&') == QStringLiteral("Replace All"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(probe.text().contains(QStringLiteral("title: \"open\"")));
        QVERIFY(!probe.isFolded());
    }

    void undoOfAChangeInTheFrontMatter_showsIt()
    {
        FoldedProbe probe;
        probe.window.editor().fold()->setFolded(false);
        QTextCursor cursor(probe.pane()->document());
        cursor.setPosition(4);
        cursor.insertText(QStringLiteral("x"));
        QVERIFY(probe.settle());
        probe.window.editor().fold()->setFolded(true);
        QVERIFY(probe.isFolded());
        QTest::keyClick(probe.pane(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(probe.text().toUtf8(), post);
        QVERIFY(!probe.isFolded());
    }

    void deletingTheSelectionOfTheBody_leavesTheFrontMatter()
    {
        FoldedProbe probe;
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(probe.pane(), Qt::Key_Delete);
        QCOMPARE(probe.text().toUtf8(), post.left(probe.bodyPosition()));
    }

    void aFormEdit_leavesItFolded()
    {
        FoldedProbe probe;
        auto* title = probe.window.findChild<QLineEdit*>(QStringLiteral("input-title"));
        QVERIFY(title);
        title->setFocus();
        QTest::keyClick(title, Qt::Key_End);
        QTest::keyClicks(title, QStringLiteral("s"));
        QVERIFY(probe.text().contains(QStringLiteral("title: \"Secrets\" # kept")));
        QVERIFY(probe.settle());
        QVERIFY(probe.isFolded());
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestFolding>(argc, argv);
}
#include "tst_folding.moc"
