// SPDX-License-Identifier: MIT
// The trusted level: the page as published, with its scripts, and patched like any other.
#include "pagemaker.h"
#include "previewprobe.h"
#include "smallserver.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace galley;
using test::makePage;
using test::PreviewProbe;
using test::SmallServer;

namespace
{

PageAddress site(const QTemporaryDir& home)
{
    PageAddress address;
    address.siteRoot = address.postFolder = home.path();
    address.file = home.filePath(QStringLiteral("post.md"));
    address.url = QStringLiteral("/post.html");
    return address;
}

bool trust(PreviewProbe& probe, const PreviewTrust& level)
{
    QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
    probe.pane.setTrust(level);
    return applied.wait(20000);
}

constexpr PreviewTrust trusted{true, true, true};

std::string randomBlock(QRandomGenerator& dice)
{
    static const std::vector<std::string> kinds{"<p>a *paragraph*</p>",
                                                "<ul><li>one</li><li>two</li></ul>",
                                                "<h2 id=\"h\">Heading</h2>",
                                                "<table><tr><td>1</td></tr></table>",
                                                "<p onclick=\"x()\" style=\"position:fixed\">as published</p>",
                                                "<pre><code>code\n</code></pre>",
                                                "<details><summary>s</summary>t</details>",
                                                "<form><input name=\"attributes\"></form>"};
    return kinds[dice.bounded(quint32(kinds.size()))] + "<p>" + std::to_string(dice.bounded(1000)) + "</p>";
}

} // namespace

