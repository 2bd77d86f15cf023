// SPDX-License-Identifier: MIT
// Handing a post in, and giving it another name, as a person does it.
#include "windowprobe.h"

#include "handin.h"
#include "postsaving.h"
#include "posttab.h"
#include "renamedialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

using namespace galley;
using namespace galley::test;

class tst_HandIn final : public QObject
{
    Q_OBJECT

private:
    static QString put(WindowProbe& probe, const QString& name, const QByteArray& text)
    {
        const QString path = probe.folder.filePath(QStringLiteral("site/") + name);
        QDir().mkpath(QFileInfo(path).path());
        writeFile(path, text);
        return QFileInfo(path).canonicalFilePath();
    }
    static QString openPost(WindowProbe& probe)
    {
        put(probe, QStringLiteral("_config.yml"), "title: Class\n");
        put(probe, QStringLiteral("_layouts/post.html"), "<html><body><nav>menu</nav>{{ content }}</body></html>");
        put(probe, QStringLiteral("images/a.png"), "png");
        put(probe, QStringLiteral("_posts/2024-01-01-other.md"),
            "---\nlayout: post\ntitle: Other\n---\n[a]({% post_url 2024-01-02-old %})\n");
        const QString path = put(probe, QStringLiteral("_posts/2024-01-02-old.md"),
                                 "---\nlayout: post\ntitle: Old\n---\n**bold** ![x](/images/a.png)\n");
        probe.open(path);
        probe.settle();
        return path;
    }
    static RenameDialog* dialogOf(WindowProbe& probe)
    {
        RenameDialog* dialog = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                dialog = probe.window.findChild<RenameDialog*>();
                return dialog && dialog->plan().has_value();
            },
            10000);
        return dialog;
    }

private Q_SLOTS:
    void copyPath_andHtml_areOnTheClipboard();
    void untitledPost_isToldToBeSavedFirst();
    void zip_holdsThePostAsItStandsAndItsPictures();
    void zip_thatCanNotBeWritten_isToldWithItsPath();
    void rename_listsFirst_changesLinks_andUndoTakesItBack();
    void changedTitle_offersTheNameAfterTheSave();
    void takenName_canNotBeChosen();
};

void tst_HandIn::copyPath_andHtml_areOnTheClipboard()
{
    WindowProbe probe;
    const QString path = openPost(probe);
    probe.action(Act::CopyPath)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), path);
    probe.action(Act::CopyHtml)->trigger();
    QTRY_VERIFY(QApplication::clipboard()->text().contains(QStringLiteral("<strong>bold</strong>")));
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("menu")));
    QVERIFY(QApplication::clipboard()->mimeData()->hasHtml());
}

void tst_HandIn::untitledPost_isToldToBeSavedFirst()
{
    WindowProbe probe;
    probe.action(Act::New)->trigger();
    probe.action(Act::ShowInFolder)->trigger();
    QVERIFY(probe.waitForNotice(QStringLiteral("save it first")));
}

void tst_HandIn::zip_holdsThePostAsItStandsAndItsPictures()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("python3 reads the .zip; it is not installed");
    WindowProbe probe;
    openPost(probe);
    QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(probe.pane(), QStringLiteral("unsaved"));
    const QString zip = probe.folder.filePath(QStringLiteral("x.zip"));
    auto* handIn = probe.window.findChild<HandIn*>();
    QVERIFY(handIn);
    QSignalSpy written(handIn, &HandIn::zipWritten);
    handIn->writeZip(zip);
    QVERIFY(written.wait(10000));
    QProcess reader;
    reader.start(
        python,
        {QStringLiteral("-c"),
         QStringLiteral(
             "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.namelist(), z.read(z.namelist()[0]))"),
         zip});
    QVERIFY(reader.waitForFinished());
    const QByteArray told = reader.readAllStandardOutput();
    QVERIFY2(told.startsWith("['_posts/2024-01-02-old.md', 'images/a.png']") && told.contains("unsaved"),
             told.constData());
}

