// SPDX-License-Identifier: MIT
// A start with unsaved text of an earlier run: what was asked for stands in front, what came back is a tab behind it.
#include "windowprobe.h"

#include "instance.h"
#include "keep/journalfile.h"
#include "keep/keepfolders.h"
#include "posttab.h"
#include "sidebar/sidebar.h"
#include "site/site.h"

#include <QAbstractButton>
#include <QDir>

using namespace galley;
using namespace galley::test;
namespace fs = std::filesystem;

namespace
{

fs::path toPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// A window as the program makes it, over two sites and a lone file; posts may have unsaved text.
class StartProbe : public WindowProbe
{
public:
    StartProbe() : WindowProbe(QByteArray(), QString())
    {
        for (const char* site : {"wood", "sea"})
            write(QString::fromLatin1(site) + QStringLiteral("/_config.yml"), "title: S\n");
        for (const char* post : {"wood/_posts/2024-01-01-oak.md", "wood/_posts/2024-01-02-elm.md",
                                 "sea/_posts/2024-02-01-tide.md", "lone.md", "other.md"})
            write(QString::fromLatin1(post), "as saved\n");
    }

    QString at(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }

    /// A killed program's journal of this post; an empty name: it was never saved.
    void leave(const char* name, const std::string& text)
    {
        const KeepFolders folders(toPath(at("state")));
        (void)makePrivateFolder(folders.journals);
        const fs::path path = *name ? toPath(at(name)) : fs::path();
        const FileState state = *name ? readFileState(path).value_or(FileState()) : FileState();
        Expected<JournalFile> journal =
            JournalFile::create(folders.journals / (pathKey(path) + "-1.1-" + std::to_string(++m_left) + ".journal"),
                                {path, {}, state}, *name ? "as saved\n" : "");
        (void)journal->append({0, *name ? std::size_t(9) : std::size_t(0), text}, text.size());
    }

    /// As the program starts with these on its command line.
    void start(const std::vector<const char*>& asked)
    {
        for (const char* name : asked)
            window.open(at(name));
        window.recoverUnsaved();
    }

    QStringList tabNames() const
    {
        QStringList names;
        for (const PostTab* tab : window.documents().tabs())
            names << (tab->isOpen() ? tab->post()->name() : QStringLiteral("(blank)"));
        return names;
    }
    /// The tabs are these, in their order.
    bool hasTabs(const QStringList& names)
    {
        return QTest::qWaitFor([&] { return tabNames() == names; }, 10000);
    }
    PostTab* tab(const QString& name) const
    {
        for (PostTab* each : window.documents().tabs()) {
            if (each->isOpen() && each->post()->name() == name)
                return each;
        }
        return nullptr;
    }
    bool pressShowIt()
    {
        for (QAbstractButton* button : window.notices().findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->text().remove(u'&') == QLatin1String("Show It")) {
                button->click();
                return true;
            }
        }
        return false;
    }
    QString siteShown() const
    {
        const std::shared_ptr<const Site>& site = window.page().site();
        return site ? QFileInfo(QFile::decodeName(site->root().c_str())).fileName() : QString();
    }
    bool showsStartPage() const { return !window.documents().isOpen() && !window.editor().isVisible(); }

private:
    void write(const QString& name, const QByteArray& bytes)
    {
        QDir(folder.path()).mkpath(QFileInfo(name).path());
        writeFile(folder.filePath(name), bytes);
    }
    int m_left = 0;
};

} // namespace

