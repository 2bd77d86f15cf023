// SPDX-License-Identifier: MIT
// The page on paper: everything is there, within margins, and breaks where a reader would break it.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "pdfprobe.h"
#endif

using namespace galley;
using test::boxesOf;
using test::hasMargins;
using test::inkOf;
using test::lonePage;
using test::millimetre;
using test::numbered;
using test::PageBox;
using test::pagesOf;
using test::PreviewProbe;
using test::sitePage;
using test::words;

class TestPageOnPaper : public QObject
{
    Q_OBJECT

    test::PdfProbe m_pdf;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed (poppler-utils)");
        qputenv("LC_ALL", "de_DE.UTF-8");
    }
    void longLinesOfCode_wrap_data()
    {
        QTest::addColumn<QString>("css");
        QTest::newRow("built in") << QString();
        QTest::newRow("scrolls") << QStringLiteral("pre { overflow-x: auto }");
        QTest::newRow("is cut") << QStringLiteral("pre { overflow: hidden; white-space: pre }");
        QTest::newRow("code scrolls") << QStringLiteral(
            "pre { overflow: hidden } code { display: block; white-space: pre; overflow: auto; word-wrap: normal }");
        QTest::newRow("box of a fixed height") << QStringLiteral("pre { max-height: 100px; overflow: auto }");
        QTest::newRow("own print rules") << QStringLiteral(
            "pre { overflow: auto } @media print { pre { page-break-inside: avoid; border: 1px solid #999 } }");
        QTest::newRow("window in a window")
            << QStringLiteral("html, body { height: 100%; overflow: hidden } main { height: 100%; overflow-y: auto }");
    }
    void longLinesOfCode_wrap()
    {
        QFETCH(QString, css);
        std::string code;
        for (int i = 0; i < 70; ++i)
            code +=
                "print('line " + std::to_string(i) + "', " + std::string(std::size_t(i * 37 % 220), 'x') + " END)\n";
        const std::vector<std::string> blocks{"<p>Before the code.</p>",
                                              "<pre><code><span class=\"k\">" + code + "</span></code></pre>"};
        const RenderedPage page = css.isEmpty() ? lonePage("Before the code.\n\n```\n" + code + "```\n")
                                                : sitePage(css.toStdString(), blocks);
        const QString pdf = m_pdf.saved(page);
        const QStringList pages = pagesOf(pdf);
        QCOMPARE(pages.join(QString()).count(QStringLiteral("END)")), 70);
        QVERIFY(hasMargins(pdf, 8));
        QVERIFY2(pages.first().contains(QStringLiteral("'line 12'")), qPrintable(pages.first())); // no empty rest
    }

    void wideTable_isWhole_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<int>("columns");
        QTest::newRow("built in") << QString() << 12;
        QTest::newRow("built in, wide") << QString() << 16;
        QTest::newRow("built in, very wide") << QString() << 40;
        QTest::newRow("plain") << QStringLiteral("p { color: black }") << 12;
        QTest::newRow("scrolls") << QStringLiteral(
                                        "table { display: block; overflow-x: auto } td, th { white-space: nowrap }")
                                 << 10;
        QTest::newRow("in a box that scrolls")
            << QStringLiteral("article { overflow-x: auto } th, td { padding: 6px 13px }") << 12;
    }
    void wideTable_isWhole()
    {
        QFETCH(QString, css);
        QFETCH(int, columns);
        std::string text = "|" + numbered(" head", columns, "z |") + "\n|", html = "<table><tbody><tr>";
        text += test::repeated("---|", columns);
        text += "\n|" + numbered(" value", columns, "z |") + "\n";
        html += numbered("<td>value", columns, "z</td>") + "</tr></tbody></table>";
        const QString pdf =
            m_pdf.saved(css.isEmpty() ? lonePage(text) : sitePage(css.toStdString(), {"<p>p</p>", html}));
        const QString all = pagesOf(pdf).join(QString()).remove(QRegularExpression(QStringLiteral("\\s")));
        QVERIFY(hasMargins(pdf, 8));
        if (columns > 12) { // its words are broken, so they are looked for by their letters
            QCOMPARE(all.count(QLatin1Char('z')), 2 * columns);
            return;
        }
        for (int i = 0; i < columns; ++i)
            QVERIFY2(all.contains(QStringLiteral("value%1z").arg(i)), qPrintable(all));
    }

    void tableThatFits_isNotMadeSmaller()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(lonePage("| name | other |\n|---|---|\n| a | b |\n\ntext\n")));
        probe.ask(QStringLiteral("galley.layOnPaper(600, 900); 0"));
        QCOMPARE(probe
                     .ask(QStringLiteral(
                         "document.querySelectorAll('table[data-galley-paper]:not([data-galley-paper=keep])').length"))
                     .toInt(),
                 0);
    }

    void widePicture_isMadeToFit_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<QString>("picture");
        const auto svg = [](const char* attributes) {
            return QStringLiteral("<svg %1 viewBox=\"0 0 30 10\"><rect width=\"30\" height=\"10\"/></svg>")
                .arg(QLatin1String(attributes));
        };
        QTest::newRow("built in") << QString() << svg("width=\"3000\" height=\"1000\"");
        QTest::newRow("plain") << QStringLiteral("p { color: black }") << svg("width=\"3000\" height=\"1000\"");
        QTest::newRow("very wide box") << QStringLiteral("div { width: 2600px; border: 3px solid black }")
                                       << QStringLiteral("<div>wide</div>");
        QTest::newRow("fixed page") << QStringLiteral("article { width: 1200px; border: 3px solid black }")
                                    << QStringLiteral("<p>text</p>");
    }
    void widePicture_isMadeToFit()
    {
        QFETCH(QString, css);
        QFETCH(QString, picture);
        const std::string html = picture.toStdString();
        const QString pdf =
            m_pdf.saved(css.isEmpty() ? lonePage("<div>" + html + "</div>\n") : sitePage(css.toStdString(), {html}));
        const auto [left, right] = inkOf(pdf, m_pdf.folder.path());
        QVERIFY2(left > 8 / 210.0 && right < 1 - 8 / 210.0 && right > left + 0.5,
                 qPrintable(QStringLiteral("%1 %2").arg(left).arg(right)));
    }

    void everyPage_hasMargins_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<double>("least");
        QTest::newRow("built in") << QString() << 20.0;
        QTest::newRow("none of its own") << QStringLiteral("body { margin: 0 }") << 19.0;
        QTest::newRow("wants none") << QStringLiteral("@page { margin: 0 } body { margin: 0 }") << 7.5;
        QTest::newRow("wants wide ones") << QStringLiteral("@media print { @page { margin: 4cm } body { margin: 0 } }")
                                         << 39.0;
    }
    void everyPage_hasMargins()
    {
        QFETCH(QString, css);
        QFETCH(double, least);
        std::vector<std::string> blocks;
        std::string text;
        for (int i = 0; i < 60; ++i) {
            blocks.push_back("<p>Paragraph " + std::to_string(i) + words + words + "</p>");
            text += "Paragraph " + std::to_string(i) + words + words + "\n\n";
        }
        const QString pdf = m_pdf.saved(css.isEmpty() ? lonePage(text) : sitePage(css.toStdString(), blocks));
        QVERIFY(boxesOf(pdf).size() > 2);
        QVERIFY(hasMargins(pdf, least));
    }

    void printRulesOfASite_areKept()
    {
        const QString pdf =
            m_pdf.saved(sitePage("@page { size: A5 landscape; margin: 15mm }"
                                 "@media print { footer { display: none } p::after { content: ' inprint' } }"
                                 "@media screen { p::after { content: ' onscreen' } }",
                                 {"<p>text</p>"}));
        const QList<PageBox> boxes = boxesOf(pdf);
        QCOMPARE(boxes.size(), 1);
        QVERIFY(qAbs(boxes.first().width / millimetre - 210) < 1 && qAbs(boxes.first().height / millimetre - 148) < 1);
        QVERIFY(qAbs(boxes.first().left / millimetre - 15 - 8 * 25.4 / 96) < 1); // and the body's own 8 px
        const QString text = pagesOf(pdf).first();
        QVERIFY(text.contains(QStringLiteral("text inprint")));
        QVERIFY(!text.contains(QStringLiteral("foot")));
    }

    void heading_isNeverLastOnAPage_data()
    {
        QTest::addColumn<QString>("css");
        QTest::newRow("built in") << QString();
        QTest::newRow("plain") << QStringLiteral("p { color: black }");
        QTest::newRow("a rule under it") << QStringLiteral(
            "h2 { border-bottom: 1px solid black; padding-bottom: 5px }");
    }
    void heading_isNeverLastOnAPage()
    {
        QFETCH(QString, css);
        // Paragraphs of changing length, so that headings come to stand at every height of a page.
        std::string text;
        std::vector<std::string> blocks;
        for (int i = 0; i < 90; ++i) {
            std::string paragraph = "Paragraph" + numbered(words, 1 + i * 7 % 5, "");
            const std::string number = std::to_string(i);
            text += "## HEAD" + number + "\n\n" + (i % 3 == 0 ? "### SUB" + number + "\n\n" : "") + paragraph + "\n\n";
            if (i % 5 == 0)
                text += "- one\n- two\n\n";
            blocks.push_back("<h2>HEAD" + number + "</h2>" + (i % 3 == 0 ? "<h3>SUB" + number + "</h3>" : "") + "<p>" +
                             paragraph + "</p>");
        }
        const QString pdf = m_pdf.saved(css.isEmpty() ? lonePage(text) : sitePage(css.toStdString(), blocks));
        const QStringList pages = pagesOf(pdf);
        QVERIFY(pages.size() > 5);
        for (const QString& page : pages) {
            const QString last = page.trimmed().section(QLatin1Char('\n'), -1).trimmed();
            QVERIFY2(!last.startsWith(QStringLiteral("HEAD")) && !last.startsWith(QStringLiteral("SUB")),
                     qPrintable(page));
            QVERIFY2(page.trimmed().count(QLatin1Char('\n')) > 20 || &page == &pages.last(), qPrintable(page));
        }
        QCOMPARE(pages.join(QString()).count(QRegularExpression(QStringLiteral("HEAD\\d+"))), 90);
    }

    void pageIsAsBeforeOnceItIsSaved()
    {
        PreviewProbe probe;
        const RenderedPage page = lonePage("# A\n\n```\n" + std::string(400, 'x') + "\n```\n\n|" +
                                           numbered("head", 30, "|") + "\n|" + test::repeated("---|", 30) + "\n");
        QVERIFY(probe.show(page));
        probe.ask(QStringLiteral("scrollTo(0, 40); 0"));
        QVERIFY(!m_pdf.saved(probe).isEmpty());
        QCOMPARE(probe.ask(QStringLiteral("document.querySelectorAll('[data-galley-paper]').length")).toInt(), 0);
        QCOMPARE(probe.difference(page), QStringLiteral("equal"));
        QCOMPARE(
            probe
                .ask(QStringLiteral("matchMedia('screen').matches && getComputedStyle(document.documentElement).width"))
                .toString(),
            probe.ask(QStringLiteral("document.documentElement.clientWidth + 'px'")).toString());
    }

    void paper_isLightWhateverTheWindowIs()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(sitePage(
            "body { color: #000 } @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }"
            "@media screen and (prefers-color-scheme: dark) { html { background: #111 } }"
            "p::after { content: ' none' } @media (prefers-color-scheme: light) { p::after { content: ' light' } }",
            {"<p>text</p>"})));
        probe.pane.setPageScheme(PageScheme::Dark);
        QCOMPARE(probe.ask(QStringLiteral("getComputedStyle(document.body).color")).toString(),
                 QStringLiteral("rgb(238, 238, 238)"));
        const QString pdf = m_pdf.saved(probe);
        QVERIFY(pagesOf(pdf).first().contains(QStringLiteral("text light")));
        const auto [left, right] = inkOf(pdf, m_pdf.folder.path());
        QVERIFY(right < 0.5); // no dark ground
        QCOMPARE(probe.ask(QStringLiteral("getComputedStyle(document.body).color")).toString(),
                 QStringLiteral("rgb(238, 238, 238)"));
    }

    void pictureThatWaitsToBeScrolledTo_isOnPaper()
    {
        QTemporaryDir home;
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::black);
        QVERIFY(image.save(home.filePath(QStringLiteral("pic.png"))));
        PageAddress address;
        address.siteRoot = address.postFolder = home.path();
        address.url = QStringLiteral("/post.html");
        address.file = home.filePath(QStringLiteral("post.md"));
        const QString pdf = m_pdf.saved(
            sitePage(
                "@media print { p { display: none } } @media screen { p { height: 30000px } } footer { display: none }",
                {"<p>far above</p>", "<img loading=lazy src=\"/pic.png\">"}),
            address);
        QVERIFY(inkOf(pdf, m_pdf.folder.path()).second > 0);
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPageOnPaper>(argc, argv);
}
#include "tst_pageonpaper.moc"