class TestPreviewTrusted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_arePatchesAndLeaveWhatAFreshLoadShows()
    {
        QTemporaryDir home;
        PreviewProbe probe;
        test::Shell shell;
        shell.head.insert(
            shell.head.find("</head>"),
            "<script>window.ran = (window.ran || 0) + 1; document.documentElement.title = 'ran ' + ran</script>");
        QRandomGenerator dice(7);
        std::vector<std::string> blocks(30);
        for (std::string& block : blocks)
            block = randomBlock(dice);
        QVERIFY(probe.show(makePage(blocks, shell), site(home)));
        QVERIFY(trust(probe, trusted));
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        probe.ask(QStringLiteral("globalThis.kept = document.querySelector('footer'); 0"));
        for (int edit = 0; edit < 60; ++edit) {
            const auto at = blocks.begin() + dice.bounded(int(blocks.size()));
            switch (dice.bounded(4)) {
            case 0: blocks.insert(at, randomBlock(dice)); break;
            case 1: blocks.erase(at); break;
            case 2: shell.head.insert(shell.head.find("</title>"), std::to_string(edit)); break;
            default: *at = randomBlock(dice);
            }
            const RenderedPage page = makePage(blocks, shell);
            QVERIFY(probe.show(page, site(home)));
            QString wanted = probe.freshParse(page);
            QString live = probe.serialised();
            live.remove(QStringLiteral(" title=\"ran 1\"")); // the script's own doing, which an edit may undo
            QCOMPARE(live, wanted);
        }
        QCOMPARE(opened.count(), 0);
        QVERIFY(probe.ask(QStringLiteral("kept === document.querySelector('footer')")).toBool());
        probe.pane.setTrust({});
    }

    /// The page's scripts read all that stands in it and say it in the console: the program hears none of it.
    void whatThePageCanRead_givesNoPower()
    {
        QTemporaryDir home;
        PreviewProbe probe;
        QList<QUrl> opened;
        probe.pane.setLinkOpener([&](const QUrl& url) { opened << url; });
        QSignalSpy scrolled(&probe.pane, &PreviewPane::scrolledToLine);
        QSignalSpy clicked(&probe.pane, &PreviewPane::clicked);
        QSignalSpy hovered(&probe.pane, &PreviewPane::linkHovered);
        test::Shell shell;
        shell.tail.insert(0, R"(<script>
            const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
            const texts = new Set(Object.getOwnPropertyNames(window).filter((name) => /galley/i.test(name)));
            while (walker.nextNode()) texts.add(walker.currentNode.data);
            for (const element of document.querySelectorAll('*')) {
                for (const one of element.attributes) texts.add(one.name), texts.add(one.value);
            }
            for (const text of [...texts]) texts.add(text.replace(/^.*?[:-]/, ''));
            let said = 0;
            for (const text of texts) {
                for (const fact of [{ kind: 'follow', target: 'https://evil.example/', text: '' },
                                    { kind: 'clicked', line: 1, before: '', after: '', blockFirst: -1 },
                                    { kind: 'hovered', target: 'https://evil.example/' }, { kind: 'scrolled', line: 77 }])
                    console.info(text + JSON.stringify(fact)), ++said;
            }
            document.documentElement.dataset.said = said;
        </script>)");
        QVERIFY(probe.show(makePage({"<p>a</p>", "<p>b</p>"}, shell), site(home)));
        QVERIFY(trust(probe, trusted));
        QTRY_VERIFY(probe.ask(QStringLiteral("+document.documentElement.dataset.said")).toInt() > 7);
        QTest::qWait(100);
        QCOMPARE(opened, QList<QUrl>());
        QCOMPARE(clicked.count(), 0);
        for (const QList<QVariant>& one : hovered) // the pointer may lie over the page: nothing is under it
            QVERIFY2(!one.first().toString().contains(QStringLiteral("evil")), qPrintable(one.first().toString()));
        for (const QList<QVariant>& one : scrolled)
            QVERIFY(one.first().toDouble() < 70);
        QVERIFY(probe.show(makePage({"<p>a</p>", "<p>c</p>"}, shell), site(home))); // the marks do their work
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('p')[1].textContent")).toString(),
                 QStringLiteral("c"));
        probe.pane.setTrust({});
    }

    void anotherLevel_keepsTheScrollLine()
    {
        QTemporaryDir home;
        PreviewProbe probe;
        std::vector<std::string> blocks;
        for (int i = 0; i < 120; ++i)
            blocks.push_back("<p>Paragraph " + std::to_string(i) + "</p>");
        QVERIFY(probe.show(makePage(blocks), site(home)));
        const auto line = [&] { return probe.ask(QStringLiteral("galley.lineOfPlace(scrollY)")).toDouble(); };
        probe.pane.scrollToLine(80.5);
        QTRY_VERIFY(qAbs(line() - 80.5) < 0.2);
        for (const PreviewTrust& level : {trusted, PreviewTrust{}, PreviewTrust{false, true, false}, PreviewTrust{}}) {
            QVERIFY(trust(probe, level));
            QTRY_VERIFY2(qAbs(line() - 80.5) < 0.2, qPrintable(QString::number(line())));
        }
    }

    void embed_isAPlaceholderUntilTheSiteIsTrusted()
    {
        QTemporaryDir home;
        SmallServer server;
        QVERIFY(server.start());
        server.put("/embed", "text/html", "<p>video</p><script>fetch('/played')</script><a href=\"/away\">x</a>");
        PreviewProbe probe;
        const RenderedPage page = makePage(
            {"<p>x</p>", "<iframe width=\"320\" height=\"180\" src=\"" + server.address() + "/embed\"></iframe>"});
        QVERIFY(probe.show(page, site(home)));
        QVERIFY(trust(probe, {true, true, false}));
        QTest::qWait(300);
        QCOMPARE(server.requestCount(), 0);
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('iframe').length")).toInt(), 0);
        const QString box = probe
                                .ask(QStringLiteral("(() => { const e = document.querySelector('a.galley-embed');"
                                                    "const b = e.getBoundingClientRect(); return [b.width, b.height, "
                                                    "e.href, e.textContent].join() })()"))
                                .toString();
        QVERIFY2(box.startsWith(QStringLiteral("320,180,") + QString::fromStdString(server.address()) +
                                QStringLiteral("/embed,Embedded content from 127.0.0.1:")),
                 qPrintable(box));
        QVERIFY(trust(probe, trusted));
        const auto asked = [&](const char* what) {
            for (const QByteArray& request : server.requests())
                if (request.startsWith(what))
                    return true;
            return false;
        };
        QTRY_VERIFY(asked("GET /embed "));
        QTRY_VERIFY(asked("GET /played ")); // its scripts run: it can play
        server.takeRequests();
        QVERIFY(probe.show(makePage({"<p>edited</p>", page.html.substr(page.blocks[1].offset, page.blocks[1].length)}),
                           site(home)));
        QTest::qWait(300);
        QCOMPARE(server.requestCount(), 0); // the frame is left alone by edits elsewhere
        probe.pane.setTrust({});
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewTrusted>(argc, argv);
}
#include "tst_previewtrusted.moc"
