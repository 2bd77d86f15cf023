// SPDX-License-Identifier: MIT
#include "base/limits.h"
#include "pagemaker.h"
#include "preview/linkopener.h"
#include "preview/trustbar.h"
#include "preview/trustedsites.h"
#include "preview/truststore.h"
#include "previewprobe.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace galley;
using test::makePage;
using test::PreviewProbe;

namespace
{

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestPreviewTrust : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    PageAddress m_site;

private Q_SLOTS:
    void initTestCase()
    {
        m_site.siteRoot = m_home.path() + QStringLiteral("/site");
        m_site.postFolder = m_site.siteRoot + QStringLiteral("/_posts");
        m_site.url = QStringLiteral("/2017/06/19/post.html");
        m_site.file = m_site.postFolder + QStringLiteral("/2017-06-19-post.md");
        write(m_site.siteRoot + QStringLiteral("/assets/a b.png"), "x");
        write(m_site.siteRoot + QStringLiteral("/assets/style.css"), "p { color: rgb(1, 2, 3) }");
        write(m_site.siteRoot + QStringLiteral("/_config.yml"), "secret: 1");
        write(m_site.siteRoot + QStringLiteral("/.git/a.png"), "x");
        write(m_site.siteRoot + QStringLiteral("/other.md"), "x");
        write(m_home.path() + QStringLiteral("/outside.png"), "x");
        QFile::link(m_home.path() + QStringLiteral("/outside.png"), m_site.siteRoot + QStringLiteral("/link.png"));
    }

