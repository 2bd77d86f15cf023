// SPDX-License-Identifier: MIT
// What is seen while a page comes: the page before it, or plain ground, until the new one is fit to be seen.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "pagemaker.h"
#include "previewprobe.h"
#include "smallserver.h"
#endif

#include <QBuffer>
#include <QTemporaryDir>

using namespace galley;
using test::makePage;
using test::PreviewProbe;
using test::SmallServer;

namespace
{

const PreviewTrust design{true, false, false};
const PreviewTrust everythingRemote{true, true, false};

/// A pane over a folder with files of its own; each page's ground has a colour, and its text covers nothing at the
/// right.
class PaintProbe : public PreviewProbe
{
public:
    PaintProbe()
    {
        pane.setResourceProvider([this](const QString& path, const std::stop_token&) { return resource(path); });
    }

    PageAddress address(const QString& name) const
    {
        PageAddress address;
        address.siteRoot = address.postFolder = home.path();
        address.file = home.filePath(name + QStringLiteral(".md"));
        address.url = QLatin1Char('/') + name + QStringLiteral(".html");
        return address;
    }

    /// A page whose style sheet is at this address.
    static RenderedPage page(const std::string& sheet, const std::vector<std::string>& blocks = {"<p>words</p>"})
    {
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"), "<link rel=\"stylesheet\" href=\"" + sheet + "\">");
        return makePage(blocks, shell);
    }

    void give(const RenderedPage& page, const PageAddress& address)
    {
        pane.showPage(std::make_shared<const RenderedPage>(page), address);
    }

    QColor ground() { return pane.grab().toImage().pixelColor(pane.width() - 60, pane.height() - 60); }

    QTemporaryDir home;

private:
    static std::optional<PreviewResource> resource(const QString& path)
    {
        const QString name = path.section(QLatin1Char('/'), -1);
        if (!name.endsWith(QLatin1String(".css")))
            return std::nullopt;
        return PreviewResource{"text/css", "html { background: " + name.chopped(4).toLatin1() + " }"};
    }
};

} // namespace

class TestFirstPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchedPages_areNeverSeenWithoutTheirStyles()
    {
        PaintProbe probe;
        QSignalSpy shown(&probe.pane, &PreviewPane::pageShown);
        probe.give(probe.page("/red.css"), probe.address(QStringLiteral("red")));
        const QColor plain = probe.pane.palette().color(QPalette::Base);
        while (shown.count() == 0) {
            const QColor seen = probe.ground();
            QVERIFY2(seen == plain || seen == Qt::red, qPrintable(seen.name()));
            QTest::qWait(1);
        }
        QTRY_COMPARE(probe.ground(), QColor(Qt::red));
        for (int i = 0; i < 20; ++i) {
            const QString name = i % 2 == 0 ? QStringLiteral("blue") : QStringLiteral("red");
            const auto before = shown.count();
            probe.give(probe.page("/" + name.toStdString() + ".css"), probe.address(name));
            int looks = 0;
            for (; shown.count() == before; ++looks) {
                const QColor seen = probe.ground();
                QVERIFY2(seen == Qt::blue || seen == Qt::red, qPrintable(seen.name()));
                QTest::qWait(1);
            }
            QVERIFY(looks > 0);
            const QColor seen = probe.ground();
            QVERIFY2(seen == Qt::blue || seen == Qt::red, qPrintable(seen.name()));
            QTRY_COMPARE(probe.ground(), QColor(name));
        }
    }

    void styleSheetThatComesLate_isWaitedFor()
    {
        SmallServer server;
        QVERIFY(server.start());
        server.put("/late.css", "text/css", "html { background: lime }");
        server.hold("/late.css");
        PaintProbe probe;
        QSignalSpy shown(&probe.pane, &PreviewPane::pageShown);
        QVERIFY(probe.show(probe.page("/red.css"), probe.address(QStringLiteral("red"))));
        QTRY_COMPARE(probe.ground(), QColor(Qt::red));
        probe.pane.setTrust(design);
        QTRY_COMPARE(shown.count(), 2);
        QVERIFY(probe.show(probe.page(server.address() + "/late.css"), probe.address(QStringLiteral("late"))));
        QTest::qWait(300);
        QCOMPARE(shown.count(), 2);
        QCOMPARE(probe.ground(), QColor(Qt::red));
        server.release("/late.css");
        QTRY_COMPARE(shown.count(), 3);
        QTRY_COMPARE(probe.ground(), QColor("lime"));
        probe.pane.setTrust({});
    }

    void styleSheetThatNeverComes_isNotWaitedForLong()
    {
        SmallServer server;
        QVERIFY(server.start());
        server.hold("/never.css");
        PaintProbe probe;
        QSignalSpy shown(&probe.pane, &PreviewPane::pageShown);
        QVERIFY(probe.show(probe.page("/red.css"), probe.address(QStringLiteral("red"))));
        QTRY_COMPARE(shown.count(), 1);
        probe.pane.setTrust(design);
        QTRY_COMPARE(shown.count(), 2);
        QVERIFY(probe.show(probe.page(server.address() + "/never.css"), probe.address(QStringLiteral("never"))));
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 3, 20000);
        QTRY_COMPARE(probe.ground(), QColor(Qt::white));
        probe.pane.setTrust({});
    }

    /// What is refused, is not there, is for paper, or is an alternative is not waited for at all.
    void styleSheetsThatAreNotForThisPage_areNotWaitedFor_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::newRow("another host's, which is not allowed") << QByteArray("href=\"http://127.0.0.1:9/x.css\"");
        QTest::newRow("one that is not there") << QByteArray("href=\"/none.txt\"");
        QTest::newRow("for paper") << QByteArray("media=\"print\" href=\"/green.css\"");
        QTest::newRow("an alternative") << QByteArray("title=\"x\" rel=\"alternate stylesheet\" href=\"/green.css\"");
        QTest::newRow("without an address") << QByteArray("href=\"\"");
        QTest::newRow("of another type") << QByteArray("type=\"text/less\" href=\"/green.css\"");
    }
    void styleSheetsThatAreNotForThisPage_areNotWaitedFor()
    {
        QFETCH(QByteArray, link);
        PaintProbe probe;
        const std::string attributes =
            (link.contains("rel=") ? QByteArray() : QByteArray("rel=\"stylesheet\" ")).toStdString() +
            link.toStdString();
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"),
                          "<link rel=\"stylesheet\" href=\"/red.css\"><link " + attributes + ">");
        QSignalSpy shown(&probe.pane, &PreviewPane::pageShown);
        QVERIFY(probe.show(makePage({"<p>words</p>"}, shell), probe.address(QStringLiteral("red"))));
        QTRY_COMPARE(shown.count(), 1);
        QTRY_COMPARE(probe.ground(), QColor(Qt::red));
        QVERIFY2(probe.complete(), qPrintable(probe.missing().join(QLatin1Char(' '))));
    }

    void longPage_isSeenWithItsFirstScreenful()
    {
        PaintProbe probe;
        std::vector<std::string> blocks;
        for (int i = 0; i < 20000; ++i)
            blocks.push_back("<p>Paragraph " + std::to_string(i) + " and some words more</p>");
        QSignalSpy shown(&probe.pane, &PreviewPane::pageShown);
        QSignalSpy whole(&probe.pane, &PreviewPane::patchApplied);
        double height = 0;
        connect(&probe.pane, &PreviewPane::pageShown, &probe.pane, [&] {
            probe.pane.ask(QStringLiteral("document.documentElement.scrollHeight / innerHeight"),
                           [&](const QVariant& screens) { height = screens.toDouble(); });
        });
        probe.give(probe.page("/red.css", blocks), probe.address(QStringLiteral("long")));
        QVERIFY(shown.wait(60000));
        QCOMPARE(whole.count(), 0); // not all of it
        QTRY_VERIFY(height >= 1);
        QVERIFY(whole.count() > 0 || whole.wait(60000));
    }

    void missing_namesWhatIsStillOnItsWay()
    {
        SmallServer server;
        QVERIFY(server.start());
        QImage picture(40, 40, QImage::Format_RGB32);
        picture.fill(Qt::green);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(picture.save(&buffer, "PNG"));
        server.put("/late.png", "image/png", png);
        server.hold("/late.png");
        PaintProbe probe;
        QVERIFY(probe.show(probe.page("/red.css"), probe.address(QStringLiteral("late"))));
        probe.pane.setTrust(everythingRemote);
        QVERIFY(probe.show(probe.page("/red.css", {"<p><img alt=\"\" src=\"" + server.address() + "/late.png\"></p>"}),
                           probe.address(QStringLiteral("late"))));
        QTRY_COMPARE(probe.missing().join(QLatin1Char(' ')), QStringLiteral("the picture ") +
                                                                 QString::fromStdString(server.address()) +
                                                                 QStringLiteral("/late.png"));
        server.release("/late.png");
        QVERIFY(probe.complete());
        probe.pane.setTrust({});
    }

    void pdf_isOfThePageThatWasAskedFor()
    {
        PaintProbe probe;
        QVERIFY(probe.show(probe.page("/red.css", {"<p>old</p>"}), probe.address(QStringLiteral("red"))));
        QSignalSpy saved(&probe.pane, &PreviewPane::pdfSaved);
        QSignalSpy whole(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.awaitPage();
        probe.pane.savePdf(probe.home.filePath(QStringLiteral("x.pdf")));
        QTest::qWait(300);
        QCOMPARE(saved.count(), 0);
        probe.give(probe.page("/blue.css", {"<p>new</p>"}), probe.address(QStringLiteral("blue")));
        QVERIFY(whole.wait(20000));
        QVERIFY(saved.wait(60000));
        QCOMPARE(saved.first().at(1).toString(), QString());
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestFirstPaint>(argc, argv);
}
#include "tst_firstpaint.moc"
