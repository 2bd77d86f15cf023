// SPDX-License-Identifier: MIT
// What a reader does with the page: copies from it, searches it, enlarges it, prints it, chooses its colours; by mouse
// and keys.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/hand.h"
#include "windowprobe.h"
#endif

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QWebEnginePage>

#include <csignal>

using namespace galley;
using test::WindowProbe;

namespace
{

class ComfortProbe : public WindowProbe
{
public:
    explicit ComfortProbe(const QByteArray& body) : WindowProbe("---\ntitle: t\nlayout: none\n---\n" + body) {}

    QWidget* web() { return window.preview().view()->focusProxy(); }

    QPoint placeOf(const QString& selector)
    {
        const QVariantList place =
            ask(QStringLiteral("(() => { const box = document.querySelector('%1').getBoundingClientRect();"
                               "return [box.left + box.width / 2, box.top + box.height / 2] })()")
                    .arg(selector))
                .toList();
        const double zoom = window.preview().zoomFactor();
        return QPointF(place.value(0).toDouble() * zoom, place.value(1).toDouble() * zoom).toPoint();
    }

    /// The menu of a right click on the page.
    QMenu* menu()
    {
        QWebEngineView* view = window.preview().view();
        test::Hand(view).click(QPoint(20, 20), {}, Qt::RightButton);
        QMenu* shown = nullptr;
        (void)QTest::qWaitFor([&] { // the renderer says what was clicked first
            for (QMenu* menu : view->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
                shown = menu->isVisible() ? menu : shown;
            return shown != nullptr;
        });
        return shown;
    }

    /// Chooses an entry of a menu, or of one below it, by the Enter key.
    static bool choose(QMenu* menu, const QString& text)
    {
        for (QAction* action : menu ? menu->actions() : QList<QAction*>()) {
            if (action->menu() && choose(action->menu(), text))
                return true;
            if (action->menu() || action->text().remove(u'&') != text)
                continue;
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return true;
        }
        return false;
    }
    bool chooseFromMenu(const QString& text)
    {
        QMenu* shown = menu();
        const bool done = choose(shown, text);
        if (shown)
            shown->close();
        return done;
    }

    QLabel* found() { return window.findChild<QWidget*>(QStringLiteral("previewFind"))->findChild<QLabel*>(); }
};

} // namespace

class TestPreviewComfort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void doubleClickAndCtrlC_copyTheWord()
    {
        ComfortProbe probe("<p><b>singular</b></p>\n\nother words\n");
        QVERIFY(probe.previewShows(QStringLiteral("singular")));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        test::Hand hand(probe.window.preview().view());
        hand.click(probe.placeOf(QStringLiteral("b")));
        hand.doubleClick(probe.placeOf(QStringLiteral("b")));
        QTRY_COMPARE(probe.window.preview().view()->selectedText().trimmed(), QStringLiteral("singular"));
        QTest::qWait(100); // the editor has taken the focus
        probe.web()->setFocus();
        QTest::keyClick(probe.web(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().trimmed(), QStringLiteral("singular"));
    }

    void menu_copiesTheSelection()
    {
        ComfortProbe probe("all of it\n");
        QVERIFY(probe.previewShows(QStringLiteral("all of it")));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        QVERIFY(probe.chooseFromMenu(QStringLiteral("Select All")));
        QTRY_VERIFY(probe.window.preview().view()->hasSelection());
        QVERIFY(probe.chooseFromMenu(QStringLiteral("Copy")));
        QTRY_COMPARE(QGuiApplication::clipboard()->text().trimmed(), QStringLiteral("all of it"));
    }