    void files_areServedFromTheSiteOnly_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("found");
        QTest::newRow("plain") << QByteArray("/assets/style.css") << true;
        QTest::newRow("encoded space") << QByteArray("/assets/a%20b.png") << true;
        QTest::newRow("under baseurl") << QByteArray("/blog/assets/style.css") << true;
        QTest::newRow("encoded twice") << QByteArray("/assets/a%2520b.png") << false;
        QTest::newRow("up") << QByteArray("/../outside.png") << false;
        QTest::newRow("up, encoded") << QByteArray("/%2e%2e/outside.png") << false;
        QTest::newRow("up, encoded slash") << QByteArray("/..%2foutside.png") << false;
        QTest::newRow("up, backslash") << QByteArray("/..%5coutside.png") << false;
        QTest::newRow("absolute") << QByteArray("/") + m_home.path().toUtf8() + "/outside.png" << false;
        QTest::newRow("link that leads out") << QByteArray("/link.png") << false;
        QTest::newRow("hidden folder") << QByteArray("/.git/a.png") << false;
        QTest::newRow("configuration") << QByteArray("/_config.yml") << false;
        QTest::newRow("folder") << QByteArray("/assets") << false;
        QTest::newRow("NUL") << QByteArray("/assets/style.css%00.png") << false;
        QTest::newRow("not UTF-8") << QByteArray("/assets/%ff.png") << false;
    }
    void files_areServedFromTheSiteOnly()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, found);
        PageAddress address = m_site;
        address.baseUrl = QStringLiteral("/blog");
        QCOMPARE(previewFile(address, path).has_value(), found);
    }

    void filesOfALonePost_areServedFromItsFolderOnly_data()
    {
        QTest::addColumn<QString>("path"); // of the request, after the page's folder where it begins with none
        QTest::addColumn<bool>("found");
        QTest::newRow("beside") << QStringLiteral("assets/a%20b.png") << true;
        QTest::newRow("at the root") << QStringLiteral("/assets/a%20b.png") << true;
        QTest::newRow("up and back") << QStringLiteral("../site/assets/style.css") << false;
        QTest::newRow("up") << QStringLiteral("../outside.png") << false;
        QTest::newRow("up to one of the same name") << QStringLiteral("../assets/style.css") << false;
        QTest::newRow("up and up") << QStringLiteral("../../../../../../../../assets/style.css") << false;
        QTest::newRow("up, encoded") << QStringLiteral("%2e%2e/outside.png") << false;
        QTest::newRow("up, encoded slash") << QStringLiteral("..%2foutside.png") << false;
        QTest::newRow("up, backslash") << QStringLiteral("..%5coutside.png") << false;
        QTest::newRow("absolute") << m_home.path() + QStringLiteral("/outside.png") << false;
        QTest::newRow("link that leads out") << QStringLiteral("link.png") << false;
        QTest::newRow("hidden folder") << QStringLiteral(".git/a.png") << false;
        QTest::newRow("another post") << QStringLiteral("other.md") << false;
        QTest::newRow("configuration") << QStringLiteral("_config.yml") << false;
    }
    void filesOfALonePost_areServedFromItsFolderOnly()
    {
        QFETCH(QString, path);
        QFETCH(bool, found);
        PageAddress lone;
        lone.file = m_site.siteRoot + QStringLiteral("/lone.md");
        lone.postFolder = m_site.siteRoot;
        lone.url = lonePageUrl(lone.file);
        const QUrl asked = previewUrl(lone.url).resolved(QUrl(path)); // as a browser does
        QCOMPARE(previewFile(lone, asked.path(QUrl::FullyEncoded).toUtf8()).has_value(), found);
    }

    void hugeFile_isNotServed()
    {
        const QString path = m_site.siteRoot + QStringLiteral("/huge.png");
        write(path, "x");
        QVERIFY(previewFile(m_site, "/huge.png").has_value());
        QVERIFY(QFile::resize(path, qint64(limits::previewFileBytes) + 1)); // with a hole, so it takes no room
        QVERIFY(!previewFile(m_site, "/huge.png"));
        QFile::remove(path);
    }

    void markdownFile_opensInTheProgramAndIsNeverShown()
    {
        QVERIFY(!previewFile(m_site, "/other.md"));
        QVERIFY(previewFile(m_site, "/other.md", FileUse::Open).has_value());
        QVERIFY(!previewFile(m_site, "/assets/style.css", FileUse::Open));
    }

    void styleSheetOfTheSite_isLoaded()
    {
        PreviewProbe probe;
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"), "<link rel=\"stylesheet\" href=\"/assets/style.css\">");
        QVERIFY(probe.show(makePage({"<p>x</p>"}, shell), m_site));
        QTRY_COMPARE(probe.ask(QStringLiteral("getComputedStyle(document.querySelector('p')).color")).toString(),
                     QStringLiteral("rgb(1, 2, 3)"));
    }

    void sitesOwnAddress_isAnsweredFromItsFolder()
    {
        PreviewProbe probe;
        PageAddress address = m_site;
        address.siteUrl = QStringLiteral("https://blog.example");
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"),
                          "<link rel=\"stylesheet\" href=\"https://blog.example/assets/style.css\">");
        QVERIFY(probe.show(makePage({"<p>x</p>"}, shell), address));
        QTRY_COMPARE(probe.ask(QStringLiteral("getComputedStyle(document.querySelector('p')).color")).toString(),
                     QStringLiteral("rgb(1, 2, 3)"));
    }

    void trustedSite_runsItsScriptsAndIsStillPatched()
    {
        PreviewProbe probe;
        const std::string script = "<script>document.documentElement.dataset.ran = 'yes'</script>";
        QVERIFY(probe.show(makePage({"<p>one</p>", script}), m_site));
        QCOMPARE(probe.ask(QStringLiteral("document.documentElement.dataset.ran")).toString(), QString());
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.setTrust({true, true, true});
        QVERIFY(applied.wait(10000));
        QCOMPARE(probe.ask(QStringLiteral("document.documentElement.dataset.ran")).toString(), QStringLiteral("yes"));
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        QVERIFY(probe.show(makePage({"<p>one, edited</p>", script}), m_site));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('p').textContent")).toString(),
                 QStringLiteral("one, edited"));
        QCOMPARE(opened.count(), 0);
        PreviewProbe second; // the level is remembered for the site
        QVERIFY(second.show(makePage({"<p>x</p>"}), m_site));
        QVERIFY(second.pane.trust().scripts);
        probe.pane.setTrust({});
        QVERIFY(TrustStore().load(m_site) == PreviewTrust{});
    }

    /// Trust is for the folder that was there, wherever it is called so.
    void trust_isForTheFolderAndNotForItsName()
    {
        const TrustStore store;
        const QDir home(m_home.path());
        PageAddress site, link, other;
        site.siteRoot = home.filePath(QStringLiteral("trusted"));
        link.siteRoot = home.filePath(QStringLiteral("byname"));
        other.siteRoot = home.filePath(QStringLiteral("other"));
        QVERIFY(home.mkdir(QStringLiteral("trusted")) && home.mkdir(QStringLiteral("other")));
        QVERIFY(QFile::link(site.siteRoot, link.siteRoot));
        store.save(link, {true, true, true});
        QVERIFY(store.load(site).scripts && store.load(link).scripts); // one folder, two names
        QVERIFY(QFile::remove(link.siteRoot) && QFile::link(other.siteRoot, link.siteRoot));
        QVERIFY(store.load(link) == PreviewTrust{}); // the link leads elsewhere by now
        QVERIFY(QDir().rename(site.siteRoot, home.filePath(QStringLiteral("away"))));
        QVERIFY(QDir().rename(other.siteRoot, site.siteRoot));
        QVERIFY(store.load(site) == PreviewTrust{}); // another folder came to its place
        QVERIFY(QDir().rename(site.siteRoot, other.siteRoot));
        QVERIFY(QDir().rename(home.filePath(QStringLiteral("away")), site.siteRoot));
        QVERIFY(store.load(site).scripts); // and the old one came back
        store.save(site, {});
    }

    void trustOfALoneFile_outlivesItsSaving()
    {
        const TrustStore store;
        PageAddress lone;
        lone.file = m_home.filePath(QStringLiteral("lone.md"));
        write(lone.file, "x");
        store.save(lone, {false, true, false});
        QVERIFY(QFile::remove(lone.file));
        write(lone.file, "y");
        QVERIFY(store.load(lone).content);
        store.save(lone, {});
    }

    void trust_isKeptBesideAllOtherSettingsAndShownAndTakenBack()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>x</p>"}), m_site));
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.setTrust({true, true, true});
        QVERIFY(applied.count() > 0 || applied.wait(10000));
        QSettings settings(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("galley"),
                           QStringLiteral("galley"));
        settings.beginGroup(QStringLiteral("preview/trusted"));
        QVERIFY(!settings.childKeys().isEmpty() || !settings.childGroups().isEmpty());
        TrustedSites dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(&dialog, &TrustedSites::forgotten, &probe.pane, &PreviewPane::rereadTrust);
        auto* list = dialog.findChild<QTreeWidget*>();
        const auto rows = [&] { // other tests left theirs
            return list->findItems(QFileInfo(m_site.siteRoot).canonicalFilePath(), Qt::MatchExactly);
        };
        QCOMPARE(rows().size(), 1);
        list->clearSelection();
        rows().first()->setSelected(true);
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text().contains(QStringLiteral("Trust")))
                button->click();
        }
        QCOMPARE(rows().size(), 0);
        QVERIFY(TrustStore().load(m_site) == PreviewTrust{});
        QVERIFY(probe.pane.trust() == PreviewTrust{}); // the page that is shown runs no more scripts either
    }

    void typedDate_movesTheAddressWithoutALoad()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>x</p>"}), m_site));
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        PageAddress later = m_site;
        later.url = QStringLiteral("/2018/01/01/post.html");
        QVERIFY(probe.show(makePage({"<p>y</p>"}), later));
        QCOMPARE(opened.count(), 0);
        QCOMPARE(probe.ask(QStringLiteral("location.pathname")).toString(), later.url);
    }

    void links_goOutOnlyForTheWeb_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("opened");
        QTest::newRow("web") << QStringLiteral("https://example.org/a") << QStringLiteral("a page") << 1;
        QTest::newRow("same host") << QStringLiteral("https://example.org/a") << QStringLiteral("www.example.org") << 1;
        QTest::newRow("mail") << QStringLiteral("mailto:a@example.org") << QStringLiteral("write") << 1;
        QTest::newRow("other host") << QStringLiteral("https://evil.example/") << QStringLiteral("www.mybank.com") << 0;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << QStringLiteral("x") << 0;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << QStringLiteral("x") << 0;
        QTest::newRow("smb") << QStringLiteral("smb://host/share") << QStringLiteral("x") << 0;
        QTest::newRow("program") << QStringLiteral("steam://run/1") << QStringLiteral("x") << 0;
    }
    void links_goOutOnlyForTheWeb()
    {
        QFETCH(QString, target);
        QFETCH(QString, words);
        QFETCH(int, opened);
        QWidget window;
        LinkOpener links(&window);
        int count = 0;
        links.setOpener([&](const QUrl&) { ++count; });
        links.follow(QUrl(target), words);
        QCOMPARE(count, opened);
    }

    void bar_saysWhatIsHeldBack()
    {
        const PageWishes wishes{{QStringLiteral("cdnjs.cloudflare.com")},
                                {QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("b")},
                                {}};
        QCOMPARE(trustSentence(wishes, {}),
                 QString::fromUtf8("This site\u2019s design loads styles from cdnjs.cloudflare.com.  3 "
                                   "remote images are blocked."));
        QCOMPARE(trustSentence(wishes, {true, true, false}), QString());
        QCOMPARE(trustSentence({}, {}), QString());
    }

    void bar_isShownForAPageWithRemoteImages()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p><img src=\"https://pixel.example/a.png\"></p>"})));
        auto* bar = probe.pane.findChild<QWidget*>(QStringLiteral("trustBar"));
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->findChild<QLabel*>()->text().contains(QStringLiteral("1 remote image")));
    }

    void darkChoice_answersTheStyleSheets()
    {
        PreviewProbe probe;
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"),
                          "<style>p { color: rgb(9, 9, 9) } @media (prefers-color-scheme: dark) { p { color: "
                          "rgb(8, 8, 8) } }"
                          "@media (prefers-color-scheme: light) { p { color: rgb(7, 7, 7) } }</style>");
        QVERIFY(probe.show(makePage({"<p>x</p>"}, shell)));
        const auto colour = [&] {
            return probe.ask(QStringLiteral("getComputedStyle(document.querySelector('p')).color")).toString();
        };
        probe.pane.setPageScheme(PageScheme::Dark);
        QCOMPARE(colour(), QStringLiteral("rgb(8, 8, 8)"));
        probe.pane.setPageScheme(PageScheme::Light);
        QCOMPARE(colour(), QStringLiteral("rgb(7, 7, 7)"));
        probe.pane.setPageScheme(PageScheme::Dark);
        shell.head.replace(shell.head.find("rgb(9, 9, 9)"), 12, "rgb(6, 6, 6)");
        QVERIFY(probe.show(makePage({"<p>x</p>"}, shell)));
        QCOMPARE(colour(), QStringLiteral("rgb(8, 8, 8)"));
    }

    void detachedWindow_keepsThePage()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>x</p>"})));
        probe.pane.setDetached(true);
        QVERIFY(probe.show(makePage({"<p>y</p>"})));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('p').textContent")).toString(), QStringLiteral("y"));
        probe.pane.view()->window()->close();
        QVERIFY(!probe.pane.isDetached());
        QVERIFY(probe.show(makePage({"<p>z</p>"})));
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewTrust>(argc, argv);
}
#include "tst_previewtrust.moc"
