// SPDX-License-Identifier: MIT
// The sidebar as a person uses it: the site's files, the outline, the check with its buttons; quick open.
#include "windowprobe.h"

#include "quickopen.h"
#include "sidebar/checkpanel.h"
#include "sidebar/outlinepanel.h"
#include "sidebar/postlistmodel.h"
#include "sidebar/sidebar.h"
#include "sidebar/sitepanel.h"

#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

using namespace galley;
using namespace galley::test;

class tst_Sidebar final : public QObject
{
    Q_OBJECT

private:
    static void put(WindowProbe& probe, const QString& name, const QByteArray& text)
    {
        const QString path = probe.folder.filePath(QStringLiteral("site/") + name);
        QDir().mkpath(QFileInfo(path).path());
        writeFile(path, text);
    }
    static QByteArray post(const QByteArray& title, const QByteArray& more = {}, const QByteArray& body = "text\n")
    {
        return "---\nlayout: post\ntitle: " + title + "\n" + more + "---\n" + body;
    }
    /// A site of several kinds of files; answers its folder.
    static QString makeSite(WindowProbe& probe)
    {
        put(probe, QStringLiteral("_config.yml"), "title: Class\nauthors:\n  ada: {name: Ada Lovelace}\n");
        put(probe, QStringLiteral("_layouts/post.html"), "<html><body>{{ content }}</body></html>");
        put(probe, QStringLiteral("_posts/2020-01-02-first.md"), post("First Café", "author: ada\n"));
        put(probe, QStringLiteral("_posts/2020-03-04-second.md"), post("Second"));
        put(probe, QStringLiteral("_posts/2090-01-01-later.md"), post("Later"));
        put(probe, QStringLiteral("_posts/2020-05-05-hidden.md"), post("Hidden", "published: false\n"));
        put(probe, QStringLiteral("_posts/undated.md"), post("Undated"));
        put(probe, QStringLiteral("_drafts/idea.md"), post("Idea"));
        put(probe, QStringLiteral("about.md"), "---\ntitle: About\n---\nx\n");
        put(probe, QStringLiteral("_data/team.yml"), "a: b\n");
        put(probe, QStringLiteral("images/Photo.JPG"), "jpg");
        return probe.folder.filePath(QStringLiteral("site"));
    }
    static QStringList titles(const PostListModel& model)
    {
        QStringList out;
        for (int g = 0; g < model.rowCount(); ++g) {
            const QModelIndex group = model.index(g, 0);
            for (int r = 0; r < model.rowCount(group); ++r) {
                const QModelIndex row = model.index(r, 0, group);
                out << group.data().toString() + u'/' + row.data().toString() + u'/' +
                           row.data(PostListModel::DetailRole).toString();
            }
        }
        return out;
    }
    static bool openFolder(WindowProbe& probe)
    {
        probe.window.open(makeSite(probe));
        return QTest::qWaitFor([&] { return probe.window.sidebar().site()->model()->shownFiles() > 0; }, 10000);
    }

private Q_SLOTS:
    void openedFolder_showsItsFilesWithTheirState();
    void whileASiteIsRead_nobodyIsToldToOpenOne();
    void folderInsideASite_showsThatSite();
    void filter_findsTitlesAndAuthorsWithoutAccents_andEnterOpens();
    void filterOfFiveThousand_isReadyBeforeTheNextKey();
    void grouping_byAuthorAndMonth_isRemembered();
    void clickOnARow_opensIt_andTheRowFollowsTheTab();
    void outline_followsTheCaret_andAClickGoesThere();
    void check_mendsThePost_andOneUndoTakesItBack();
    void check_ofTheWholeSite_opensTheFileAtItsLine();
    void quickOpen_findsAndOpensWithTheKeysAlone();
    void sidebar_isRemembered();
};

void tst_Sidebar::openedFolder_showsItsFilesWithTheirState()
{
    WindowProbe probe;
    QVERIFY(openFolder(probe));
    QVERIFY(probe.window.sidebar().isVisible());
    const QStringList rows = titles(*probe.window.sidebar().site()->model());
    const QString all = rows.join(u'\n');
    QVERIFY2(rows.at(0).startsWith(QStringLiteral("Posts/Later/")) && rows.at(0).endsWith(QStringLiteral("scheduled")),
             qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Posts/Hidden/")) && all.contains(QStringLiteral("unpublished")),
             qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Ada Lovelace")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Posts/undated.md/left out by Jekyll")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Drafts/Idea/draft")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Pages/About/")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Data/team.yml/")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Layouts/post.html/")), qPrintable(all));
}

