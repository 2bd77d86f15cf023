// SPDX-License-Identifier: MIT
#include "pagemaker.h"
#include "previewprobe.h"

#include <QBuffer>
#include <QImage>

#include <atomic>
#include <random>

using namespace galley;
using test::makePage;
using test::PreviewProbe;

namespace
{

/// Blocks of uneven height; every tenth is an image whose height is known only when it has been fetched.
std::vector<std::string> longPost(int blocks, bool images)
{
    std::mt19937 random(3);
    std::vector<std::string> out;
    for (int i = 0; i < blocks; ++i) {
        std::string words;
        for (unsigned n = 5 + random() % 200; n > 0; --n)
            words += "word ";
        if (images && i % 10 == 5)
            out.push_back("<p><img src=\"late" + std::to_string(i) + ".png\" alt=\"\"></p>");
        else
            out.push_back("<p>" + words + "</p>");
    }
    return out;
}

PreviewResource tallImage(int height)
{
    QImage image(40, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {"image/png", bytes};
}

} // namespace

class TestPreviewSync : public QObject
{
    Q_OBJECT

    static double scrollY(PreviewProbe& probe) { return probe.ask(QStringLiteral("scrollY")).toDouble(); }
    static double topLine(PreviewProbe& probe)
    {
        return probe.ask(QStringLiteral("galley.lineOfPlace(scrollY)")).toDouble();
    }

private Q_SLOTS:
    void fiveHundredKeystrokes_navigateNowhereAndFetchNothingAgain()
    {
        PreviewProbe probe;
        std::atomic<int> requests = 0;
        probe.pane.setResourceProvider([&](const QString&, const std::stop_token&) {
            ++requests;
            return tallImage(30);
        });
        std::vector<std::string> blocks = longPost(30, true);
        blocks.insert(blocks.begin() + 3, "<details><summary>s</summary><p>inside</p></details>");
        blocks[10] = "<p>text beside <img src=\"a.png\" alt=\"\"> an image</p>";
        QVERIFY(probe.show(makePage(blocks)));
        QTest::qWait(500);
        QVERIFY(requests > 0);
        const int before = requests.load();
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        probe.ask(QStringLiteral("document.querySelector('details').open = true;"
                                 "globalThis.kept = [...document.querySelectorAll('img, details, p')];"
                                 "getSelection().selectAllChildren(kept[4]); 0"));
        for (int i = 0; i < 500; ++i) {
            blocks[10].insert(8, 1, char('a' + i % 26));
            QVERIFY(probe.show(makePage(blocks)));
        }
        QCOMPARE(opened.count(), 0);
        QCOMPARE(requests.load(), before);
        QVERIFY(probe.ask(QStringLiteral("kept.every((node) => node.isConnected)")).toBool());
        QVERIFY(probe.ask(QStringLiteral("document.querySelector('details').open")).toBool());
        QVERIFY(!probe.ask(QStringLiteral("getSelection().isCollapsed")).toBool());
    }

    void fiftyProbes_findTheirLineBothWays()
    {
        PreviewProbe probe;
        probe.pane.setResourceProvider([](const QString&, const std::stop_token&) { return tallImage(300); });
        const int blocks = 200;
        QVERIFY(probe.show(makePage(longPost(blocks, true), {}, 5)));
        QTest::qWait(300);
        const double lastReachable =
            probe.ask(QStringLiteral("galley.lineOfPlace(document.documentElement.scrollHeight - innerHeight)"))
                .toDouble();
        QVERIFY(lastReachable > 600);
        std::mt19937 random(50);
        for (int i = 0; i < 50; ++i) {
            const double line = double(random() % unsigned(lastReachable));
            probe.pane.scrollToLine(line);
            const double found = topLine(probe);
            QVERIFY2(std::abs(found - line) <= 1, qPrintable(QStringLiteral("%1 became %2").arg(line).arg(found)));
        }
    }

    void lateImages_leaveTheLineWhereItWas()
    {
        PreviewProbe probe;
        probe.pane.setResourceProvider([](const QString&, const std::stop_token&) { return tallImage(400); });
        auto blocks = longPost(200, false);
        for (int i = 0; i < 20; ++i)
            blocks[std::size_t(i) * 4] = "<p><img src=\"late" + std::to_string(i) + ".png\" alt=\"\"></p>";
        QSignalSpy scrolled(&probe.pane, &PreviewPane::scrolledToLine);
        QVERIFY(probe.show(makePage(blocks, {}, 5)));
        probe.pane.scrollToLine(500);
        QVERIFY(std::abs(topLine(probe) - 500) <= 1);
        QVERIFY(QTest::qWaitFor([&] {
            return probe
                .ask(QStringLiteral(
                    "[...document.images].every((image) => image.complete && image.naturalHeight === 400)"))
                .toBool();
        }));
        QTest::qWait(200);
        QVERIFY2(std::abs(topLine(probe) - 500) <= 1, qPrintable(QString::number(topLine(probe))));
        QCOMPARE(scrolled.count(), 0);
    }

