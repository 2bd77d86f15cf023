// SPDX-License-Identifier: MIT
// What today's browsers' own style sheets say holds in the preview too, and never against a rule of the page.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "pagemaker.h"
#include "previewprobe.h"
#endif

#include <QTemporaryDir>

using namespace galley;
using test::makePage;
using test::PreviewProbe;

namespace
{

test::Shell shellWith(const std::string& inHead)
{
    test::Shell shell;
    shell.head.insert(shell.head.find("</head>"), inHead);
    return shell;
}

QString style(PreviewProbe& probe, const QString& selector, const QString& property)
{
    return probe
        .ask(QStringLiteral("getComputedStyle(document.querySelector('%1')).getPropertyValue('%2')")
                 .arg(selector, property))
        .toString();
}

PageAddress siteAt(const QString& root)
{
    PageAddress address;
    address.siteRoot = address.postFolder = root;
    address.url = QStringLiteral("/post.html");
    address.file = root + QStringLiteral("/post.md");
    return address;
}

} // namespace

class TestBrowserSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingInASectioningElement_isAsLargeAsElsewhere_data()
    {
        QTest::addColumn<QString>("html");
        for (const char* html : {"<article><h1 id=x>a</h1></article>", "<section><h1 id=x>a</h1></section>",
                                 "<aside><h1 id=x>a</h1></aside>", "<nav><h1 id=x>a</h1></nav>",
                                 "<section><section><div><h1 id=x>a</h1></div></section></section>", "<h1 id=x>a</h1>"})
            QTest::newRow(html) << QString::fromLatin1(html);
    }
    void headingInASectioningElement_isAsLargeAsElsewhere()
    {
        QFETCH(QString, html);
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({html.toStdString()}))); // in the shell's <article>
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("font-size")), QStringLiteral("32px"));
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("margin-top")), QStringLiteral("21.44px"));
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("margin-bottom")), QStringLiteral("21.44px"));
    }

    void otherHeadings_areLeftAlone()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<section><h2 id=x>a</h2></section>"})));
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("font-size")), QStringLiteral("24px"));
    }

    void ruleOfThePage_wins_data()
    {
        QTest::addColumn<QString>("css");
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("margin");
        const auto row = [](const char* css, const char* size, const char* margin) {
            QTest::newRow(css) << QString::fromLatin1(css) << QString::fromLatin1(size) << QString::fromLatin1(margin);
        };
        row("h1 { font-size: 10px; margin: 1px }", "10px", "1px");
        row("* { font-size: 10px; margin: 0 }", "10px", "0px");
        row(":where(h1) { font-size: 10px; margin: 0 }", "10px", "0px");
        row("h1 { margin: 0 }", "32px", "0px");
        row("@layer base { h1 { font-size: 10px; margin: 2px } }", "10px", "2px");
        row("@layer base { * { font-size: 10px; margin: 2px } }", "10px", "2px");
        row("@layer a, b; @layer b { * { font-size: 10px } } @layer a { * { margin: 3px } }", "10px", "3px");
        row("@layer a.b { * { font-size: 10px } } @layer a { h1 { margin: 4px } }", "10px", "4px");
        row("@layer { * { font-size: 10px; margin: 5px } }", "10px", "5px");
        row("@media print { @layer late { p { color: red } } } @layer a { * { font-size: 10px; margin: 6px } }", "10px",
            "6px");
        row("@supports (color: red) { @layer a { * { font-size: 10px; margin: 7px } } }", "10px", "7px");
    }
    void ruleOfThePage_wins()
    {
        QFETCH(QString, css);
        QFETCH(QString, size);
        QFETCH(QString, margin);
        PreviewProbe probe;
        const std::string sheet = "<style>" + css.toStdString() + "</style>";
        QVERIFY(probe.show(makePage({"<h1 id=x>a</h1>"}, shellWith(sheet))));
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("font-size")), size);
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("margin-top")), margin);
        PreviewProbe later; // the same sheet comes by an edit of the layout
        QVERIFY(later.show(makePage({"<h1 id=x>a</h1>"})));
        QVERIFY(later.show(makePage({"<h1 id=x>a</h1>"}, shellWith(sheet))));
        QCOMPARE(style(later, QStringLiteral("#x"), QStringLiteral("font-size")), size);
        QCOMPARE(style(later, QStringLiteral("#x"), QStringLiteral("margin-top")), margin);
    }

    void searchIsABlock_andAPopoverIsNotShown()
    {
        PreviewProbe probe;
        test::Shell shell;
        shell.head += "<search id=x>a</search><div popover id=y>b</div>";
        QVERIFY(probe.show(makePage({"<p>p</p>"}, shell)));
        QCOMPARE(style(probe, QStringLiteral("#x"), QStringLiteral("display")), QStringLiteral("block"));
        QTemporaryDir home;
        PreviewProbe trusted;
        QVERIFY(trusted.show(makePage({"<p>p</p>"}, shell), siteAt(home.path())));
        QSignalSpy applied(&trusted.pane, &PreviewPane::patchApplied);
        trusted.pane.setTrust({true, true, true});
        QVERIFY(applied.wait(20000));
        QTRY_COMPARE(style(trusted, QStringLiteral("#y"), QStringLiteral("display")), QStringLiteral("none"));
        trusted.pane.setTrust({});
    }

    void page_isNotChangedByIt()
    {
        PreviewProbe probe;
        const RenderedPage page = makePage({"<section><h1>a</h1></section>"}, shellWith("<style>@layer a;</style>"));
        QVERIFY(probe.show(page));
        QCOMPARE(probe.difference(page), QStringLiteral("equal"));
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestBrowserSheet>(argc, argv);
}
#include "tst_browsersheet.moc"
