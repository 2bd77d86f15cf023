// SPDX-License-Identifier: MIT
// A post of no site: what lies beside it, its formulas and its tables are in the preview as in the stand-alone page.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "layout/postrenderer.h"
#include "windowprobe.h"
#endif

#include <QBuffer>
#include <QDataStream>
#include <QDir>
#include <QImage>

using namespace galley;
using test::WindowProbe;

namespace
{

constexpr int pictureWidth = 6; // px, of every picture here

/// A picture as its file's bytes.
QByteArray picture()
{
    QImage image(pictureWidth, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A tenth of a second of silence.
QByteArray sound()
{
    const QByteArray samples(800, char(0x80));
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << quint32(36 + samples.size());
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << quint32(8000) << quint32(8000) << quint16(1) << quint16(8);
    out.writeRawData("data", 4);
    out << quint32(samples.size());
    out.writeRawData(samples.constData(), int(samples.size()));
    return bytes;
}

/// A lone post in a folder "post" with things beside, below and above it.
class LoneProbe : public WindowProbe
{
public:
    explicit LoneProbe(const QByteArray& text, const QString& name = QStringLiteral("hello.md"))
        : WindowProbe(QByteArray(), QString())
    {
        for (const char* file : {"pic.png", "a b.png", "sub/deep/pic.png", "caf\303\251 \346\274\242.png", "100%.png",
                                 "at 10:20:30.png", "what?.png", ".hidden/pic.png"})
            write(QLatin1String("post/") + QString::fromUtf8(file), picture());
        write(QStringLiteral("outside.png"), picture());
        write(QStringLiteral("post/beep.wav"), sound());
        QFile::link(folder.filePath(QStringLiteral("outside.png")), folder.filePath(QStringLiteral("post/link.png")));
        path = folder.filePath(QLatin1String("post/") + name);
        test::writeFile(path, text);
        open(path);
    }

    void write(const QString& name, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(folder.filePath(name)).path());
        test::writeFile(folder.filePath(name), bytes);
    }

    /// The stand-alone page of the same file.
    QString exported()
    {
        RenderRequest request;
        const std::string text = test::readBytes(path).toStdString();
        request.text = text;
        request.path = QFile::encodeName(path).toStdString();
        request.form = PageForm::Standalone;
        return QString::fromStdString(renderPost(request).html);
    }

    QString style(const QString& selector, const QString& property)
    {
        return ask(QStringLiteral("getComputedStyle(document.querySelector('%1')).getPropertyValue('%2')")
                       .arg(selector, property))
            .toString();
    }
};

} // namespace

class TestLonePost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picture_showsAsTheStandalonePageHasIt_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("shown");
        const auto row = [](const char* address, bool shown) {
            QTest::newRow(address) << QString::fromUtf8(address) << shown;
        };
        row("pic.png", true);
        row("./pic.png", true);
        row("/pic.png", true);
        row("pic.png?v=2#x", true);
        row("sub/deep/pic.png", true);
        row("sub/../pic.png", true);
        row("sub/deep/../../pic.png", true);
        row("a b.png", true);
        row("a%20b.png", true);
        row("caf\303\251 \346\274\242.png", true);
        row("caf%C3%A9%20%E6%BC%A2.png", true);
        row("100%25.png", true);
        row("what%3F.png", true);
        row("/at%2010:20:30.png", true);
        row("./at 10:20:30.png", true);
        row("gone.png", false);
        row("PIC.png", false);
        row("../outside.png", false);
        row("../pic.png", false);
        row("../../../../../../pic.png", false);
        row("sub/../../outside.png", false);
        row("..%2foutside.png", false);
        row("%2e%2e/outside.png", false);
        row("link.png", false);
        row(".hidden/pic.png", false);
        row("hello.md", false);
    }
    void picture_showsAsTheStandalonePageHasIt()
    {
        QFETCH(QString, address);
        QFETCH(bool, shown);
        LoneProbe probe(QByteArray("<p>x <img src=\"") + address.toUtf8() + "\"></p>\n");
        QVERIFY(probe.previewShows(QStringLiteral("x")));
        QTRY_VERIFY(probe.ask(QStringLiteral("document.images.length === 1 && document.images[0].complete")).toBool());
        QCOMPARE(probe.ask(QStringLiteral("document.images[0].naturalWidth")).toInt(), shown ? pictureWidth : 0);
        QCOMPARE(probe.exported().contains(QStringLiteral("<img src=\"data:image/png;base64,")), shown);
    }

    void postsAddress_doesNotMatter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("dated") << QStringLiteral("2020-02-03-hello.md") << QByteArray("---\ntitle: T\n---\n");
        QTest::newRow("permalink") << QStringLiteral("hello.md") << QByteArray("---\npermalink: /a/b/c/\n---\n");
        QTest::newRow("at the root") << QStringLiteral("hello.md") << QByteArray("---\npermalink: /c.html\n---\n");
        QTest::newRow("odd name") << QStringLiteral("h\303\251 #1 50% ?.md") << QByteArray();
    }
    void postsAddress_doesNotMatter()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        LoneProbe probe(head + "![p](pic.png) ![q](sub/deep/pic.png) ![r](/pic.png) ![no](../pic.png)\n", name);
        QTRY_COMPARE(probe.ask(QStringLiteral("[...document.images].map((i) => i.complete && i.naturalWidth).join()"))
                         .toString(),
                     QStringLiteral("6,6,6,0"));
    }

    void everyElementThatLoads_findsItsFile()
    {
        LoneProbe probe("<p><img id=set srcset=\"gone.png 9x, sub/deep/pic.png 1x\"></p>\n"
                        "<picture><source srcset=\"a%20b.png\"><img id=in src=\"gone.png\"></picture>\n\n"
                        "<audio controls preload=auto src=\"beep.wav\"></audio>\n\n"
                        "<video id=sounds controls><source src=\"beep.wav\"></video>\n\n"
                        "<video id=poster poster=\"pic.png\"></video>\n");
        QTRY_COMPARE(probe.ask(QStringLiteral("document.querySelector('#set').naturalWidth")).toInt(), pictureWidth);
        QTRY_COMPARE(probe.ask(QStringLiteral("document.querySelector('#in').naturalWidth")).toInt(), pictureWidth);
        QTRY_VERIFY(probe.ask(QStringLiteral("document.querySelector('audio').duration > 0.05")).toBool());
        QTRY_VERIFY(probe.ask(QStringLiteral("document.querySelector('#sounds').duration > 0.05")).toBool());
        QTRY_COMPARE(
            probe.ask(QStringLiteral("document.querySelector('#poster').getBoundingClientRect().width")).toInt(),
            pictureWidth); // the poster's
    }

    void styleSheetsOfATrustedPost_findWhatTheyName()
    {
        LoneProbe probe("<link rel=stylesheet href=\"css/own.css\">\n\n<p id=a>a</p>\n\n<p id=b>b</p>\n");
        probe.write(QStringLiteral("post/css/own.css"),
                    "@import 'sub/more.css'; #a { color: rgb(1, 2, 3); background: url(bg.png) }");
        probe.write(QStringLiteral("post/css/sub/more.css"), "#b { color: rgb(4, 5, 6); background: url(../bg.png) }");
        probe.write(QStringLiteral("post/css/bg.png"), picture());
        QVERIFY(probe.previewShows(QStringLiteral("b")));
        QSignalSpy asked(&probe.window.preview(), &PreviewPane::fileRequested);
        probe.window.preview().setTrust({true, true, true});
        QTRY_COMPARE(probe.style(QStringLiteral("#a"), QStringLiteral("color")), QStringLiteral("rgb(1, 2, 3)"));
        QTRY_COMPARE(probe.style(QStringLiteral("#b"), QStringLiteral("color")), QStringLiteral("rgb(4, 5, 6)"));
        const auto wasAsked = [&] {
            return std::any_of(asked.begin(), asked.end(), [](const QList<QVariant>& one) {
                return one.first().toString().endsWith(QStringLiteral("/css/bg.png"));
            });
        };
        QTRY_VERIFY(wasAsked());
        probe.window.preview().setTrust({});
        const QString page = probe.exported();
        QCOMPARE(page.count(QStringLiteral("url(\"data:image/png;base64,")), 2);
        QVERIFY(!page.contains(QStringLiteral("@import")) && !page.contains(QStringLiteral("<link")));
    }

    void hoveredAndMissingLinks_areNamedAsTheyAreWritten()
    {
        LoneProbe probe("[there](sub/other.md) [up](../other.md)\n");
        QSignalSpy hovered(&probe.window.preview(), &PreviewPane::linkHovered);
        QVERIFY(probe.previewShows(QStringLiteral("there")));
        for (const char* wanted : {"sub/other.md", "../other.md"}) {
            probe.ask(
                QStringLiteral("document.querySelector('a[href=\"%1\"]').dispatchEvent(new MouseEvent('mouseover',"
                               " {bubbles: true})); 0")
                    .arg(QLatin1String(wanted)));
            QTRY_VERIFY(!hovered.isEmpty());
            QCOMPARE(hovered.takeLast().at(0).toString(), QLatin1String(wanted));
            hovered.clear();
        }
    }

    void formulas_areSetAsInTheStandalonePage_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("formulas");
        const QByteArray head = "---\ntitle: T\n---\n";
        QTest::newRow("inline and display") << head + "An $$x^2$$ and\n\n$$\n\\frac{a}{b}\n$$\n" << 2;
        QTest::newRow("in the title") << QByteArray("---\ntitle: On \\(x\\)\n---\ntext\n") << 1;
        QTest::newRow("braces") << head + "<p>\\(\\text{a\\{b}\\) and \\(y\\)</p>\n" << 2;
        QTest::newRow("in code") << head + "`\\(x\\)` <code>\\(x\\)</code> <kbd>\\(x\\)</kbd>\n" << 1;
        QTest::newRow("not closed") << head + "<p>\\(x and \\[ y</p>\n" << 0;
        QTest::newRow("dollars in HTML") << head + "<p>$$x$$ and $x$ and \\begin{align}x\\end{align}</p>\n" << 0;
        QTest::newRow("without front matter") << QByteArray("An $$x^2$$ and <b>\\(x\\)</b>\n") << 0;
        QTest::newRow("none") << head + "no formula \\(\n" << 0;
    }
    void formulas_areSetAsInTheStandalonePage()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, formulas);
        LoneProbe probe(text + "\nthe end\n");
        QVERIFY(probe.previewShows(QStringLiteral("the end")));
        const auto shown = [&] {
            return probe.ask(QStringLiteral("document.querySelectorAll('.katex').length")).toInt();
        };
        if (formulas == 0)
            QTest::qWait(700);
        QTRY_COMPARE(shown(), formulas);
        QCOMPARE(probe.exported().count(QStringLiteral("class=\"katex\"")), formulas);
        probe.window.preview().setTrust({true, true, true});
        QVERIFY(probe.previewShows(QStringLiteral("the end")));
        QTRY_COMPARE(shown(), formulas);
        probe.window.preview().setTrust({});
    }

    /// What the post says in an attribute is not undone by the program's own style sheet.
    void attributesOfThePost_winOverTheBuiltInSheet_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* html, const char* property, const char* value) {
            QTest::newRow(html) << QByteArray(html) << QString::fromLatin1(property) << QString::fromLatin1(value);
        };
        row("<table><tr><td id=x align=right>a</td></tr></table>", "text-align", "right");
        row("<table><tr align=right><td id=x>a</td></tr></table>", "text-align", "right");
        row("<table><tr><th id=x align=right>a</th></tr></table>", "text-align", "right");
        row("<table><tr align=right><th id=x>a</th></tr></table>", "text-align", "right");
        row("<table><thead align=right><tr><th id=x>a</th></tr></thead></table>", "text-align", "right");
        row("<table><tr><th id=x>a</th></tr></table>", "text-align", "start");
        row("<table><tr><td id=x valign=bottom>a</td></tr></table>", "vertical-align", "bottom");
        row("<table><tr valign=bottom><td id=x>a</td></tr></table>", "vertical-align", "bottom");
        row("<table><tr><td id=x>a</td></tr></table>", "vertical-align", "top");
        row("<table cellpadding=11><tr><td id=x>a</td></tr></table>", "padding-left", "11px");
        row("<table border=1><tr><td id=x>a</td></tr></table>", "border-left-width", "1px");
        row("<table border=1><tr><td id=x>a</td></tr></table>", "border-bottom-style", "inset");
        row("<table id=x cellspacing=7><tr><td>a</td></tr></table>", "border-collapse", "separate");
        row("<table id=x align=center><tr><td>a</td></tr></table>", "display", "table");
        row("<table id=x width=\"100%\"><tr><td>a</td></tr></table>", "display", "table");
        row("<table id=x hidden><tr><td>a</td></tr></table>", "display", "none");
        row("<hr id=x align=left width=50>", "margin-left", "0px");
        row("<hr id=x size=9>", "border-left-style", "inset");
        row("<img id=x src=\"pic.png\" height=40>", "height", "40px");
        row("<img id=x src=\"pic.png\" width=40>", "width", "40px");
        row("<svg id=x height=20 viewBox=\"0 0 2 1\"></svg>", "height", "20px");
        row("<svg id=x height=20 viewBox=\"0 0 2 1\"></svg>", "width", "40px");
        row("<div dir=rtl><ul id=x><li>a</li></ul></div>", "padding-left", "0px");
        row("<div dir=rtl><blockquote id=x><p>a</p></blockquote></div>", "border-left-width", "0px");
        row("<div dir=rtl><table><tr><th id=x>a</th></tr></table></div>", "text-align", "start");
        row("<p id=x align=center>a</p>", "text-align", "center");
        row("<ol type=a id=x><li>a</li></ol>", "list-style-type", "lower-alpha");
    }
    void attributesOfThePost_winOverTheBuiltInSheet()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, property);
        QFETCH(QString, value);
        LoneProbe probe(html + "\n\nthe end\n");
        QVERIFY(probe.previewShows(QStringLiteral("the end")));
        if (html.contains("<img"))
            QTRY_VERIFY(probe.ask(QStringLiteral("document.images[0].naturalWidth > 0")).toBool());
        QCOMPARE(probe.style(QStringLiteral("#x"), property).remove(QStringLiteral("-webkit-")), value);
    }

    void columnsOfATable_areAlignedAsTheSourceSays_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("without front matter") << QByteArray();
        QTest::newRow("with front matter") << QByteArray("---\ntitle: T\n---\n");
    }
    void columnsOfATable_areAlignedAsTheSourceSays()
    {
        QFETCH(QByteArray, head);
        LoneProbe probe(head + "| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |\n\nthe end\n");
        QVERIFY(probe.previewShows(QStringLiteral("the end")));
        for (const char* cell : {"td", "th"}) {
            const QString found =
                probe
                    .ask(QStringLiteral(
                             "[...document.querySelectorAll('%1')].map((c) => "
                             "getComputedStyle(c).textAlign.replace('left', 'start').replace('-webkit-', '')).join()")
                             .arg(QLatin1String(cell)))
                    .toString();
            QCOMPARE(found, QStringLiteral("start,right,center,start"));
        }
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestLonePost>(argc, argv);
}
#include "tst_lonepost.moc"