    void ctrlPlus_enlargesThePageAndAnotherRendererKeepsIt()
    {
        ComfortProbe probe("words\n");
        probe.action(Act::ZoomReset)->trigger();
        QVERIFY(probe.previewShows(QStringLiteral("words")));
        const double width = probe.ask(QStringLiteral("innerWidth")).toDouble();
        QTest::keyClick(&probe.window, Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(&probe.window, Qt::Key_Plus, Qt::ControlModifier);
        QTRY_VERIFY(probe.ask(QStringLiteral("innerWidth")).toDouble() < width * 0.88);
        QWebEnginePage* page = probe.window.preview().view()->page();
        QSignalSpy applied(&probe.window.preview(), &PreviewPane::patchApplied);
        ::kill(pid_t(page->renderProcessPid()), SIGKILL);
        QVERIFY(applied.wait(20000));
        QTRY_VERIFY(probe.ask(QStringLiteral("innerWidth")).toDouble() < width * 0.88);
        QTest::keyClick(&probe.window, Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(&probe.window, Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(probe.ask(QStringLiteral("innerWidth")).toDouble(), width);
        QVERIFY(probe.chooseFromMenu(QStringLiteral("Zoom In")));
        QTRY_VERIFY(probe.ask(QStringLiteral("innerWidth")).toDouble() < width * 0.95);
        QVERIFY(probe.chooseFromMenu(QStringLiteral("Reset Zoom")));
        QTRY_COMPARE(probe.ask(QStringLiteral("innerWidth")).toDouble(), width);
    }

    void findInPage_goesBackAndSaysWhenThereIsNothing()
    {
        ComfortProbe probe("needle one\n\nneedle two\n\nneedle three\n");
        QVERIFY(probe.previewShows(QStringLiteral("needle three")));
        QTest::keyClick(&probe.window, Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        auto* words = probe.window.findChild<QWidget*>(QStringLiteral("previewFind"))->findChild<QLineEdit*>();
        QVERIFY(words->hasFocus());
        QTest::keyClicks(words, QStringLiteral("needle"));
        QTRY_COMPARE(probe.found()->text(), QStringLiteral("1 of 3"));
        QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(probe.found()->text(), QStringLiteral("3 of 3"));
        QTest::keyClicks(words, QStringLiteral("less"));
        QTRY_COMPARE(probe.found()->text(), QStringLiteral("Not found"));
        QTest::keyClick(words, Qt::Key_Escape);
        QCOMPARE(probe.text().right(13), QStringLiteral("needle three\n")); // the keys went nowhere else
    }

    void pageColours_areChosenFromTheMenuAndRemembered()
    {
        const QByteArray sheet = "<i class=\"probe\">words</i>\n";
        const auto colour = [](ComfortProbe& probe) {
            return probe
                .ask(QStringLiteral("(() => { const sheet = document.createElement('style');"
                                    "sheet.textContent = '@media (prefers-color-scheme: dark) { i { color: rgb(8, 8, "
                                    "8) } } @media (prefers-color-scheme: light) { i { color: rgb(7, 7, 7) } }';"
                                    "document.head.append(sheet); galley.applyScheme(); const colour = "
                                    "getComputedStyle(document.querySelector('i')).color;"
                                    "sheet.remove(); return colour })()"))
                .toString();
        };
        {
            ComfortProbe probe(sheet);
            QVERIFY(probe.previewShows(QStringLiteral("words")));
            QVERIFY(probe.chooseFromMenu(QStringLiteral("Light")));
            QTRY_COMPARE(colour(probe), QStringLiteral("rgb(7, 7, 7)"));
            QVERIFY(probe.action(Act::PageLight)->isChecked());
            QVERIFY(probe.chooseFromMenu(QStringLiteral("Dark")));
            QTRY_COMPARE(colour(probe), QStringLiteral("rgb(8, 8, 8)"));
        }
        ComfortProbe again(sheet);
        QVERIFY(again.previewShows(QStringLiteral("words")));
        QTRY_COMPARE(colour(again), QStringLiteral("rgb(8, 8, 8)"));
        QVERIFY(again.action(Act::PageDark)->isChecked());
        QVERIFY(again.chooseFromMenu(QStringLiteral("The Site\u2019s Own")));
    }

    void printKey_asksForThePrinterAndThePageIsPrinted()
    {
        ComfortProbe probe("words for paper\n");
        QVERIFY(probe.previewShows(QStringLiteral("words for paper")));
        QTest::keyClick(&probe.window, Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        auto* dialog = probe.window.findChild<QPrintDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!probe.window.findChild<QPrintDialog*>());
        const auto printer = std::make_shared<QPrinter>();
        const QString target = probe.folder.filePath(QStringLiteral("paper.pdf"));
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(target);
        QSignalSpy printed(&probe.window.preview(), &PreviewPane::printed);
        probe.window.preview().print(printer);
        QVERIFY(printed.count() > 0 || printed.wait(30000));
        QVERIFY(printed.first().first().toBool());
        QVERIFY(test::readBytes(target).startsWith("%PDF-"));
    }

    void menu_putsThePreviewIntoItsOwnWindowAndBack()
    {
        ComfortProbe probe("words\n");
        QVERIFY(probe.previewShows(QStringLiteral("words")));
        QVERIFY(probe.chooseFromMenu(QStringLiteral("In Its Own Window")));
        QVERIFY(probe.window.preview().isDetached());
        QVERIFY(probe.chooseFromMenu(QStringLiteral("Back into the Window")));
        QVERIFY(!probe.window.preview().isDetached());
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestPreviewComfort>(argc, argv);
}
#include "tst_previewcomfort.moc"
