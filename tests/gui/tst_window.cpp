// SPDX-License-Identifier: MIT
#include "windowprobe.h"

#include "site/site.h"

#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

using namespace galley;
using test::WindowProbe;

namespace
{
const QByteArray post = "---\nlayout: post\ntitle: \"First\"\n---\nHello *world*.\n\nSecond paragraph.\n";

/// Presses a button of the question box that is open.
bool answer(QMessageBox::StandardButton button)
{
    QMessageBox* box = nullptr;
    if (!QTest::qWaitFor([&] { return (box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())); }, 5000))
        return false;
    QTest::mouseClick(box->button(button), Qt::LeftButton);
    return true;
}
} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStart_offersNewOpenAndFolderAndMakesNoFile()
    {
        WindowProbe probe;
        QVERIFY(!probe.window.documents().isOpen());
        QVERIFY(!probe.action(Act::Save)->isEnabled());
        QVERIFY(probe.action(Act::Open)->isEnabled());
        probe.action(Act::New)->trigger();
        QVERIFY(probe.window.documents().isOpen());
        QVERIFY(!probe.window.post().isModified());
        QVERIFY(probe.settle());
        QCOMPARE(QDir(probe.folder.path()).entryList({QStringLiteral("*.md")}).size(), 0);
    }

    void typing_changesThePreview()
    {
        WindowProbe probe(post);
        QVERIFY(probe.previewShows(QStringLiteral("Second paragraph.")));
        QSignalSpy opened(&probe.window.preview(), &PreviewPane::pageOpened);
        probe.window.editor().goToLine(4, 0);
        QTest::keyClicks(probe.pane(), QStringLiteral("Typed words. "));
        QVERIFY(probe.previewShows(QStringLiteral("Typed words. Hello world.")));
        QCOMPARE(opened.count(), 0); // patched, not loaded anew
        QVERIFY(probe.pane()->hasFocus());
    }

    void loadTypeUndoSave_leavesTheFileAsItWas()
    {
        const QByteArray odd = "\xEF\xBB\xBF---\r\ntitle: x  # note\r\n---\r\nna\xC3\xAFve \xFF\x00 end\r\n"
                               "tail without end";
        for (const QByteArray& bytes : {post, QByteArray("---\r\ntitle: x\r\n---\r\na\r\n"), odd, QByteArray("\n"), QByteArray("x")}) {
            WindowProbe probe(bytes);
            QVERIFY(!probe.window.post().isModified());
            QTest::keyClicks(probe.pane(), QStringLiteral("a"));
            QVERIFY(probe.window.post().isModified());
            probe.action(Act::Undo)->trigger();
            QVERIFY(!probe.window.post().isModified());
            QSignalSpy saved(&probe.window.post(), &OpenPost::saved);
            probe.action(Act::Save)->trigger();
            QVERIFY(saved.count() > 0 || saved.wait(10000));
            QCOMPARE(probe.disk(), bytes);
        }
    }

    void save_writesTheTextAndIsCleanAfterwards()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("New "));
        QSignalSpy saved(&probe.window.post(), &OpenPost::saved);
        QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(saved.count() > 0 || saved.wait(10000));
        QVERIFY(!probe.window.post().isModified());
        QVERIFY(probe.disk().contains("New Hello"));
    }

    void export_isThePageOfThePreviewByteForByte()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        const QString target = probe.folder.filePath(QStringLiteral("out.html"));
        QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
        probe.window.exporting().writeTo(target, PageForm::SitePage);
        QVERIFY(exported.wait(10000));
        QCOMPARE(test::readBytes(target).toStdString(), probe.window.page().result()->page.html);
        QVERIFY(test::readBytes(target).contains("<em>world</em>"));
    }

    void wordsAreCountedWithoutFrontMatter()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QTRY_VERIFY(probe.window.status().text().contains(QStringLiteral("4 words")));
        probe.window.editor().goToLine(6, 7);
        QVERIFY(probe.window.status().text().contains(QStringLiteral("Line 7, Column 8")));
    }

    void unsavedText_isAskedAboutBeforeItGoes()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("x"));
        probe.window.close();
        QVERIFY(answer(QMessageBox::Cancel));
        QVERIFY(probe.window.isVisible());
        QVERIFY(probe.window.post().isModified());

        probe.window.close();
        QVERIFY(answer(QMessageBox::Save));
        QTRY_VERIFY(!probe.window.isVisible());
        QVERIFY(probe.disk().contains("xHello"));
    }

    void discard_closesAndLeavesTheFile()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("x"));
        probe.action(Act::Close)->trigger();
        QVERIFY(answer(QMessageBox::Discard));
        QTRY_VERIFY(!probe.window.documents().isOpen());
        QCOMPARE(probe.disk(), post);
    }

    void openedFiles_areRecentAndComeBackAtTheirPlace()
    {
        WindowProbe probe(post);
        probe.window.editor().goToLine(6, 3);
        probe.window.close();
        QCOMPARE(probe.preferences.recentFiles().first(), probe.path);
        QCOMPARE(probe.preferences.lastFile(), probe.path);
        MainWindow second(&probe.theme, &probe.preferences, probe.folder.filePath(QStringLiteral("state")));
        QSignalSpy opened(&second.documents(), &DocumentController::opened);
        second.show();
        second.openLast();
        QVERIFY(opened.wait(10000));
        QCOMPARE(second.editor().pane()->textCursor().blockNumber(), 6);
        QCOMPARE(second.editor().pane()->textCursor().positionInBlock(), 3);
    }

    void droppedFile_isOpened()
    {
        WindowProbe probe;
        test::writeFile(probe.path, post);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(probe.path)});
        QDragEnterEvent enter(QPoint(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&probe.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&probe.window, &drop);
        QTRY_COMPARE(probe.window.post().path(), probe.path);
    }

    void whatCannotBeOpened_isSaidInABar_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing") << QByteArray() << QStringLiteral("missing.md");
        QTest::newRow("binary") << QByteArray(5000, '\0') << QStringLiteral("binary");
    }

    void whatCannotBeOpened_isSaidInABar()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        WindowProbe probe(post);
        const QString other = probe.folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".md"));
        if (!bytes.isEmpty())
            test::writeFile(other, bytes);
        probe.window.open(other);
        QVERIFY(probe.waitForNotice(words));
        QCOMPARE(probe.window.post().path(), probe.path);
        QVERIFY(!QApplication::activeModalWidget());
        if (bytes.isEmpty())
            QVERIFY(!QFile::exists(other));
    }

    void brokenFrontMatter_isListedWithItsLineAndTheTextStaysEditable()
    {
        WindowProbe probe("---\ntitle: a: b\n---\nBody words.\n");
        QVERIFY(probe.previewShows(QStringLiteral("Body words.")));
        QVERIFY(probe.window.editor().problemTexts().join(u'\n').contains(QStringLiteral("Line 2")));
        probe.window.editor().goToLine(3, 0);
        QTest::keyClicks(probe.pane(), QStringLiteral("More "));
        QVERIFY(probe.previewShows(QStringLiteral("More Body words.")));
    }

    void changeByAnotherProgram_reloadsACleanPost()
    {
        WindowProbe probe(post);
        test::writeFile(probe.path, "---\ntitle: x\n---\nFrom elsewhere.\n");
        QTRY_VERIFY_WITH_TIMEOUT(probe.text().contains(QStringLiteral("From elsewhere.")), 10000);
        QVERIFY(!probe.window.post().isModified());
        probe.pane()->undo();
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void changeByAnotherProgram_isAskedAboutWhenTheTextIsModified()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("Mine. "));
        test::writeFile(probe.path, "Theirs.\n");
        QVERIFY(probe.waitForNotice(QStringLiteral("changed by another program")));
        QVERIFY(probe.text().contains(QStringLiteral("Mine.")));
        QTest::mouseClick(probe.window.notices().button(QStringLiteral("changed"), QStringLiteral("Keep Mine")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(probe.disk().contains("Mine."), 10000);
    }

    void boldKey_marksTheSelection()
    {
        WindowProbe probe("word\n");
        QTest::keyClick(probe.pane(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        probe.pane()->moveCursor(QTextCursor::EndOfLine, QTextCursor::KeepAnchor);
        QTest::keyClick(probe.pane(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(probe.text(), QStringLiteral("**word**\n"));
        QVERIFY(probe.previewShows(QStringLiteral("word")));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('strong').innerText")).toString(), QStringLiteral("word"));
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestWindow>(argc, argv);
}
#include "tst_window.moc"