void tst_HandIn::zip_thatCanNotBeWritten_isToldWithItsPath()
{
    WindowProbe probe;
    const QString post = openPost(probe);
    probe.window.findChild<HandIn*>()->writeZip(post + QStringLiteral("/x.zip")); // a file is no folder
    QVERIFY2(probe.waitForNotice(QStringLiteral("x.zip")), qPrintable(probe.window.notices().texts().join(u'\n')));
    QVERIFY(readBytes(post).startsWith("---\nlayout: post"));
}

void tst_HandIn::rename_listsFirst_changesLinks_andUndoTakesItBack()
{
    WindowProbe probe;
    const QString old = openPost(probe);
    const QString folder = QFileInfo(old).path();
    QTest::keyClick(probe.pane(), Qt::Key_F2);
    RenameDialog* dialog = probe.window.findChild<RenameDialog*>();
    QVERIFY(dialog);
    dialog->field()->selectAll();
    QTest::keyClicks(dialog->field(), QStringLiteral("_posts/2024-01-02-new.md"));
    QVERIFY(dialogOf(probe));
    QTRY_COMPARE(dialog->list()->count(), 3); // the file, one other post, the address
    QVERIFY(dialog->list()->item(1)->text().contains(QStringLiteral("2024-01-01-other.md")));
    QCOMPARE(readBytes(folder + QStringLiteral("/2024-01-02-new.md")), QByteArray("<missing>"));
    QTest::keyClick(dialog->field(), Qt::Key_Return);
    QTRY_VERIFY(probe.window.post().path().endsWith(QStringLiteral("2024-01-02-new.md")));
    QVERIFY(!QFile::exists(old));
    QVERIFY(readBytes(folder + QStringLiteral("/2024-01-01-other.md")).contains("post_url 2024-01-02-new"));
    QAbstractButton* undo = nullptr;
    QTRY_VERIFY((undo = probe.window.notices().button(QStringLiteral("rename"), QStringLiteral("Undo"))));
    QTest::mouseClick(static_cast<QWidget*>(undo), Qt::LeftButton);
    QTRY_COMPARE(probe.window.post().path(), old);
    QVERIFY(readBytes(folder + QStringLiteral("/2024-01-01-other.md")).contains("post_url 2024-01-02-old"));
    QTest::qWait(400);
    QVERIFY(!probe.window.notices().has(QStringLiteral("changed")));
    QTest::keyClicks(probe.pane(), QStringLiteral("x"));
    QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(readBytes(old).startsWith("x---") || readBytes(old).contains("x"));
}

void tst_HandIn::changedTitle_offersTheNameAfterTheSave()
{
    WindowProbe probe;
    openPost(probe);
    QTest::qWait(300); // the name that fits is looked up after the site was read
    QTextCursor cursor = probe.pane()->document()->find(QStringLiteral("title: Old"));
    cursor.movePosition(QTextCursor::EndOfBlock);
    probe.pane()->setTextCursor(cursor);
    QTest::keyClicks(probe.pane(), QStringLiteral("er Tale"));
    QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(probe.waitForNotice(QStringLiteral("2024-01-02-older-tale.md")));
    QTest::mouseClick(
        static_cast<QWidget*>(probe.window.notices().button(QStringLiteral("rename"), QStringLiteral("Rename…"))),
        Qt::LeftButton);
    RenameDialog* dialog = dialogOf(probe);
    QVERIFY(dialog);
    QCOMPARE(dialog->newPath(), QStringLiteral("_posts/2024-01-02-older-tale.md"));
}

void tst_HandIn::takenName_canNotBeChosen()
{
    WindowProbe probe;
    openPost(probe);
    QTest::keyClick(probe.pane(), Qt::Key_F2);
    auto* dialog = probe.window.findChild<RenameDialog*>();
    QVERIFY(dialog);
    dialog->field()->setText(QStringLiteral("_posts/2024-01-01-other.md"));
    QTest::qWait(500);
    QVERIFY(!dialog->buttons()->button(QDialogButtonBox::Ok)->isEnabled());
}

int main(int argc, char** argv)
{
    return windowMain<tst_HandIn>(argc, argv);
}

#include "tst_handin.moc"
