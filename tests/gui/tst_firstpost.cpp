// SPDX-License-Identifier: MIT
// The whole path of one post in the real window: open, type, see the page, fill the form, undo, export, save.
#include "testpaths.h"
#include "windowprobe.h"

#include <QDir>
#include <QDirIterator>
#include <QLineEdit>
#include <QProcess>
#include <QScopeGuard>

using namespace galley;
using test::WindowProbe;

static const QByteArray post =
    "---\nlayout: post\nauthor: nvola\ntitle: \"A meetup\" # kept\n---\nWe *met*.\n\n- one\n";

class TestFirstPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opening_showsThePageAndChangesNothing()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('em').textContent")).toString(),
                 QStringLiteral("met"));
        QVERIFY(!probe.window.post().isModified());
        QVERIFY(!probe.window.isWindowModified());
        QVERIFY(!probe.action(Act::Undo)->isEnabled());
        QCOMPARE(probe.disk(), post);
    }

    void typedText_isInThePreviewWithoutALoad()
    {
        WindowProbe probe(post);
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        QSignalSpy loads(&probe.window.preview(), &PreviewPane::pageOpened);
        probe.ask(QStringLiteral("globalThis.kept = document.querySelector('li'); 0"));
        probe.pane()->setFocus();
        probe.window.editor().goToLine(5, 3);
        QTest::keyClicks(probe.pane(), QStringLiteral("all "));
        QVERIFY(probe.previewShows(QStringLiteral("We all met.")));
        QVERIFY(probe.ask(QStringLiteral("kept === document.querySelector('li')")).toBool());
        QCOMPARE(loads.count(), 0);
        QVERIFY(probe.pane()->hasFocus());
        QVERIFY(probe.window.isWindowModified());
    }

    void formEdit_changesTheTextThePageAndNothingElse()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        auto* title = probe.window.findChild<QLineEdit*>(QStringLiteral("input-title"));
        QVERIFY(title);
        title->setFocus();
        QTest::keyClick(title, Qt::Key_End);
        QTest::keyClicks(title, QStringLiteral("!"));
        QCOMPARE(probe.text().toUtf8(), QByteArray(post).replace("A meetup", "A meetup!"));
        QVERIFY(probe.previewShows(QStringLiteral("A meetup!")));
    }

    void undo_goesBackOverTextAndFormAlike()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        probe.pane()->setFocus();
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(probe.pane(), QStringLiteral("two"));
        auto* title = probe.window.findChild<QLineEdit*>(QStringLiteral("input-title"));
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral("X"));
        QVERIFY(probe.text().toUtf8() != post);
        for (int i = 0; i < 20 && probe.action(Act::Undo)->isEnabled(); ++i)
            QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(probe.text().toUtf8(), post);
        QVERIFY(!probe.window.post().isModified());
        for (int i = 0; i < 20 && probe.action(Act::Redo)->isEnabled(); ++i)
            QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(probe.text().contains(QStringLiteral("two")));
        QVERIFY(probe.text().contains(QStringLiteral("XA meetup")) ||
                probe.text().contains(QStringLiteral("A meetupX")));
    }

    void typeUndoSave_leavesTheSameFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << post;
        QTest::newRow("CRLF") << QByteArray(post).replace("\n", "\r\n");
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + post;
        QTest::newRow("no last line end") << post.chopped(1);
        QTest::newRow("no-break space, line separator") << post + "a\xC2\xA0"
                                                                  "b\xE2\x80\xA8"
                                                                  "c\n";
        QTest::newRow("bytes that are no UTF-8") << post + "a\xFF\xC3(\xED\xA0\x80\n";
        QTest::newRow("NUL and lone CR") << post + QByteArray("a\0b\rc\n", 6);
        QTest::newRow("mixed line ends") << post + "one\r\ntwo\nthree\r\n";
        QTest::newRow("a line of 200 kB") << post + QByteArray(200'000, 'x') + "\n";
        QTest::newRow("spaces at line ends") << post + "a  \n\t \n";
        QTest::newRow("empty") << QByteArray("");
    }

    void typeUndoSave_leavesTheSameFile()
    {
        QFETCH(QByteArray, bytes);
        WindowProbe probe(bytes);
        QVERIFY(probe.settle());
        probe.pane()->setFocus();
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(probe.pane(), QStringLiteral("q"));
        QVERIFY(probe.window.post().isModified());
        QTest::keyClick(probe.pane(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!probe.window.post().isModified());
        QTest::keyClicks(probe.pane(), QStringLiteral("z"));
        QSignalSpy saved(&probe.window.post(), &OpenPost::saved);
        QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(saved.count() > 0 || saved.wait(10000));
        QVERIFY(probe.disk() != bytes);
        QTest::keyClick(probe.pane(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(probe.pane(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(saved.count() > 1 || saved.wait(10000));
        QCOMPARE(probe.disk(), bytes);
    }

    void exportedPage_isThePageOfThePreview_data()
    {
        QTest::addColumn<bool>("standalone");
        QTest::newRow("site page") << false;
        QTest::newRow("stand-alone page") << true;
    }

    void exportedPage_isThePageOfThePreview()
    {
        QFETCH(bool, standalone);
        WindowProbe probe;
        QDir site(probe.folder.path());
        for (const char* name : {"_layouts", "_posts", "css"})
            QVERIFY(site.mkdir(QString::fromLatin1(name)));
        test::writeFile(site.filePath(QStringLiteral("_config.yml")), "title: T\n");
        test::writeFile(site.filePath(QStringLiteral("css/main.css")), "em { color: rgb(1, 2, 3); }\n");
        test::writeFile(site.filePath(QStringLiteral("_layouts/post.html")),
                        "<!DOCTYPE html>\n<html><head><title>{{ page.title }}</title>"
                        "<link rel=\"stylesheet\" href=\"{{ '/css/main.css' | relative_url }}\"></head>"
                        "<body><h1>{{ page.title }}</h1>{{ content }}</body></html>\n");
        const QString file = site.filePath(QStringLiteral("_posts/2017-06-19-a.md"));
        test::writeFile(file, post);
        QVERIFY(probe.open(file));
        probe.action(Act::StandalonePage)->setChecked(standalone);
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        QVERIFY(probe.settle());

        probe.window.preview().setTrust(
            {true, true, true}); // the page of a stranger's site is exported without scripts
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        const QString target = probe.folder.filePath(QStringLiteral("out.html"));
        QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
        probe.window.exporting().writeTo(target, standalone ? PageForm::Standalone : PageForm::SitePage);
        QVERIFY(exported.count() > 0 || exported.wait(10000));
        const QByteArray html = test::readBytes(target);
        QCOMPARE(html.contains("rgb(1, 2, 3)"), standalone);
        QCOMPARE(html, QByteArray::fromStdString(probe.window.page().result()->page.html));
        QCOMPARE(probe.liveBody(), probe.bodyOf(html));
        QVERIFY(probe.liveBody().contains(QStringLiteral("<em>met</em>")));
        QTRY_COMPARE_WITH_TIMEOUT(
            probe.ask(QStringLiteral("getComputedStyle(document.querySelector('em')).color")).toString(),
            QStringLiteral("rgb(1, 2, 3)"), 20000); // the sheet may be slow on a busy machine
    }

    void windowCommandLineAndExport_makeTheSamePage_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"UTC", "Pacific/Auckland", "America/St_Johns"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    /// One page, whoever makes it: dates are told in the same zone, and the theme is found in the same gems.
    void windowCommandLineAndExport_makeTheSamePage()
    {
        QFETCH(QByteArray, zone);
        WindowProbe probe{QByteArray(), QString()};
        const QDir home(probe.folder.path());
        const QByteArray oldZone = qgetenv("TZ");
        qputenv("TZ", zone);
        qputenv("GEM_HOME", QFile::encodeName(home.filePath(QStringLiteral("gems"))));
        const auto back = qScopeGuard([&] {
            oldZone.isNull() ? (void)qunsetenv("TZ") : (void)qputenv("TZ", oldZone);
            qunsetenv("GEM_HOME");
        });
        for (const char* folder : {"gems/gems/a-theme-1.0/_layouts", "gems/specifications", "site/_posts"})
            QVERIFY(home.mkpath(QString::fromLatin1(folder)));
        test::writeFile(home.filePath(QStringLiteral("gems/gems/a-theme-1.0/_layouts/post.html")),
                        "<b>of the theme, {{ page.date }}</b>{{ content }}\n");
        test::writeFile(home.filePath(QStringLiteral("gems/specifications/a-theme-1.0.gemspec")), "Gem\n");
        test::writeFile(home.filePath(QStringLiteral("site/_config.yml")), "theme: a-theme\n");
        const QString themed = home.filePath(QStringLiteral("site/_posts/2020-01-01-a.md"));
        test::writeFile(themed, "---\nlayout: post\ndate: 2020-01-01 00:30\n---\n*words*\n");
        const QString lone = home.filePath(QStringLiteral("lone.md"));
        test::writeFile(lone, "---\nlayout: post\ntitle: t\ndate: 2020-01-01 00:30\n---\n{{ page.date }}\n");
        QStringList paths{themed, lone, QString::fromStdString(test::sourcePath("samples/writeup.md").string())};
        for (const char* site : {"samples/blog", "samples/docs"}) {
            QDirIterator it(QString::fromStdString(test::sourcePath(site).string()), {QStringLiteral("*.md")},
                            QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext())
                paths << it.next();
        }
        int compared = 0;
        for (const QString& path : paths) {
            QProcess cli;
            cli.start(QStringLiteral(GALLEY_CLI),
                      {QStringLiteral("render"), QStringLiteral("--environment"), QStringLiteral("production"), path});
            QVERIFY(cli.waitForFinished(60000));
            if (cli.readAllStandardError().contains("can't be read as a post"))
                continue;
            QVERIFY2(probe.open(path), qPrintable(path));
            QVERIFY(probe.settle());
            const QString target = home.filePath(QStringLiteral("out.html"));
            QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
            probe.window.exporting().writeTo(target, PageForm::SitePage);
            QVERIFY(exported.count() > 0 || exported.wait(10000));
            const QByteArray shown = QByteArray::fromStdString(probe.window.page().result()->page.html);
            QVERIFY2(cli.readAllStandardOutput() == shown, qPrintable(path));
            QVERIFY2(test::readBytes(target) == shown, qPrintable(path));
            QVERIFY(path != themed || shown.contains("of the theme, 2020-01-01 00:30:00"));
            probe.action(Act::Close)->trigger();
            ++compared;
        }
        QVERIFY(compared > 10);
    }

    void loneFile_hasOneFormOnly()
    {
        WindowProbe probe(post);
        QVERIFY(probe.previewShows(QStringLiteral("A meetup")));
        probe.window.preview().setTrust({true, true, true});
        QByteArray pages[2];
        for (const PageForm form : {PageForm::SitePage, PageForm::Standalone}) {
            const QString target = probe.folder.filePath(QStringLiteral("out%1.html").arg(int(form)));
            QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
            probe.window.exporting().writeTo(target, form);
            QVERIFY(exported.count() > 0 || exported.wait(10000));
            pages[int(form)] = test::readBytes(target);
        }
        QCOMPARE(pages[0], pages[1]);
    }

    void exportWithUnsavedText_exportsWhatIsSeen()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        probe.pane()->setFocus();
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(probe.pane(), QStringLiteral("- unsaved"));
        const QString target = probe.folder.filePath(QStringLiteral("out.html"));
        QSignalSpy exported(&probe.window.exporting(), &Exporting::exported);
        probe.window.exporting().writeTo(target, PageForm::Standalone);
        QVERIFY(exported.count() > 0 || exported.wait(10000));
        QVERIFY(test::readBytes(target).contains("unsaved"));
        QCOMPARE(probe.disk(), post);
    }

    void formatKeys_changeTheTextAndTakeItBack()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        probe.pane()->setFocus();
        probe.window.editor().goToLine(5, 1);
        QTest::keyClick(probe.pane(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(probe.text().contains(QStringLiteral("**We** *met*.")));
        QTest::keyClick(probe.pane(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(probe.text().toUtf8(), post);
        QTest::keyClick(probe.pane(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(probe.text().contains(QStringLiteral("## We *met*.")));
        QTest::keyClick(probe.pane(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void enterInAList_beginsTheNextItem()
    {
        WindowProbe probe(post);
        probe.pane()->setFocus();
        probe.window.editor().goToLine(7, 5);
        QTest::keyClick(probe.pane(), Qt::Key_Return);
        QTest::keyClicks(probe.pane(), QStringLiteral("two"));
        QVERIFY(probe.text().endsWith(QStringLiteral("- one\n- two\n")));
    }

    void statusLine_countsWordsWithoutFrontMatter()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QVERIFY(probe.window.status().text().contains(QStringLiteral("3 words")));
        probe.window.editor().goToLine(5, 2);
        QVERIFY(probe.window.status().text().contains(QStringLiteral("Line 6, Column 3")));
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestFirstPost>(argc, argv);
}
#include "tst_firstpost.moc"
