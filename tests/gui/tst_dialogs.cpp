// SPDX-License-Identifier: MIT
// The dialogs of the window, driven by keys: Save As, Export HTML, Save as PDF, Keys; and what zoom and wrap do.
#include "keyspage.h"
#include "windowprobe.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

using namespace galley;
using test::WindowProbe;

static const QByteArray post = "---\nlayout: post\ntitle: A meetup\n---\nWe *met*.\n";

/// Types a name into the file dialog that is open and presses Enter.
static bool answer(const WindowProbe& probe, const QString& path)
{
    auto* dialog = probe.window.findChild<QFileDialog*>();
    auto* name = dialog ? dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")) : nullptr;
    if (!name)
        return false;
    name->setText(path); // typed, the list of completions would take the Enter
    QTest::keyClick(name, Qt::Key_Return);
    return true;
}

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // No dialog of the desktop's own, which a test can't type into.
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void saveAs_writesThereAndGoesOnThere()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        const QString target = probe.folder.filePath(QStringLiteral("other.md"));
        QSignalSpy saved(&probe.window.post(), &OpenPost::saved);
        QVERIFY(answer(probe, target));
        QVERIFY(saved.count() > 0 || saved.wait(10000));
        QCOMPARE(test::readBytes(target), post);
        QCOMPARE(probe.window.post().path(), target);
        QVERIFY(probe.window.windowTitle().startsWith(QStringLiteral("other.md")));
    }

    void cancelledSaveAs_changesNothing()
    {
        WindowProbe probe(post);
        QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = probe.window.findChild<QFileDialog*>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(probe.window.post().path(), probe.path);
        QCOMPARE(QDir(probe.folder.path()).entryList({QStringLiteral("*.md")}).size(), 1);
    }

    void export_offersThePostsNameAndWritesThePage()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QTest::keyClick(probe.pane(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = probe.window.findChild<QFileDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text(), QStringLiteral("post.html"));
        const QString target = probe.folder.filePath(QStringLiteral("page.html"));
        QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
        QVERIFY(answer(probe, target));
        QVERIFY(exported.count() > 0 || exported.wait(10000));
        QCOMPARE(test::readBytes(target), QByteArray::fromStdString(probe.window.page().result()->page.html));
    }

    void exportIntoAFolderThatIsGone_isToldAndLosesNothing()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QSignalSpy failed(&probe.window.exporting(), &Exporting::failed);
        probe.window.exporting().writeTo(probe.folder.filePath(QStringLiteral("gone/page.html")), PageForm::Standalone);
        QVERIFY(failed.count() > 0 || failed.wait(10000));
        QVERIFY2(probe.waitForNotice(QStringLiteral("gone/page.html")),
                 qPrintable(probe.window.notices().texts().join(u'\n')));
        QCOMPARE(probe.disk(), post);
    }

    void pdf_isAPdfOfThePage()
    {
        WindowProbe probe(post);
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        probe.action(Act::PrintPdf)->trigger();
        const QString target = probe.folder.filePath(QStringLiteral("page.pdf"));
        QVERIFY(answer(probe, target));
        QVERIFY(probe.waitForNotice(QStringLiteral("Saved %1").arg(target)));
        QVERIFY(QFileInfo(target).size() > 1000);
        QVERIFY(test::readBytes(target).startsWith("%PDF-"));
    }

    void keysPage_namesTheKeysOfTheMenus()
    {
        WindowProbe probe(post);
        QTest::keyClick(probe.pane(), Qt::Key_F1);
        auto* keys = probe.window.findChild<KeysPage*>();
        QVERIFY(keys && keys->isVisible());
        QTest::keyClick(keys, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return !probe.window.findChild<KeysPage*>(); }, 5000));
    }

    void zoom_growsTextAndPageAndGoesBack()
    {
        WindowProbe probe(post);
        probe.action(Act::ZoomReset)->trigger();
        const double size = probe.pane()->font().pointSizeF();
        QTest::keyClick(probe.pane(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(probe.pane()->font().pointSizeF() > size);
        QVERIFY(probe.window.preview().zoomFactor() > 1.05);
        QTest::keyClick(probe.pane(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(probe.pane()->font().pointSizeF(), size);
    }

    void wrap_isAToggleThatIsRemembered()
    {
        {
            WindowProbe probe(post);
            QVERIFY(probe.action(Act::Wrap)->isChecked());
            QTest::keyClick(probe.pane(), Qt::Key_Z, Qt::AltModifier);
            QCOMPARE(probe.pane()->lineWrapMode(), QPlainTextEdit::NoWrap);
        }
        WindowProbe again(post);
        QCOMPARE(again.pane()->lineWrapMode(), QPlainTextEdit::NoWrap);
        again.action(Act::Wrap)->trigger();
        QCOMPARE(again.pane()->lineWrapMode(), QPlainTextEdit::WidgetWidth);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestDialogs>(argc, argv);
}
#include "tst_dialogs.moc"
