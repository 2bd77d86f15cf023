// SPDX-License-Identifier: MIT
#include "windowprobe.h"

#include "editor/posthighlighter.h"

#include <QLineEdit>
#include <QTextBlock>
#include <QTextLayout>

using namespace galley;

namespace
{
const std::string post = "---\ntitle: T\nlayout: post\n---\nfirst line\n\nsecond needle line\n";

/// The editor side alone, without a page.
struct Side {
    explicit Side(const std::string& text = post) : editor(&open)
    {
        editor.pane()->setFontAndZoom(QFont(QStringLiteral("monospace"), 11), 1.0);
        editor.resize(700, 500);
        editor.show();
        open.load({text, {}}, QString(), {});
        editor.fold()->setFolded(true);
        editor.pane()->setFocus();
    }
    QString text() { return QString::fromStdString(*open.text().text()); }
    int bodyPosition() { return open.document()->findBlockByNumber(4).position(); }
    void placeCaret(int position)
    {
        QTextCursor cursor = editor.pane()->textCursor();
        cursor.setPosition(position);
        editor.pane()->setTextCursor(cursor);
    }
    OpenPost open;
    PostEditor editor;
};
} // namespace

class TestPostEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folding_hidesTheFrontMatterAndMovesTheCaretBelow()
    {
        Side side;
        QVERIFY(side.editor.fold()->isFolded());
        QVERIFY(side.open.document()->firstBlock().isVisible());
        for (int i = 1; i <= 3; ++i)
            QVERIFY(!side.open.document()->findBlockByNumber(i).isVisible());
        QVERIFY(side.open.document()->findBlockByNumber(4).isVisible());
        QCOMPARE(side.editor.pane()->textCursor().position(), side.bodyPosition());
        QVERIFY(!side.open.isModified());
    }

    void ctrlHome_unfolds()
    {
        Side side;
        QTest::keyClick(side.editor.pane(), Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(!side.editor.fold()->isFolded());
        QVERIFY(side.open.document()->findBlockByNumber(2).isVisible());
    }

    void ctrlA_unfoldsBeforeAnythingCanBeDeleted()
    {
        Side side;
        QTest::keyClick(side.editor.pane(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!side.editor.fold()->isFolded());
        QVERIFY(side.open.document()->findBlockByNumber(1).isVisible());
    }

    void backspaceAtTheBodysBeginning_onlyUnfolds()
    {
        Side side;
        side.placeCaret(side.bodyPosition());
        QTest::keyClick(side.editor.pane(), Qt::Key_Backspace);
        QCOMPARE(side.text().toStdString(), post);
        QVERIFY(!side.editor.fold()->isFolded());
    }

    void ctrlBackspaceAtTheBodysBeginning_onlyUnfolds()
    {
        Side side;
        side.placeCaret(side.bodyPosition());
        QTest::keyClick(side.editor.pane(), Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(side.text().toStdString(), post);
        QVERIFY(!side.editor.fold()->isFolded());
    }

    void findInFoldedLines_unfolds()
    {
        Side side;
        side.editor.findBar()->open(false);
        auto* field = side.editor.findBar()->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("layout"));
        QVERIFY(!side.editor.fold()->isFolded());
        QCOMPARE(side.editor.pane()->textCursor().selectedText(), QStringLiteral("layout"));
    }

    void replaceAllInFoldedLines_unfolds()
    {
        Side side;
        textsearch::replaceAll(*side.open.document(), {QStringLiteral("T"), true, true}, QStringLiteral("New"));
        QVERIFY(side.text().contains(QStringLiteral("title: New")));
        QVERIFY(!side.editor.fold()->isFolded());
        QVERIFY(side.open.document()->findBlockByNumber(1).isVisible());
    }

    void typingInTheBody_keepsItFolded()
    {
        Side side;
        QTest::keyClicks(side.editor.pane(), QStringLiteral("Hello "));
        QTest::keyClick(side.editor.pane(), Qt::Key_Return);
        QVERIFY(side.editor.fold()->isFolded());
        QVERIFY(side.text().contains(QStringLiteral("---\nHello")));
    }

    void formEdit_keepsItFoldedAndIsOneUndoStep()
    {
        Side side;
        side.editor.applyFormEdit({post.find("title: T") + 7, 1, "\"A\"\ntags: [x]"});
        QVERIFY(side.editor.fold()->isFolded());
        QVERIFY(side.text().startsWith(QStringLiteral("---\ntitle: \"A\"\ntags: [x]\nlayout: post\n---\nfirst")));
        for (int i = 1; i <= 4; ++i)
            QVERIFY(!side.open.document()->findBlockByNumber(i).isVisible());
        QVERIFY(side.open.document()->findBlockByNumber(5).isVisible());
        side.editor.pane()->undo();
        QCOMPARE(side.text().toStdString(), post);
        QVERIFY(!side.open.isModified());
    }

    void fileWithoutABody_isNotFolded()
    {
        Side side("---\ntitle: T\n---");
        QVERIFY(!side.editor.fold()->isFolded());
    }

    void find_goesRoundAndCounts()
    {
        Side side("one two one\nOne\n");
        side.editor.findBar()->open(false);
        auto* field = side.editor.findBar()->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("one"));
        QCOMPARE(side.editor.pane()->textCursor().selectionStart(), 0);
        for (const int expected : {8, 12, 0}) {
            QTest::keyClick(field, Qt::Key_Return);
            QCOMPARE(side.editor.pane()->textCursor().selectionStart(), expected);
        }
        side.editor.findBar()->findPrevious();
        QCOMPARE(side.editor.pane()->textCursor().selectionStart(), 12);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!side.editor.findBar()->isVisible());
    }

    void replaceAll_isOneUndoStep()
    {
        Side side("one two one\nOne\n");
        QCOMPARE(textsearch::replaceAll(*side.open.document(), {QStringLiteral("one"), false, false}, QStringLiteral("1")), 3);
        QCOMPARE(side.text(), QStringLiteral("1 two 1\n1\n"));
        side.editor.pane()->undo();
        QCOMPARE(side.text(), QStringLiteral("one two one\nOne\n"));
    }

    void wholeWords_leaveLongerWordsAlone()
    {
        Side side("one ones one");
        QCOMPARE(textsearch::matches(*side.open.document(), {QStringLiteral("one"), true, true}).size(), std::size_t{2});
    }

    void enterInAList_continuesItByTheKey()
    {
        Side side("- one");
        side.placeCaret(5);
        QTest::keyClick(side.editor.pane(), Qt::Key_Return);
        QTest::keyClicks(side.editor.pane(), QStringLiteral("two"));
        QCOMPARE(side.text(), QStringLiteral("- one\n- two"));
        QTest::keyClick(side.editor.pane(), Qt::Key_Return);
        QTest::keyClick(side.editor.pane(), Qt::Key_Return);
        QCOMPARE(side.text(), QStringLiteral("- one\n- two\n"));
    }

    void longPost_isColouredTurnByTurn()
    {
        std::string text;
        for (int i = 0; i < 20'000; ++i)
            text += "Some **bold** words and a [link](http://example.org/) in line " + std::to_string(i) + "\n";
        Side side(text);
        auto* highlighter = side.open.document()->findChild<PostHighlighter*>();
        QVERIFY(highlighter->isPending());
        QTRY_VERIFY_WITH_TIMEOUT(!highlighter->isPending(), 30000);
        const QTextBlock last = side.open.document()->findBlockByNumber(19'999);
        QVERIFY(!last.layout()->formats().isEmpty());
        QVERIFY(!side.open.isModified());
    }

    void openedFence_recoloursWhatFollows()
    {
        Side side("text\n**bold**\n");
        QTRY_VERIFY(!side.open.document()->findBlockByNumber(1).layout()->formats().isEmpty());
        const auto before = side.open.document()->findBlockByNumber(1).layout()->formats();
        side.placeCaret(0);
        QTest::keyClicks(side.editor.pane(), QStringLiteral("```"));
        QTest::keyClick(side.editor.pane(), Qt::Key_Return);
        QTRY_VERIFY(side.open.document()->findBlockByNumber(2).layout()->formats() != before);
        QCOMPARE(LineState::unpacked(side.open.document()->findBlockByNumber(2).userState()).zone, Zone::Fence);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestPostEditor>(argc, argv);
}
#include "tst_posteditor.moc"
