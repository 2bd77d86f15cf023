// SPDX-License-Identifier: MIT
// The preview as a part of the window: its links, places, colours and search, by mouse and keys.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/guipulse.h"
#include "attacks/hand.h"
#include "attacks/systemopener.h"
#include "windowprobe.h"
#endif

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QWebEnginePage>

#include <csignal>

using namespace galley;
using test::WindowProbe;

namespace
{

QPoint placeOf(WindowProbe& probe, const QString& selector)
{
    const QVariantList place =
        probe
            .ask(QStringLiteral("(() => { const box = document.querySelector('%1').getBoundingClientRect();"
                                "return [box.left + 5, box.top + box.height / 2] })()")
                     .arg(selector))
            .toList();
    return QPoint(place.value(0).toInt(), place.value(1).toInt());
}

/// A window over a small site, with its first post open.
class SiteProbe : public WindowProbe
{
public:
    explicit SiteProbe(const QByteArray& body) : WindowProbe(QByteArray(), QString())
    {
        QDir(folder.path()).mkpath(QStringLiteral("site/_posts"));
        write(QStringLiteral("site/_config.yml"), "title: s\n");
        write(QStringLiteral("site/about.md"), "---\ntitle: About\n---\nabout us\n");
        write(QStringLiteral("site/_posts/2020-01-02-second.md"), "---\ntitle: Second\n---\nthe second post\n");
        path = folder.filePath(QStringLiteral("site/_posts/2020-01-01-first.md"));
        write(QStringLiteral("site/_posts/2020-01-01-first.md"), "---\ntitle: First\n---\n" + body);
        open(path);
    }

    void write(const QString& name, const QByteArray& bytes) { test::writeFile(folder.filePath(name), bytes); }

    void ctrlClick(const QString& selector)
    {
        test::Hand(window.preview().view()).click(placeOf(*this, selector), Qt::ControlModifier);
    }

    QString openName() { return QFileInfo(window.post().path()).fileName(); }
};

/// Whether a style sheet is being compiled for this program.
bool hasChild()
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray& child :
             test::readBytes(QStringLiteral("/proc/self/task/%1/children").arg(task)).split(' ')) {
            if (test::readBytes(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(child))) == "galley-sass\n")
                return true;
        }
    }
    return false;
}

} // namespace

class TestPreviewWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ctrlClickOnAPageOfTheSite_opensItsSource()
    {
        SiteProbe probe("[next](/2020/01/02/second.html)\n\n[about](/about.html)\n\nplain words\n");
        QVERIFY(probe.previewShows(QStringLiteral("plain words")));
        probe.ctrlClick(QStringLiteral("a[href*=second]"));
        QTRY_COMPARE(probe.openName(), QStringLiteral("2020-01-02-second.md"));
        QVERIFY(probe.previewShows(QStringLiteral("the second post")));
    }

    void ctrlClickOnAMarkdownFile_opensIt()
    {
        WindowProbe probe("see [the other](other.md)\n");
        test::writeFile(probe.folder.filePath(QStringLiteral("other.md")), "other words\n");
        QVERIFY(probe.previewShows(QStringLiteral("the other")));
        test::Hand(probe.window.preview().view())
            .click(placeOf(probe, QStringLiteral("a[href*=other]")), Qt::ControlModifier);
        QTRY_COMPARE(QFileInfo(probe.window.post().path()).fileName(), QStringLiteral("other.md"));
    }

    void pageThatNothingMakes_isToldAndNothingOpens()
    {
        SiteProbe probe("[gone](/gone.html)\n");
        QVERIFY(probe.previewShows(QStringLiteral("gone")));
        probe.ctrlClick(QStringLiteral("a[href*=gone]"));
        QVERIFY(probe.waitForNotice(QStringLiteral("/gone.html")));
        QCOMPARE(probe.openName(), QStringLiteral("2020-01-01-first.md"));
    }

    void plainClick_putsTheCaretAndOpensNothing()
    {
        test::SystemOpener system;
        SiteProbe probe("one\n\n[web](https://example.org/)\n");
        QVERIFY(probe.previewShows(QStringLiteral("web")));
        test::Hand(probe.window.preview().view()).click(placeOf(probe, QStringLiteral("a[href*=example]")));
        QTRY_COMPARE(probe.pane()->textCursor().blockNumber(), 5);
        QVERIFY(system.opened.isEmpty());
    }

    void linkWithTheNameOfAnotherHost_isAskedAbout()
    {
        test::SystemOpener system;
        SiteProbe probe("[www.mybank.com](https://evil.example/) and [web](https://example.org/a)\n");
        QVERIFY(probe.previewShows(QStringLiteral("mybank")));
        probe.ctrlClick(QStringLiteral("a[href*=evil]"));
        QTRY_VERIFY(probe.window.findChild<QMessageBox*>());
        QVERIFY(system.opened.isEmpty());
        auto* box = probe.window.findChild<QMessageBox*>();
        QVERIFY(box->text().contains(QStringLiteral("evil.example")));
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(system.opened.isEmpty());
        QTRY_VERIFY(!probe.window.findChild<QMessageBox*>());
        probe.ctrlClick(QStringLiteral("a[href*=\"example.org\"]"));
        QTRY_COMPARE(system.opened, QList<QUrl>{QUrl(QStringLiteral("https://example.org/a"))});
    }

    void hoveredLink_isShownInTheStatusBar()
    {
        SiteProbe probe("[web](https://example.org/where)\n");
        QVERIFY(probe.previewShows(QStringLiteral("web")));
        test::Hand(probe.window.preview().view()).hover(placeOf(probe, QStringLiteral("a[href*=where]")));
        const auto says = [&](const QString& words) {
            for (const QLabel* label : probe.window.status().findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(words))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says(QStringLiteral("https://example.org/where")));
        test::Hand(probe.window.preview().view()).hover(QPoint(3, 3));
        QTRY_VERIFY(!says(QStringLiteral("example.org")));
    }

    void openInBrowser_showsTheStandalonePage()
    {
        test::SystemOpener system;
        SiteProbe probe("for the browser\n");
        QVERIFY(probe.previewShows(QStringLiteral("for the browser")));
        QTest::keyClick(&probe.window, Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(system.opened.size(), 1);
        const QByteArray page = test::readBytes(system.opened.first().toLocalFile());
        QVERIFY(page.contains("for the browser"));
    }

    /// A hostile post names secrets as pictures and brings a script to send them away: the preview serves none, and the
    /// browser gets neither.
    void strangersPost_getsNoSecretAndRunsNothingInTheBrowser()
    {
        test::SystemOpener system;
        SiteProbe probe("for the browser\n\n<img id=a src=\"/.env\">\n<img id=b src=\"/_private/pic.png\">\n"
                        "<img id=c src=\"/pic.png\">\n<script>send(document.querySelector('img').src)</script>\n");
        const QDir root(probe.folder.filePath(QStringLiteral("site")));
        QImage picture(7, 7, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(root.mkpath(QStringLiteral("_private")));
        for (const char* name : {"_private/pic.png", "pic.png"})
            QVERIFY(picture.save(root.filePath(QString::fromLatin1(name)), "PNG"));
        QVERIFY(QFile::copy(root.filePath(QStringLiteral("pic.png")), root.filePath(QStringLiteral(".env"))));
        QVERIFY(probe.previewShows(QStringLiteral("for the browser")));
        probe.window.preview().setTrust({true, true, true}); // even then no more than the site publishes is served
        const auto width = [&](const char* id) {
            return probe.ask(QStringLiteral("document.getElementById('%1')?.naturalWidth ?? -1").arg(QLatin1String(id)))
                .toInt();
        };
        QTRY_COMPARE(width("c"), 7);
        QCOMPARE(width("a"), 0);
        QCOMPARE(width("b"), 0);
        probe.window.preview().setTrust({});
        QVERIFY(probe.previewShows(QStringLiteral("for the browser")));
        QTest::keyClick(&probe.window, Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(system.opened.size(), 1);
        const QByteArray page = test::readBytes(system.opened.first().toLocalFile());
        QCOMPARE(page.count("data:image/png"), 1);
        QVERIFY(page.contains("Content-Security-Policy") && page.contains("for the browser"));
        QVERIFY2(!page.contains("<script"), page.constData());
    }

    /// A style sheet that never ends is compiled elsewhere: the window works meanwhile and ends when it is told to.
    void styleSheetThatRunsAway_holdsNothingUp()
    {
        QByteArray sheet("---\n---\n");
        sheet += QByteArray("a, b {&, & {").repeated(26) + "x: y" + QByteArray("}}").repeated(26);
        test::GuiPulse pulse;
        {
            SiteProbe probe("words\n\n<img src=\"/pic.png\">\n");
            for (const char* folder : {"other/css", "other/_layouts", "other/_posts"})
                QVERIFY(QDir(probe.folder.path()).mkpath(QString::fromLatin1(folder)));
            probe.write(QStringLiteral("other/_config.yml"), "title: o\n");
            probe.write(QStringLiteral("other/css/a.scss"), sheet);
            probe.write(QStringLiteral("other/css/b.scss"), sheet + " ");
            probe.write(QStringLiteral("other/_layouts/l.html"),
                        "<link rel=stylesheet href=/css/a.css><link rel=stylesheet href=/css/b.css>{{ content }}\n");
            probe.write(QStringLiteral("other/_posts/2020-01-03-third.md"), "---\nlayout: l\n---\nstyled words\n");
            QVERIFY(probe.open(probe.folder.filePath(QStringLiteral("other/_posts/2020-01-03-third.md"))));
            QVERIFY(QTest::qWaitFor(&hasChild, 20000));
            QTest::keyClicks(probe.pane(), QStringLiteral("typed meanwhile "));
            QTest::qWait(500);
            QVERIFY(probe.settle());
            QVERIFY(hasChild());
        }
        QVERIFY(!hasChild()); // killed with the request
        QVERIFY2(pulse.longestWork() < 1000, qPrintable(QString::number(pulse.longestWork())));
    }

    void keys_showThePreviewAloneTheEditorAloneAndBoth()
    {
        SiteProbe probe("words\n");
        QVERIFY(probe.previewShows(QStringLiteral("words")));
        const auto shown = [&] { return std::pair(probe.pane()->isVisible(), probe.window.preview().isVisible()); };
        QTest::keyClick(&probe.window, Qt::Key_F9, Qt::ShiftModifier);
        QCOMPARE(shown(), std::pair(false, true));
        QTest::keyClick(&probe.window, Qt::Key_F9);
        QCOMPARE(shown(), std::pair(true, false));
        QTest::keyClick(&probe.window, Qt::Key_F9, Qt::ShiftModifier);
        QCOMPARE(shown(), std::pair(false, true));
        QTest::keyClick(&probe.window, Qt::Key_F9, Qt::ShiftModifier);
        QCOMPARE(shown(), std::pair(true, true));
    }

    void detachedPreview_leavesTheWindowToTheEditorAndComesBack()
    {
        SiteProbe probe("words\n");
        QVERIFY(probe.previewShows(QStringLiteral("words")));
        QTest::keyClick(&probe.window, Qt::Key_F9, Qt::ControlModifier);
        QWebEngineView* view = probe.window.preview().view();
        QVERIFY(view->window() != &probe.window);
        QVERIFY(view->isVisible() && !probe.window.preview().isVisible() && probe.pane()->isVisible());
        QTest::keyClicks(probe.pane(), QStringLiteral("typed "));
        QVERIFY(probe.previewShows(QStringLiteral("typed")));
        view->window()->close();
        QVERIFY(probe.window.preview().isVisible() && view->window() == &probe.window);
        QVERIFY(!probe.action(Act::DetachPreview)->isChecked());
    }

    void findInPage_countsAndGoesOn()
    {
        SiteProbe probe("needle one\n\nhay\n\nneedle two\n");
        QVERIFY(probe.previewShows(QStringLiteral("needle two")));
        QTest::keyClick(&probe.window, Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        auto* strip = probe.window.findChild<QWidget*>(QStringLiteral("previewFind"));
        QVERIFY(strip && strip->isVisible());
        auto* words = strip->findChild<QLineEdit*>();
        QTest::keyClicks(words, QStringLiteral("needle"));
        QTRY_COMPARE(strip->findChild<QLabel*>()->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(strip->findChild<QLabel*>()->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!strip->isVisible());
    }

    void sitesOwnColours_followTheProgram()
    {
        SiteProbe probe("words\n");
        QVERIFY(probe.previewShows(QStringLiteral("words")));
        const auto scheme = [&] {
            return probe
                .ask(QStringLiteral(
                    "(() => { const sheet = document.createElement('style');"
                    "sheet.textContent = '@media (prefers-color-scheme: dark) { i.probe { color: rgb(8, 8, 8) } }';"
                    "document.head.append(sheet); galley.applyScheme(); const one = document.createElement('i'); "
                    "one.className = 'probe';"
                    "document.body.append(one); const colour = getComputedStyle(one).color; one.remove(); "
                    "sheet.remove(); return colour })()"))
                .toString();
        };
        probe.theme.setAppearance(Appearance::Dark);
        QTRY_COMPARE(scheme(), QStringLiteral("rgb(8, 8, 8)"));
        probe.theme.setAppearance(Appearance::Light);
        QTRY_VERIFY(scheme() != QStringLiteral("rgb(8, 8, 8)"));
        probe.action(Act::PageDark)->trigger();
        QTRY_COMPARE(scheme(), QStringLiteral("rgb(8, 8, 8)"));
        probe.action(Act::PageOwn)->trigger();
        QTRY_VERIFY(scheme() != QStringLiteral("rgb(8, 8, 8)"));
    }

    void rendererThatDiesAgainAndAgain_isGivenUpWithANoticeAndComesBackOnAsking()
    {
        SiteProbe probe("words that stay\n");
        QVERIFY(probe.previewShows(QStringLiteral("words that stay")));
        QWebEnginePage* page = probe.window.preview().view()->page();
        QSignalSpy opened(&probe.window.preview(), &PreviewPane::pageOpened);
        QPushButton* again = nullptr;
        for (QPushButton* button : probe.window.preview().findChildren<QPushButton*>()) {
            if (button->text().contains(QStringLiteral("again")))
                again = button;
        }
        QVERIFY(again && !again->isVisible());
        for (int i = 0; i < 4; ++i) {
            QTRY_VERIFY(page->renderProcessPid() > 0);
            QVERIFY(!again->isVisible());
            const qint64 pid = page->renderProcessPid();
            ::kill(pid_t(pid), SIGKILL);
            QTRY_VERIFY_WITH_TIMEOUT(page->renderProcessPid() != pid || again->isVisible(), 20000);
        }
        QTRY_VERIFY(again->isVisible());
        QCOMPARE(opened.count(), 3);
        QTest::keyClicks(probe.pane(), QStringLiteral("still typing "));
        QVERIFY(probe.text().contains(QStringLiteral("still typing")));
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(probe.previewShows(QStringLiteral("still typing")));
        QVERIFY(!again->isVisible());
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestPreviewWindow>(argc, argv);
}
#include "tst_previewwindow.moc"
