// SPDX-License-Identifier: MIT
// The window around a post: closing, what is remembered, files that are dragged in, files that cannot be opened.
#include "windowprobe.h"

#include "editorcolumn.h"
#include "sidebar/problemspanel.h"
#include "startpage.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QWebEngineView>

#include <sys/stat.h>

using namespace galley;
using test::WindowProbe;

static const QByteArray post = "---\nlayout: post\ntitle: T\n---\nBody\n";

/// The box that asks before text is lost; null when there is none.
static QMessageBox* question(const WindowProbe& probe)
{
    for (auto* box : probe.window.findChildren<QMessageBox*>()) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}

static void dropOn(MainWindow& window, const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
}

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clipboardKeys_actOnThePageThatHasTheFocus()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QVERIFY(probe.previewShows(QStringLiteral("Body")));
        probe.pane()->selectAll();
        QApplication::clipboard()->setText(QStringLiteral("kept"));
        QWebEngineView* page = probe.window.preview().view();
        page->setFocus();
        QVERIFY(QTest::qWaitFor([&] {
            const QWidget* focus = QApplication::focusWidget();
            return focus && (focus == page || page->isAncestorOf(focus));
        }));
        QVERIFY(!probe.action(Act::Cut)->isEnabled() && !probe.action(Act::Paste)->isEnabled());
        QVERIFY(!probe.action(Act::Copy)->isEnabled() && probe.action(Act::SelectAll)->isEnabled());
        for (const Qt::Key key : {Qt::Key_X, Qt::Key_V})
            QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier);
        QCOMPARE(probe.text().toUtf8(), post);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kept"));
        probe.pane()->moveCursor(QTextCursor::Start);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return page->hasSelection(); }, 10000));
        QVERIFY(!probe.pane()->textCursor().hasSelection());
        QVERIFY(QTest::qWaitFor([&] { return probe.action(Act::Copy)->isEnabled(); }, 10000));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([] { return QApplication::clipboard()->text().contains(QStringLiteral("Body")); }));
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("layout:")));
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void editMenu_followsTheFocus()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QMenu* menu = nullptr;
        for (QObject* place : probe.action(Act::Cut)->associatedObjects())
            menu = qobject_cast<QMenu*>(place) ? qobject_cast<QMenu*>(place) : menu;
        QVERIFY(menu);
        const auto enabled = [&] {
            Q_EMIT menu->aboutToShow();
            QString letters;
            for (const auto& [act, letter] : {std::pair{Act::Cut, u'x'}, std::pair{Act::Copy, u'c'},
                                              std::pair{Act::Paste, u'v'}, std::pair{Act::SelectAll, u'a'}})
                letters += probe.action(act)->isEnabled() ? QChar(letter) : QChar(u'-');
            return letters;
        };
        QApplication::clipboard()->setText(QStringLiteral("word"));
        probe.pane()->setFocus();
        QCOMPARE(enabled(), QStringLiteral("--va"));
        probe.pane()->selectAll();
        QCOMPARE(enabled(), QStringLiteral("xcva"));
        QApplication::clipboard()->clear();
        QCOMPARE(enabled(), QStringLiteral("xc-a"));
        QLineEdit* field = nullptr;
        for (auto* each : probe.window.column().findChildren<QLineEdit*>())
            field = !field && each->isVisible() && each->text() == QStringLiteral("T") ? each : field;
        QVERIFY(field);
        field->setFocus();
        field->deselect();
        QCOMPARE(enabled(), QStringLiteral("---a"));
        probe.action(Act::SelectAll)->trigger();
        QCOMPARE(enabled(), QStringLiteral("xc-a"));
        QCOMPARE(field->selectedText(), QStringLiteral("T"));
        probe.action(Act::Copy)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("T"));
        probe.window.menuBar()->setFocus(); // a menu borrows the focus; the field drops its selection, as Qt's do
        QCOMPARE(enabled(), QStringLiteral("--va"));
        auto* list = new QListWidget(&probe.window);
        list->show();
        list->setFocus();
        QCOMPARE(enabled(), QStringLiteral("----"));
        list->addItem(QStringLiteral("entry"));
        for (const Act act : {Act::Cut, Act::Paste, Act::SelectAll, Act::Copy})
            probe.action(act)->trigger();
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void closingAnUnchangedPost_asksNothing()
    {
        WindowProbe probe(post);
        probe.window.close();
        QVERIFY(!probe.window.isVisible());
    }

    void closingWithChanges_asksAndCancelKeepsAll()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("new "));
        probe.window.close();
        QMessageBox* box = question(probe);
        QVERIFY(box);
        QVERIFY(box->text().contains(QStringLiteral("post.md")));
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(probe.window.isVisible());
        QVERIFY(probe.text().contains(QStringLiteral("new ")));
        QCOMPARE(probe.disk(), post);
    }

    void closingWithSave_writesTheFile()
    {
        WindowProbe probe(post);
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(probe.pane(), QStringLiteral("new"));
        probe.window.close();
        QVERIFY(question(probe));
        QTest::mouseClick(question(probe)->button(QMessageBox::Save), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !probe.window.isVisible(); }, 10000));
        QCOMPARE(probe.disk(), post + "new");
    }

    void closingWithDiscard_leavesTheFile()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("new"));
        probe.window.close();
        QVERIFY(question(probe));
        QTest::mouseClick(question(probe)->button(QMessageBox::Discard), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !probe.window.isVisible(); }, 10000));
        QCOMPARE(probe.disk(), post);
    }

    void saveThatFailsOnClosing_keepsTheWindowOpen()
    {
        WindowProbe probe(post);
        QTest::keyClicks(probe.pane(), QStringLiteral("new"));
        QVERIFY(QFile::remove(probe.path) && QDir().mkdir(probe.path));
        probe.window.close();
        QVERIFY(question(probe));
        QTest::mouseClick(question(probe)->button(QMessageBox::Save), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return probe.window.notices().has(QStringLiteral("save")); }, 10000));
        QVERIFY(probe.window.isVisible());
        QVERIFY(probe.text().contains(QStringLiteral("new")));
    }

    void newPost_createsNoFile()
    {
        WindowProbe probe;
        QCOMPARE(QDir(probe.folder.path()).entryList({QStringLiteral("*.md")}).size(), 0);
        probe.action(Act::New)->trigger();
        QVERIFY(probe.window.documents().isOpen());
        QTest::keyClicks(probe.pane(), QStringLiteral("hello"));
        QVERIFY(probe.settle());
        QCOMPARE(QDir(probe.folder.path()).entryList({QStringLiteral("*.md")}).size(), 0);
        QVERIFY(probe.window.windowTitle().startsWith(QStringLiteral("Untitled")));
    }

    void recentFiles_areInTheMenuAndOpen()
    {
        WindowProbe probe(post);
        const QString second = probe.folder.filePath(QStringLiteral("second.md"));
        test::writeFile(second, "Second\n");
        QVERIFY(probe.open(second));
        QMenu* menu = probe.window.actions().recentMenu();
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().size() >= 2);
        QCOMPARE(menu->actions()[0]->text(), second);
        QCOMPARE(menu->actions()[1]->text(), probe.path);
        menu->actions()[1]->trigger();
        QVERIFY(QTest::qWaitFor([&] { return probe.text().toUtf8() == post; }, 10000));
    }

    void lastFileCaretAndFold_areThereAgain()
    {
        const QByteArray longPost = post + QByteArray("line\n\n").repeated(200);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("long.md"));
        test::writeFile(path, longPost);
        {
            WindowProbe probe;
            QVERIFY(probe.open(path));
            QVERIFY(probe.settle());
            probe.window.editor().goToLine(301, 2);
            probe.window.editor().fold()->setFolded(true);
            probe.window.close();
        }
        WindowProbe again;
        QSignalSpy opened(&again.window.documents(), &DocumentController::opened);
        again.window.openLast();
        QVERIFY(opened.count() > 0 || opened.wait(10000));
        QVERIFY(again.window.status().text().contains(QStringLiteral("Line 302, Column 3")));
        QVERIFY(again.window.editor().fold()->isFolded());
        QVERIFY(again.pane()->viewport()->rect().contains(again.pane()->cursorRect()));
    }

    void droppedFile_isOpened()
    {
        WindowProbe probe;
        const QString file = probe.folder.filePath(QStringLiteral("dragged.md"));
        test::writeFile(file, post);
        QSignalSpy opened(&probe.window.documents(), &DocumentController::opened);
        dropOn(probe.window, {QUrl::fromLocalFile(file)});
        QVERIFY(opened.count() > 0 || opened.wait(10000));
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void droppedPdf_isRefusedWithASentence()
    {
        WindowProbe probe;
        const QString file = probe.folder.filePath(QStringLiteral("slides.pdf"));
        test::writeFile(file, "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
        dropOn(probe.window, {QUrl::fromLocalFile(file)});
        QVERIFY(probe.waitForNotice(QStringLiteral("slides.pdf: it is a PDF document, not text")));
        QVERIFY(!probe.window.documents().isOpen());
    }

    void severalDroppedPosts_areAllOpened()
    {
        WindowProbe probe;
        QList<QUrl> urls;
        for (const char* name : {"one.md", "two.md", "three.md"}) {
            urls << QUrl::fromLocalFile(probe.folder.filePath(QString::fromLatin1(name)));
            test::writeFile(urls.last().toLocalFile(), post);
        }
        dropOn(probe.window, urls);
        QTRY_COMPARE(probe.window.documents().tabs().size(), 3U);
    }

    void droppedFolder_isOpenedAsASite()
    {
        WindowProbe probe(post);
        QSignalSpy chosen(&probe.window.documents(), &DocumentController::folderChosen);
        dropOn(probe.window, {QUrl::fromLocalFile(probe.folder.path())});
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void droppedPicture_goesIntoThePostThatIsOpen()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::blue);
        WindowProbe probe;
        const QString file = probe.folder.filePath(QStringLiteral("dot.png"));
        QVERIFY(image.save(file));
        dropOn(probe.window, {QUrl::fromLocalFile(file)});
        QVERIFY(probe.waitForNotice(QStringLiteral("open or begin one first")));
        QVERIFY(!probe.window.documents().isOpen());
        test::writeFile(probe.path, post);
        QVERIFY(probe.open(probe.path));
        dropOn(probe.window, {QUrl::fromLocalFile(file)});
        QTRY_VERIFY2(probe.text().contains(QStringLiteral("![")), qPrintable(probe.text()));
        QCOMPARE(probe.window.documents().tabs().size(), 1U);
    }

    void filesThatAreGone_areInNoListOfRecentOnes()
    {
        WindowProbe probe(post);
        const QString gone = probe.folder.filePath(QStringLiteral("gone.md"));
        test::writeFile(gone, post);
        QVERIFY(probe.open(gone));
        probe.action(Act::Close)->trigger();
        probe.action(Act::Close)->trigger();
        auto* start = probe.window.findChild<StartPage*>();
        auto* list = start->findChild<QListWidget*>();
        QCOMPARE(list->item(0)->text(), QStringLiteral("gone.md"));
        QVERIFY(QFile::remove(gone));
        QEvent front(QEvent::WindowActivate); // the person comes back from the file manager
        QApplication::sendEvent(start, &front);
        QCOMPARE(list->item(0)->text(), QStringLiteral("post.md"));
        QMenu* menu = probe.window.actions().recentMenu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions()[0]->text(), probe.path);
        // The disk they lie on comes back.
        test::writeFile(gone, post);
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions()[0]->text(), gone);
    }

    void droppedAddress_isNotOpened()
    {
        WindowProbe probe(post);
        dropOn(probe.window, {QUrl(QStringLiteral("http://example.org/a.md"))});
        QTest::qWait(50);
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void goToLine_asksAndGoes()
    {
        WindowProbe probe(post);
        QTest::keyClick(probe.pane(), Qt::Key_G, Qt::ControlModifier);
        auto* dialog = probe.window.findChild<QInputDialog*>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QWidget*>(QStringLiteral("qt_spinbox_lineedit")), QStringLiteral("3"));
        dialog->setIntValue(3);
        dialog->accept();
        QVERIFY(probe.window.status().text().contains(QStringLiteral("Line 3,")));
    }

    void fileThatCannotBeOpened_givesANoticeAndLeavesTheOpenPost_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence"); // FILE stands for the path
        QTest::newRow("missing") << "gone.md" << QByteArray() << "Can't open FILE: there is no such file";
        // A name that is a word of the reason is still named.
        QTest::newRow("missing, short name") << "no" << QByteArray() << "Can't open FILE: there is no such file";
        QTest::newRow("UTF-16") << "a.md" << QByteArray("\xFF\xFE-\0-\0", 6)
                                << "Can't open FILE: it is UTF-16 text; Jekyll reads UTF-8 only";
        QTest::newRow("pipe") << "pipe" << QByteArray("pipe") << "Can't open FILE: it is not a regular file";
        QTest::newRow("program") << "a.md"
                                 << QByteArray("\x7f"
                                               "ELF\0\0\0\x01\0\0\0\0",
                                               12)
                                 << "Can't open FILE: it is a program, not text";
        QTest::newRow("binary") << "a.md" << QByteArray("\1\2\0\3data\4\5\0\6", 12)
                                << "Can't open FILE: it is a binary file, not text";
        QTest::newRow("too large") << "big.md" << QByteArray("huge")
                                   << "Can't open FILE: it is larger than 64 MB (68157440 bytes)";
    }

    void fileThatCannotBeOpened_givesANoticeAndLeavesTheOpenPost()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        WindowProbe probe(post);
        const QString file = probe.folder.filePath(name);
        if (bytes == "pipe")
            QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        else if (!bytes.isNull())
            test::writeFile(file, bytes);
        if (bytes == "huge")
            QVERIFY(QFile::resize(file, 65LL * 1024 * 1024));
        probe.window.open(file);
        const QString wanted = sentence.replace(QStringLiteral("FILE"), file);
        QVERIFY2(probe.waitForNotice(wanted), qPrintable(probe.window.notices().texts().join(u'\n')));
        QVERIFY(probe.window.notices().texts().contains(wanted));
        QCOMPARE(probe.text().toUtf8(), post);
        QTest::keyClicks(probe.pane(), QStringLiteral("x"));
        QVERIFY(probe.window.post().isModified());
    }

    void flawedPost_isShownWithItsProblemAndCanBeEdited_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problem");
        QTest::newRow("YAML") << QByteArray("---\ntitle: [\n---\nwords here\n") << "Line 3";
        QTest::newRow("unclosed") << QByteArray("---\ntitle: x\n\nwords here\n") << "Line 1";
        QTest::newRow("unknown layout") << QByteArray("---\nlayout: nowhere\n---\nwords here\n") << "nowhere";
        QTest::newRow("bytes") << QByteArray("---\ntitle: x\n---\nwords \xFF here\n") << "Line 4";
        QTest::newRow("Liquid") << QByteArray("---\ntitle: x\n---\nwords here {% if %}\n") << "Line 4";
    }

    void flawedPost_isShownWithItsProblemAndCanBeEdited()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problem);
        WindowProbe probe(bytes);
        QVERIFY(probe.settle());
        const QString problems = probe.window.editor().problemTexts().join(u'\n');
        QVERIFY2(problems.contains(problem), qPrintable(problems));
        QVERIFY(probe.previewShows(QStringLiteral("here")));
        probe.pane()->setFocus();
        QTest::keyClicks(probe.pane(), QStringLiteral("x"));
        QVERIFY(probe.window.post().isModified());
        QCOMPARE(probe.disk(), bytes);
    }

    void problemOfALayout_opensItAtItsLine()
    {
        WindowProbe probe;
        QDir site(probe.folder.path());
        QVERIFY(site.mkdir(QStringLiteral("_layouts")) && site.mkdir(QStringLiteral("_posts")));
        test::writeFile(site.filePath(QStringLiteral("_config.yml")), "title: T\n");
        test::writeFile(site.filePath(QStringLiteral("_layouts/post.html")),
                        "<p>\n{{ content }}\n{% nonsense %}\n</p>\n");
        const QString file = site.filePath(QStringLiteral("_posts/2017-06-19-a.md"));
        test::writeFile(file, post);
        QVERIFY(probe.open(file));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return probe.settle() &&
                       probe.window.editor().problemTexts().join(u'\n').contains(QStringLiteral("_layouts/post.html"));
            },
            10000));
        auto* list = probe.window.editor().problems()->findChild<QListWidget*>();
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->text().contains(QStringLiteral("_layouts/post.html")))
                Q_EMIT list->itemActivated(list->item(i));
        }
        QVERIFY(QTest::qWaitFor([&] { return probe.window.post().name() == QStringLiteral("post.html"); }, 10000));
        QVERIFY(
            QTest::qWaitFor([&] { return probe.window.status().text().contains(QStringLiteral("Line 3,")); }, 10000));
    }

    void problemOfThePost_isUnderlined()
    {
        WindowProbe probe("---\ntitle: [\n---\nwords\n");
        QVERIFY(probe.settle());
        const QList<QTextEdit::ExtraSelection> marks = probe.pane()->extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0].cursor.blockNumber(), 2);
        QCOMPARE(marks[0].format.underlineStyle(), QTextCharFormat::WaveUnderline);
    }

    void darkAndLight_followTheChoice()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        probe.action(Act::AppearanceDark)->trigger();
        QVERIFY(probe.window.palette().color(QPalette::Window).lightness() < 100);
        probe.action(Act::AppearanceLight)->trigger();
        QVERIFY(probe.window.palette().color(QPalette::Window).lightness() > 180);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestWindow>(argc, argv);
}
#include "tst_window.moc"