    void scrollFromTheEditor_isNotToldBack()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage(longPost(100, false))));
        QSignalSpy scrolled(&probe.pane, &PreviewPane::scrolledToLine);
        probe.pane.scrollToLine(80);
        QTest::qWait(300);
        QCOMPARE(scrolled.count(), 0);
        probe.ask(QStringLiteral("scrollBy(0, 700)"));
        QTRY_VERIFY(scrolled.count() > 0);
        QVERIFY(scrolled.last().first().toDouble() > 80);
    }

    void editInSight_doesNotMoveThePage()
    {
        PreviewProbe probe;
        auto blocks = longPost(100, false);
        QVERIFY(probe.show(makePage(blocks)));
        probe.pane.scrollToLine(60);
        const double y = scrollY(probe);
        blocks[32].insert(5, "typed words here and more of them ");
        QVERIFY(probe.show(makePage(blocks)));
        QCOMPARE(scrollY(probe), y);
    }

    void editOutOfSight_comesIntoSight()
    {
        PreviewProbe probe;
        auto blocks = longPost(100, false);
        QVERIFY(probe.show(makePage(blocks)));
        blocks[90].insert(3, "<b id=\"typed\">typed</b>");
        QVERIFY(probe.show(makePage(blocks)));
        const double top =
            probe.ask(QStringLiteral("document.getElementById('typed').getBoundingClientRect().top")).toDouble();
        QVERIFY2(top >= 0 && top < 600, qPrintable(QString::number(top)));
    }

    void click_tellsTheLine()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>one</p>", "<p>two</p>", "<pre>a\nb\nc\nd</pre>"}, {}, 4)));
        QSignalSpy clicked(&probe.pane, &PreviewPane::clicked);
        QTest::qWait(200);
        const double y =
            probe.ask(QStringLiteral("document.querySelectorAll('p')[1].getBoundingClientRect().top + 3")).toDouble();
        probe.clickAt(QPoint(60, int(y)));
        QTRY_COMPARE(clicked.count(), 1);
        const auto click = clicked.first().first().value<PageClick>();
        QVERIFY(click.line >= 5 && click.line < 9);
        QCOMPARE(click.blockFirst, 5);
        QCOMPARE(QString(click.before + click.after).trimmed(), QStringLiteral("two"));
        QVERIFY(!click.select);
    }

    void deadRenderer_comesBackWithThePage()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>still here</p>"})));
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.killRenderer();
        QTRY_VERIFY_WITH_TIMEOUT(applied.count() > 0, 20000);
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('p').textContent")).toString(),
                 QStringLiteral("still here"));
    }

    void stuckRenderer_isKilledAndThePageComesBack()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>still here</p>"})));
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.ask(QStringLiteral("for (;;) {}"), [](const QVariant&) {});
        QTRY_VERIFY_WITH_TIMEOUT(applied.count() > 0, 30000);
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('p').textContent")).toString(),
                 QStringLiteral("still here"));
    }

    void longBlock_arrivesInPiecesAsItIs()
    {
        PreviewProbe probe;
        const std::string piece = "\u00e9\u2014 ";
        std::string text;
        while (text.size() < 600'000)
            text += std::string(text.size() % 3, 'a') + piece;
        QVERIFY(probe.show(makePage({"<p>first</p>", "<p id=\"long\">" + text + "</p>", "<p>last</p>"})));
        const QString shown = probe.ask(QStringLiteral("document.getElementById('long').textContent")).toString();
        const QString wanted = QString::fromStdString(text);
        const auto differs = std::mismatch(shown.begin(), shown.end(), wanted.begin(), wanted.end());
        QVERIFY2(shown == wanted, qPrintable(QStringLiteral("%1 and %2, from %3")
                                                 .arg(shown.size())
                                                 .arg(wanted.size())
                                                 .arg(differs.first - shown.begin())));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('p').length")).toInt(), 3);
    }

    void keyWhileALongPageComes_keepsWhatIsShown()
    {
        PreviewProbe probe;
        std::vector<std::string> blocks = longPost(4000, false);
        const auto first = std::make_shared<RenderedPage>(makePage(blocks));
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.showPage(first, {});
        QVERIFY(QTest::qWaitFor(
            [&] { return probe.ask(QStringLiteral("document.querySelectorAll('p').length")).toInt() > 2; }));
        QCOMPARE(applied.count(), 0); // the rest is still to come
        probe.ask(QStringLiteral("globalThis.kept = document.querySelectorAll('p')[2]; 0"));
        blocks[1].insert(4, "typed ");
        QVERIFY(probe.show(makePage(blocks)));
        QVERIFY(probe.ask(QStringLiteral("kept.isConnected")).toBool());
        QVERIFY(probe.ask(QStringLiteral("document.querySelectorAll('p')[1].textContent"))
                    .toString()
                    .contains(QLatin1String("typed")));
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('p').length")).toInt(), 4000);
    }

    void keyInAMegabyte_sendsOneBlock()
    {
        PreviewProbe probe;
        std::vector<std::string> blocks = longPost(1800, false);
        RenderedPage page = makePage(blocks);
        QVERIFY(page.html.size() > 800'000);
        QVERIFY(probe.show(page));
        probe.ask(QStringLiteral("globalThis.kept = [...document.querySelectorAll('p')]; 0"));
        blocks[900].insert(4, "x");
        const RenderedPage next = makePage(blocks);
        const BlockPatch patch = blockPatch(shownAs(page), next);
        QCOMPARE(patch.units.size(), 1u);
        QVERIFY(patchOrder(patch, true).call.size() < 2000);
        QVERIFY(probe.show(next));
        QVERIFY(probe.ask(QStringLiteral("kept.every((node) => node.isConnected)")).toBool());
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('p').length")).toInt(), 1800);
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewSync>(argc, argv);
}
#include "tst_previewsync.moc"
