// SPDX-License-Identifier: MIT
#include "pagemaker.h"
#include "preview/remotesource.h"
#include "previewprobe.h"
#include "smallserver.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QNetworkDiskCache>
#include <QTemporaryDir>

using namespace galley;
using test::makePage;
using test::PreviewProbe;
using test::SmallServer;

class TestPreviewRemote : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    SmallServer m_server;

    PageAddress site(const QString& name)
    {
        PageAddress address;
        address.siteRoot = m_home.path() + QLatin1Char('/') + name;
        QDir().mkpath(address.siteRoot);
        address.postFolder = address.siteRoot;
        address.file = address.siteRoot + QStringLiteral("/post.md");
        address.url = QStringLiteral("/post.html");
        return address;
    }

    static QString cacheFolder()
    {
        return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/remote");
    }

    RenderedPage page() const
    {
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"),
                          "<link rel=\"stylesheet\" href=\"" + m_server.address() + "/css/main.css\">");
        return makePage({"<p>x</p>", "<p><img src=\"" + m_server.address() + "/a.png?size=2\"></p>"}, shell);
    }

    static QString colour(PreviewProbe& probe)
    {
        return probe.ask(QStringLiteral("getComputedStyle(document.querySelector('p')).color")).toString();
    }
    static QString margin(PreviewProbe& probe)
    {
        return probe.ask(QStringLiteral("getComputedStyle(document.querySelector('p')).marginTop")).toString();
    }
    static int width(PreviewProbe& probe)
    {
        return probe.ask(QStringLiteral("document.querySelector('img').naturalWidth")).toInt();
    }
    static QString font(PreviewProbe& probe)
    {
        return probe.ask(QStringLiteral("[...document.fonts].map((f) => f.status).join()")).toString();
    }

    void fill()
    {
        QImage image(37, 11, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        image.save(&buffer, "PNG");
        m_server.put("/a.png?size=2", "image/png", png,
                     "Cache-Control: max-age=0, must-revalidate\r\nSet-Cookie: id=7\r\n");
        m_server.put("/css/main.css", "text/css",
                     "@import 'more.css'; @font-face { font-family: F; src: url(/fonts/f.woff2) }"
                     "p { color: rgb(1, 2, 3); font-family: F }");
        m_server.put("/css/more.css", "text/css", "p { margin-top: 33px }");
        QFile file(QStringLiteral(":/galley/script/katex/fonts/KaTeX_Main-Regular.woff2"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_server.put("/fonts/f.woff2", "font/woff2", file.readAll());
        m_server.put("/page.png", "text/html", "<p>no picture</p>");
        m_server.put("/secret.png", "image/png", png, "Cache-Control: no-store\r\n");
    }

    /// As if hours had passed.
    static void ageCopies(const QList<QByteArray>& requests, const std::string& server)
    {
        QNetworkDiskCache kept;
        kept.setCacheDirectory(cacheFolder());
        for (const QByteArray& request : requests) {
            QNetworkCacheMetaData about =
                kept.metaData(QUrl(QString::fromStdString(server) + QString::fromUtf8(request.split(' ').value(1))));
            QVERIFY(about.isValid());
            about.setExpirationDate(QDateTime::currentDateTimeUtc().addSecs(-1));
            kept.updateMetaData(about);
        }
    }

private Q_SLOTS:
    void init()
    {
        QDir(cacheFolder()).removeRecursively();
        QVERIFY(m_server.start());
        fill();
        m_server.takeRequests();
    }
    void cleanup() { m_server.stop(); }

    void safeLevel_asksForNothing()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(page(), site(QStringLiteral("safe"))));
        QTest::qWait(400);
        QCOMPARE(m_server.takeRequests().size(), 0);
        QCOMPARE(width(probe), 0);
    }

    void eachChoice_bringsItsOwnKindOnly()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(page(), site(QStringLiteral("kinds"))));
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.setTrust({false, true, false});
        QVERIFY(applied.wait(10000));
        QTRY_COMPARE(width(probe), 37);
        QCOMPARE(m_server.takeRequests().size(), 1);
        QVERIFY(colour(probe) != QStringLiteral("rgb(1, 2, 3)"));
        probe.pane.setTrust({true, false, false});
        QVERIFY(applied.wait(10000));
        QTRY_COMPARE(colour(probe), QStringLiteral("rgb(1, 2, 3)"));
        QTRY_COMPARE(margin(probe), QStringLiteral("33px"));
        QTRY_COMPARE(font(probe), QStringLiteral("loaded"));
        QCOMPARE(width(probe), 0);
        for (const QByteArray& request : m_server.takeRequests()) {
            QVERIFY2(!request.toLower().contains("\r\ncookie:"), request);
            QVERIFY2(!request.toLower().contains("\r\nreferer:"), request);
        }
    }

    void allowedContent_isThereWhenTheServerIsNot()
    {
        const PageAddress address = site(QStringLiteral("offline"));
        {
            PreviewProbe probe;
            probe.show(makePage({"<p>x</p>"}), address);
            probe.pane.setTrust({true, true, false});
            QVERIFY(probe.show(page(), address));
            QTRY_COMPARE(width(probe), 37);
            QTRY_COMPARE(font(probe), QStringLiteral("loaded"));
            QTRY_COMPARE(m_server.requestCount(), 4);
        }
        m_server.stop();
        PreviewProbe probe;
        QVERIFY(probe.show(page(), address));
        QTRY_COMPARE(width(probe), 37);
        QTRY_COMPARE(colour(probe), QStringLiteral("rgb(1, 2, 3)"));
        QTRY_COMPARE(margin(probe), QStringLiteral("33px"));
        QTRY_COMPARE(font(probe), QStringLiteral("loaded"));
        probe.pane.setTrust({}); // what is kept is shown to no page that may not have it
        QTest::qWait(400);
        QCOMPARE(width(probe), 0);
        QVERIFY(colour(probe) != QStringLiteral("rgb(1, 2, 3)"));
    }

    void oldCopy_isAskedForAgainAndShownWhenNobodyAnswers()
    {
        const PageAddress address = site(QStringLiteral("old"));
        for (const bool online : {true, true, false}) {
            if (!online)
                m_server.stop();
            PreviewProbe probe;
            probe.show(makePage({"<p>x</p>"}), address);
            probe.pane.setTrust({false, true, false});
            QVERIFY(probe.show(page(), address));
            QTRY_COMPARE(width(probe), 37);
            QCOMPARE(m_server.requestCount(), online ? 1 : 0);
            ageCopies({"GET /a.png?size=2 HTTP/1.1"}, m_server.address());
            m_server.takeRequests();
        }
    }

    void freshCopy_isShownWithoutAskingAgain()
    {
        const PageAddress address = site(QStringLiteral("fresh"));
        for (int asked : {1, 0}) {
            PreviewProbe probe;
            probe.show(makePage({"<p>x</p>"}), address);
            probe.pane.setTrust({false, true, false});
            QVERIFY(probe.show(page(), address));
            QTRY_COMPARE(width(probe), 37);
            QCOMPARE(m_server.takeRequests().size(), asked);
        }
    }

    void answers_areKeptAndShownByTheirKind()
    {
        PreviewProbe probe;
        const PageAddress address = site(QStringLiteral("type"));
        probe.show(makePage({"<p>x</p>"}), address);
        probe.pane.setTrust({true, true, false});
        QVERIFY(probe.show(makePage({"<p><img src=\"" + m_server.address() + "/secret.png\"><img src=\"" +
                                     m_server.address() + "/page.png\"></p>"}),
                           address));
        QTRY_COMPARE(width(probe), 37);
        m_server.stop();
        PreviewProbe second;
        QVERIFY(second.show(makePage({"<p><img src=\"" + m_server.address() + "/secret.png\"></p>"}), address));
        QTRY_VERIFY(second.ask(QStringLiteral("document.querySelector('img').complete")).toBool());
        QCOMPARE(width(second), 0); // the server asked not to keep it
        QCOMPARE(remoteMimeType("text/html", QUrl(QStringLiteral("https://a/b.png"))), QByteArray());
        QCOMPARE(remoteMimeType("", QUrl(QStringLiteral("https://a/b.png"))), QByteArray("image/png"));
        QCOMPARE(remoteMimeType("text/css; charset=latin1", QUrl()), QByteArray("text/css; charset=latin1"));
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewRemote>(argc, argv);
}
#include "tst_previewremote.moc"