void tst_Sidebar::whileASiteIsRead_nobodyIsToldToOpenOne()
{
    WindowProbe probe;
    probe.action(Act::Sidebar)->setChecked(true);
    const auto says = [&](QWidget* where, const QString& words) {
        for (const auto* label : where->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    };
    SitePanel* panel = probe.window.sidebar().site();
    QVERIFY(says(panel, QStringLiteral("Open a site")));
    probe.window.open(makeSite(probe)); // read by another thread; its answer needs the event loop
    QVERIFY(says(panel, QStringLiteral("being read")));
    probe.action(Act::QuickOpen)->trigger();
    auto* quick = probe.window.findChild<QuickOpen*>();
    QVERIFY(quick && says(quick, QStringLiteral("being read")));
    QTRY_VERIFY(panel->model()->shownFiles() > 0);
    QVERIFY(quick->results()->count() > 0);
    QVERIFY(!says(quick, QStringLiteral("being read")) && !says(quick, QStringLiteral("no site")));
    quick->close();
    // A site without posts, and a post without a site, end the reading too.
    WindowProbe other(QByteArray("lone\n"));
    QVERIFY(other.settle());
    other.action(Act::Sidebar)->setChecked(true);
    QTRY_VERIFY(says(other.window.sidebar().site(), QStringLiteral("Open a site")));
    other.action(Act::Sidebar)->setChecked(false);
}

void tst_Sidebar::folderInsideASite_showsThatSite()
{
    WindowProbe probe;
    probe.window.open(makeSite(probe) + QStringLiteral("/_posts"));
    QTRY_VERIFY(titles(*probe.window.sidebar().site()->model()).join(u'\n').contains(QStringLiteral("About")));
}

void tst_Sidebar::filter_findsTitlesAndAuthorsWithoutAccents_andEnterOpens()
{
    WindowProbe probe;
    QVERIFY(openFolder(probe));
    SitePanel* panel = probe.window.sidebar().site();
    QTest::keyClick(&probe.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(panel->filter()->hasFocus());
    QTest::keyClicks(panel->filter(), QStringLiteral("lovel cafe"));
    QCOMPARE(panel->model()->shownFiles(), 1);
    QTest::keyClick(panel->filter(), Qt::Key_Return);
    QTRY_VERIFY(probe.window.post().path().endsWith(QStringLiteral("2020-01-02-first.md")));
    panel->filter()->setFocus();
    QTest::keyClick(panel->filter(), Qt::Key_Escape);
    QVERIFY(panel->model()->shownFiles() > 5);
    QTest::keyClicks(panel->filter(), QStringLiteral("zzz"));
    QVERIFY(!panel->view()->isVisible());
}

void tst_Sidebar::filterOfFiveThousand_isReadyBeforeTheNextKey()
{
    std::vector<site::Listed> files;
    for (int i = 0; i < 5000; ++i) {
        site::Listed file;
        file.title = "Post number " + std::to_string(i);
        file.author = i % 2 ? "Ada" : "Grace";
        file.path = "/s/" + std::to_string(i);
        files.push_back(file);
    }
    SitePanel panel;
    panel.resize(260, 700);
    panel.showSite(QStringLiteral("Large"), std::make_shared<const PostList>(files));
    panel.show();
    panel.setCurrentPath(QStringLiteral("/s/4000"));
    (void)panel.grab();
    QElapsedTimer timer;
    timer.start();
    QTest::keyClicks(panel.filter(), QStringLiteral("ada 49"));
    (void)panel.grab();
    const qint64 elapsed = timer.elapsed();
    qInfo("six keys in a list of 5,000: %lld ms", static_cast<long long>(elapsed));
    QCOMPARE(panel.model()->shownFiles(), 124);
    QVERIFY2(elapsed < 6000, qPrintable(QString::number(elapsed))); // a fault by orders of magnitude, not a benchmark
}

void tst_Sidebar::grouping_byAuthorAndMonth_isRemembered()
{
    WindowProbe probe;
    QVERIFY(openFolder(probe));
    SitePanel* panel = probe.window.sidebar().site();
    auto* box = panel->findChild<QComboBox*>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(titles(*panel->model()).join(u'\n').contains(QStringLiteral("Ada Lovelace/First Café")));
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(titles(*panel->model()).join(u'\n').contains(QStringLiteral("January 2020/First Café")));
    MainWindow again(&probe.theme, &probe.preferences, probe.folder.filePath(QStringLiteral("other")));
    QVERIFY(again.sidebar().site()->grouping() == Grouping::Month);
    panel->setGrouping(Grouping::Kind);
}

void tst_Sidebar::clickOnARow_opensIt_andTheRowFollowsTheTab()
{
    WindowProbe probe;
    QVERIFY(openFolder(probe));
    SitePanel* panel = probe.window.sidebar().site();
    const QString site = probe.folder.filePath(QStringLiteral("site"));
    const auto click = [&](const QString& name) {
        const QModelIndex index = panel->model()->indexOfPath(QFileInfo(site).canonicalFilePath() + name);
        QVERIFY(index.isValid());
        panel->view()->scrollTo(index);
        QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, {}, panel->view()->visualRect(index).center());
        QTRY_VERIFY(probe.window.post().path().endsWith(name));
    };
    click(QStringLiteral("/_posts/2020-01-02-first.md"));
    click(QStringLiteral("/_posts/2020-03-04-second.md"));
    QCOMPARE(panel->view()->currentIndex().data().toString(), QStringLiteral("Second"));
    QTest::keyClick(probe.pane(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(panel->view()->currentIndex().data().toString(), QStringLiteral("First Café"));
}

void tst_Sidebar::outline_followsTheCaret_andAClickGoesThere()
{
    WindowProbe probe("# One\n\ntext\n\n## Two\n\nmore\n\n# Three\n");
    QTest::keyClick(probe.pane(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QListWidget* list = probe.window.sidebar().outline()->list();
    QTRY_COMPARE(list->count(), 3);
    probe.pane()->setFocus();
    QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(list->currentRow(), 2);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(probe.pane(), Qt::Key_Up);
    QCOMPARE(list->currentRow(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(probe.pane()->textCursor().blockNumber(), 0);
}

void tst_Sidebar::check_mendsThePost_andOneUndoTakesItBack()
{
    WindowProbe probe;
    makeSite(probe);
    const QByteArray text = post("T", {}, "![x](/images/photo.jpg)\n");
    put(probe, QStringLiteral("_posts/2020-06-06-case.md"), text);
    QVERIFY(probe.open(probe.folder.filePath(QStringLiteral("site/_posts/2020-06-06-case.md"))));
    QTest::keyClick(probe.pane(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    CheckPanel* panel = probe.window.sidebar().check();
    QTRY_COMPARE_WITH_TIMEOUT(panel->texts().size(), 1, 10000);
    QVERIFY(panel->texts().first().contains(QStringLiteral("upper and lower case")));
    QVERIFY(panel->fixButton(0));
    QTest::mouseClick(panel->fixButton(0), Qt::LeftButton);
    QTRY_VERIFY(probe.text().contains(QStringLiteral("/images/Photo.JPG")));
    QTRY_COMPARE_WITH_TIMEOUT(panel->texts().size(), 0, 10000);
    probe.pane()->setFocus();
    QTest::keyClick(probe.pane(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(probe.text(), QString::fromUtf8(text));
}

void tst_Sidebar::check_ofTheWholeSite_opensTheFileAtItsLine()
{
    WindowProbe probe;
    const QString site = makeSite(probe);
    put(probe, QStringLiteral("_posts/2020-06-06-link.md"), post("T", {}, "one\n\n[a](/nowhere)\n"));
    probe.window.open(site);
    CheckPanel* panel = probe.window.sidebar().check();
    QTRY_VERIFY(panel->siteButton()->isEnabled());
    QTest::keyClick(&probe.window, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(panel->siteButton(), Qt::LeftButton);
    QWidget* row = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (QWidget* each : panel->findChildren<QWidget*>()) {
                if (each->accessibleName().contains(QStringLiteral("/nowhere")))
                    row = each;
            }
            return row != nullptr;
        }(),
        10000);
    QTest::keyClick(row, Qt::Key_Return);
    QTRY_VERIFY(probe.window.post().path().endsWith(QStringLiteral("2020-06-06-link.md")));
    QTRY_COMPARE(probe.pane()->textCursor().blockNumber(), 6);
}

void tst_Sidebar::quickOpen_findsAndOpensWithTheKeysAlone()
{
    WindowProbe probe;
    QVERIFY(openFolder(probe));
    QTest::keyClick(&probe.window, Qt::Key_P, Qt::ControlModifier);
    auto* dialog = probe.window.findChild<QuickOpen*>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->field(), QStringLiteral("e"));
    const int count = dialog->results()->count();
    QVERIFY(count > 2);
    QTest::keyClick(dialog->field(), Qt::Key_Down);
    QCOMPARE(dialog->results()->currentRow(), 1);
    dialog->field()->clear();
    QTest::keyClicks(dialog->field(), QStringLiteral("abo"));
    QCOMPARE(dialog->results()->count(), 1);
    QTest::keyClick(dialog->field(), Qt::Key_Return);
    QTRY_VERIFY(probe.window.post().path().endsWith(QStringLiteral("about.md")));
}

void tst_Sidebar::sidebar_isRemembered()
{
    WindowProbe probe("text\n");
    probe.action(Act::Sidebar)->setChecked(false);
    QTest::keyClick(probe.pane(), Qt::Key_F7);
    QVERIFY(probe.window.sidebar().isVisible());
    MainWindow again(&probe.theme, &probe.preferences, probe.folder.filePath(QStringLiteral("other")));
    QVERIFY(again.actions()[Act::Sidebar]->isChecked());
}

int main(int argc, char** argv)
{
    return windowMain<tst_Sidebar>(argc, argv);
}

#include "tst_sidebar.moc"