class tst_Recovery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileThatWasAskedFor_isInFrontAndTakesWhatIsTyped()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.start({"lone.md"});
        QVERIFY(probe.hasTabs({QStringLiteral("lone.md"), QStringLiteral("other.md")}));
        QVERIFY(probe.waitForNotice(QStringLiteral("The unsaved text of other.md is back")));
        QCOMPARE(probe.window.post().name(), QStringLiteral("lone.md"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("typed "));
        QCOMPARE(probe.text(), QStringLiteral("typed as saved\n"));
        QVERIFY(probe.previewShows(QStringLiteral("typed as saved")));
        QVERIFY(probe.pressShowIt());
        QCOMPARE(probe.window.post().name(), QStringLiteral("other.md"));
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
        QVERIFY(probe.window.post().isModified());
        probe.action(Act::Undo)->trigger();
        QCOMPARE(probe.text(), QStringLiteral("as saved\n"));
    }

    void folderThatWasAskedFor_isOpenAndThePostBehindIt()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.start({"wood"});
        QVERIFY(probe.waitForNotice(QStringLiteral("The unsaved text of other.md is back")));
        QTRY_COMPARE(probe.siteShown(), QStringLiteral("wood"));
        QTest::qWait(300);
        QCOMPARE(probe.siteShown(), QStringLiteral("wood"));
        QVERIFY(probe.showsStartPage());
        QVERIFY(probe.pressShowIt());
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
        QVERIFY(probe.window.editor().isVisible());
        QVERIFY(probe.action(Act::Save)->isEnabled());
        QVERIFY(probe.hasTabs({QStringLiteral("other.md")}));
    }

    void folderThatWasAskedFor_staysWhenThePostIsOfAnotherSite()
    {
        StartProbe probe;
        probe.leave("sea/_posts/2024-02-01-tide.md", "unsaved\n");
        probe.start({"wood"});
        QVERIFY(probe.waitForNotice(QStringLiteral("2024-02-01-tide.md is back")));
        QTest::qWait(300);
        QCOMPARE(probe.siteShown(), QStringLiteral("wood"));
        // A post of the site takes the place in front.
        probe.open(probe.at("wood/_posts/2024-01-01-oak.md"));
        QVERIFY(probe.hasTabs({QStringLiteral("2024-01-01-oak.md"), QStringLiteral("2024-02-01-tide.md")}));
        QCOMPARE(probe.siteShown(), QStringLiteral("wood"));
        QVERIFY(probe.pressShowIt());
        QTRY_COMPARE(probe.siteShown(), QStringLiteral("sea"));
    }

    void postThatWasAskedForItself_isInFrontWithItsUnsavedText()
    {
        StartProbe probe;
        probe.leave("lone.md", "unsaved\n");
        probe.leave("other.md", "unsaved too\n");
        probe.start({"lone.md"});
        QVERIFY(probe.hasTabs({QStringLiteral("lone.md"), QStringLiteral("other.md")}));
        QCOMPARE(probe.window.post().name(), QStringLiteral("lone.md"));
        QTRY_COMPARE(probe.text(), QStringLiteral("unsaved\n"));
        QVERIFY(probe.window.editor().isVisible());
    }

    void postThatWasAskedForAndIsGone_isInFrontWithItsUnsavedText()
    {
        StartProbe probe;
        probe.leave("lone.md", "unsaved\n");
        fs::remove(toPath(probe.at("lone.md")));
        probe.leave("other.md", "unsaved too\n");
        probe.start({"lone.md"});
        QVERIFY(probe.waitForNotice(QStringLiteral("lone.md is back; its file is gone")));
        QTRY_COMPARE(probe.window.post().name(), QStringLiteral("lone.md"));
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
    }

    void severalFiles_standBeforeSeveralPostsThatCameBack()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.leave("", "never saved\n");
        probe.leave("wood/_posts/2024-01-02-elm.md", "unsaved\n");
        probe.start({"lone.md", "wood/_posts/2024-01-01-oak.md", "wood/_posts/2024-01-02-elm.md"});
        QTRY_COMPARE(probe.window.documents().tabs().size(), 5u);
        QTRY_COMPARE(probe.window.post().name(), QStringLiteral("2024-01-02-elm.md"));
        QTRY_COMPARE(probe.text(), QStringLiteral("unsaved\n"));
        const QStringList names = probe.tabNames();
        QCOMPARE(names.mid(0, 3), QStringList({QStringLiteral("lone.md"), QStringLiteral("2024-01-01-oak.md"),
                                               QStringLiteral("2024-01-02-elm.md")}));
        QVERIFY(names.contains(QStringLiteral("other.md")) && names.contains(QStringLiteral("Untitled")));
        QTRY_COMPARE(probe.siteShown(), QStringLiteral("wood"));
    }

    void folderThatIsNotThere_isToldAndThePostsWaitBehind()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.start({"nowhere"});
        QVERIFY(probe.waitForNotice(QStringLiteral("nowhere")));
        QVERIFY(probe.waitForNotice(QStringLiteral("other.md is back")));
        QVERIFY(probe.showsStartPage());
        QVERIFY(probe.pressShowIt());
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
    }

    void nothingAskedFor_showsThePostThatCameBack()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.start({});
        QVERIFY(probe.hasTabs({QStringLiteral("other.md")}));
        QTRY_COMPARE(probe.text(), QStringLiteral("unsaved\n"));
        QVERIFY(probe.window.editor().isVisible());
    }

    void lastSession_standsInFrontOfWhatCameBackBesides()
    {
        StartProbe probe;
        probe.open(probe.at("lone.md"));
        probe.open(probe.at("wood/_posts/2024-01-01-oak.md"));
        probe.window.close();
        probe.leave("other.md", "unsaved\n");
        probe.leave("lone.md", "unsaved too\n");
        MainWindow again(&probe.theme, &probe.preferences, probe.at("state"));
        again.show();
        again.openLast();
        again.recoverUnsaved();
        QTRY_COMPARE(again.documents().tabs().size(), 3u);
        QTRY_COMPARE(again.post().name(), QStringLiteral("2024-01-01-oak.md"));
        QCOMPARE(*again.documents().tabOf(probe.at("lone.md"))->post()->text().text(), std::string("unsaved too\n"));
    }

    void fileHandedOverByASecondStart_isInFront()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.start({"lone.md"});
        QVERIFY(probe.hasTabs({QStringLiteral("lone.md"), QStringLiteral("other.md")}));
        probe.open(probe.at("wood/_posts/2024-01-01-oak.md"));
        QTRY_COMPARE(probe.window.post().name(), QStringLiteral("2024-01-01-oak.md"));
        QTest::qWait(4500); // the second look brings nothing to the front either
        QCOMPARE(probe.window.post().name(), QStringLiteral("2024-01-01-oak.md"));
        QCOMPARE(probe.window.documents().tabs().size(), 3u);
    }

    /// A journal is found late, by the second look, while a folder is looked at or a post is written.
    void postFoundLate_staysBehind()
    {
        StartProbe probe;
        probe.start({"lone.md"});
        QVERIFY(probe.hasTabs({QStringLiteral("lone.md")}));
        probe.leave("other.md", "unsaved\n");
        QVERIFY(probe.waitForNotice(QStringLiteral("other.md is back")));
        QCOMPARE(probe.window.post().name(), QStringLiteral("lone.md"));
        probe.window.close();
    }

    void closingTheWindow_asksAboutThePostBehindTheStartPage()
    {
        StartProbe probe;
        probe.leave("other.md", "unsaved\n");
        probe.start({"wood"});
        QVERIFY(probe.waitForNotice(QStringLiteral("other.md is back")));
        QVERIFY(probe.window.documents().hasChanges());
        probe.window.close();
        QVERIFY(probe.window.isVisible()); // it asks first
        QCOMPARE(probe.window.post().name(), QStringLiteral("other.md"));
    }
};

int main(int argc, char** argv)
{
    return windowMain<tst_Recovery>(argc, argv);
}
#include "tst_recovery.moc"
