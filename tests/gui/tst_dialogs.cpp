// SPDX-License-Identifier: MIT
// The dialogs of the window, driven by keys: Save As, Export HTML, Save as PDF, Keys; and what zoom and wrap do.
#include "keyspage.h"
#include "windowprobe.h"

#include <QAbstractItemView>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTextEdit>
#include <QToolTip>

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

/// What Qt would take for HTML, and read a file for; "%1" makes each one tell where it came from.
static QString hostile(const char* where)
{
    return QStringLiteral("<img src='file:///dev/zero'><b>evil %1</b>").arg(QLatin1String(where));
}

/// Everything that shows one of the hostile texts and would not show it as it is written.
class HostileLook
{
public:
    int labels = 0, tips = 0; ///< hostile ones met
    QStringList rich;

    void look()
    {
        for (QWidget* widget : QApplication::allWidgets()) {
            lookAtLabel(qobject_cast<QLabel*>(widget));
            if (auto* edit = qobject_cast<QTextEdit*>(widget); edit && edit->toPlainText().contains(QLatin1String("evil")))
                note(edit->toPlainText().contains(QLatin1String("<b>evil")), widget, edit->toPlainText());
            if (Qt::mightBeRichText(widget->toolTip()))
                lookAtTip(widget, widget->toolTip());
            if (auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->model())
                lookAtItems(view, QModelIndex());
        }
    }

private:
    void note(bool plain, const QWidget* widget, const QString& text)
    {
        if (!plain)
            rich << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' + text;
    }
    void lookAtLabel(QLabel* label)
    {
        if (!label || !label->text().contains(QLatin1String("evil")))
            return;
        ++labels;
        label->ensurePolished();
        note(label->textFormat() == Qt::PlainText, label, label->text());
    }
    void lookAtTip(QWidget* widget, const QString& text)
    {
        ++tips;
        QToolTip::showText(QPoint(10, 10), text, widget);
        for (QWidget* each : QApplication::topLevelWidgets()) {
            if (auto* tip = qobject_cast<QLabel*>(each); tip && tip->inherits("QTipLabel"))
                note(tip->textFormat() == Qt::PlainText, widget, text);
        }
        QToolTip::hideText();
    }
    void lookAtItems(QAbstractItemView* view, const QModelIndex& parent)
    {
        for (int row = 0; row < qMin(50, view->model()->rowCount(parent)); ++row) {
            const QModelIndex index = view->model()->index(row, 0, parent);
            const QString tip = index.data(Qt::ToolTipRole).toString();
            if (Qt::mightBeRichText(tip))
                lookAtTip(view, tip);
            lookAtItems(view, index);
        }
    }
};

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
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        probe.window.preview().setTrust({true, true, true}); // a stranger's page gets a policy
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

    void outputOfASitesPost_isOfferedOutsideOfItsSourcesAndWhereItWasPutLast()
    {
        WindowProbe probe;
        QDir folder(probe.folder.path());
        QVERIFY(folder.mkpath(QStringLiteral("site/_posts")) && folder.mkpath(QStringLiteral("out")));
        const QString site = folder.filePath(QStringLiteral("site"));
        test::writeFile(site + QStringLiteral("/_config.yml"), "title: T\n");
        const QString file = site + QStringLiteral("/_posts/2017-06-19-a.md");
        test::writeFile(file, post);
        QVERIFY(probe.open(file));
        QTRY_VERIFY(probe.window.page().site());
        for (const Act act : {Act::Export, Act::PrintPdf, Act::Zip}) {
            probe.action(act)->trigger();
            auto* dialog = probe.window.findChild<QFileDialog*>();
            QVERIFY(dialog);
            const QString offered = dialog->directory().absolutePath();
            QVERIFY2(offered != site && !offered.startsWith(site + u'/'), qPrintable(offered));
            QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))
                        ->text()
                        .startsWith(QStringLiteral("2017-06-19-a.")));
            delete dialog;
        }
        probe.action(Act::Export)->trigger();
        QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
        QVERIFY(answer(probe, folder.filePath(QStringLiteral("out/a.html"))));
        QVERIFY(exported.count() > 0 || exported.wait(10000));
        QTRY_VERIFY(!probe.window.findChild<QFileDialog*>());
        probe.action(Act::PrintPdf)->trigger();
        QCOMPARE(probe.window.findChild<QFileDialog*>()->directory().absolutePath(),
                 folder.filePath(QStringLiteral("out")));
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

    void hostileWords_stayWordsInEveryWidget()
    {
        WindowProbe probe{QByteArray(), QString()};
        QDir site(probe.folder.path());
        QVERIFY(site.mkpath(QStringLiteral("_posts")));
        const auto write = [&](const QString& name, const QString& text) {
            test::writeFile(site.filePath(name), text.toUtf8());
        };
        write(QStringLiteral("_config.yml"), QStringLiteral("title: \"%1\"\n").arg(hostile("site")));
        const QString name = QStringLiteral("_posts/2020-01-01-<b>evil file<b>&.md");
        write(name, QStringLiteral("---\ntitle: \"%1\"\nauthor: \"%2\"\n\"%3\": x\ntags: [\"%4\"]\nlayout: \"%5\"\n---\n"
                                   "# %6\n\n{% include %7 %}\n{{ x | date: }}\n[a](/evil<b>)\n")
                        .arg(hostile("title"), hostile("author"), hostile("key"), hostile("tag"), hostile("layout"),
                             hostile("heading"), hostile("include")));
        write(QStringLiteral("_posts/2020-01-02-b.md"),
              QStringLiteral("---\ntitle: \"%1\"\n\"%2\": y\n---\nb\n").arg(hostile("other"), hostile("sibling key")));
        QVERIFY(probe.open(site.filePath(QStringLiteral("_posts/2020-01-02-b.md"))));
        QVERIFY(probe.open(site.filePath(name)));
        QVERIFY(probe.settle());
        QTest::keyClicks(probe.pane(), QStringLiteral("changed "));
        QVERIFY(probe.settle());
        HostileLook seen;
        for (const Act act : {Act::ShowSite, Act::ShowOutline, Act::ShowCheck, Act::QuickOpen, Act::Rename, Act::History,
                              Act::NewWriteUp, Act::GoToLine, Act::SaveAs, Act::Export, Act::Close}) {
            probe.action(act)->trigger();
            QTest::qWait(150);
            seen.look();
            for (QWidget* window : QApplication::topLevelWidgets()) {
                if (auto* dialog = qobject_cast<QDialog*>(window); dialog && dialog->isVisible())
                    dialog->reject();
            }
        }
        QVERIFY2(seen.rich.isEmpty(), qPrintable(seen.rich.join(u'\n')));
        QVERIFY2(seen.labels > 10 && seen.tips > 5, qPrintable(QStringLiteral("%1 %2").arg(seen.labels).arg(seen.tips)));
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
