// SPDX-License-Identifier: MIT
#include "pagemaker.h"
#include "previewprobe.h"

using namespace galley;
using test::makePage;
using test::PreviewProbe;

namespace
{

const std::string mathJax =
    "<script async src=\"https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js\"></script>";
const std::string dollars = "<script>MathJax = { tex: { inlineMath: [['$', '$'], ['\\\\(', '\\\\)']] } }</script>";

test::Shell shellWith(const std::string& inHead)
{
    test::Shell shell;
    shell.head.insert(shell.head.find("</head>"), inHead);
    return shell;
}

int count(PreviewProbe& probe, const char* selector)
{
    return probe.ask(QStringLiteral("document.querySelectorAll('%1').length").arg(QLatin1String(selector))).toInt();
}

/// The live page with each formula as the TeX it was made of: that is what was published.
QString difference(PreviewProbe& probe, const RenderedPage& page)
{
    return probe
        .ask(QLatin1String("((tell) => { const live = document.documentElement.cloneNode(true);"
                           "live.querySelectorAll('.galley-formula').forEach((f) => f.replaceWith(f.dataset.tex));"
                           "const shown = tell({ documentElement: live });"
                           "const fresh = new DOMParser().parseFromString(") +
             scriptString(page.html) +
             QLatin1String(
                 ", 'text/html'); fresh.querySelectorAll('script').forEach((s) => s.remove());"
                 "const wanted = tell(fresh); return shown === wanted ? 'equal' : shown + '\\n' + wanted })(") +
             PreviewProbe::serialiser() + QLatin1Char(')'))
        .toString();
}

} // namespace

class TestPreviewFormulas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texOfAPageThatLoadsMathJax_isSet()
    {
        PreviewProbe probe;
        const RenderedPage page = makePage({"<p>Let \\(x^2\\) and \\(y &lt; 3\\) be.</p>", "\\[ \\int_0^1 f \\]",
                                            "<p><code>\\(code\\)</code> and $5 or $6</p>"},
                                           shellWith(mathJax));
        QVERIFY(probe.show(page));
        QTRY_COMPARE(count(probe, ".galley-formula"), 3);
        QCOMPARE(count(probe, ".galley-formula .katex"), 3);
        QCOMPARE(count(probe, ".katex-display"), 1);
        QCOMPARE(count(probe, "code .katex"), 0);
        QCOMPARE(difference(probe, page), QStringLiteral("equal"));
        QTRY_VERIFY(probe.ask(QStringLiteral("[...document.fonts].some((f) => f.status === 'loaded')")).toBool());
        QVERIFY(!probe.ask(QStringLiteral("[...document.fonts].some((f) => f.status === 'error')")).toBool());
    }

    void texOfAPageWithoutSuchAScript_staysTex()
    {
        PreviewProbe probe;
        PageAddress site; // a page of no site is set as its stand-alone form is
        site.siteRoot = QStringLiteral("/nowhere");
        QVERIFY(probe.show(
            makePage({"<p>Let \\(x^2\\) be.</p>"}, shellWith("<script src=\"/assets/site.js\"></script>")), site));
        QTest::qWait(500);
        QCOMPARE(count(probe, ".katex"), 0);
        QCOMPARE(probe.ask(QStringLiteral("document.querySelector('p').textContent")).toString(),
                 QStringLiteral("Let \\(x^2\\) be."));
    }

    void singleDollars_beginAFormulaWhereTheSiteSaysSo()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>Let $x^2$ be $$y$$, \\$5 and $ 6.</p>"}, shellWith(mathJax))));
        QTRY_COMPARE(count(probe, ".galley-formula"), 1);
        QVERIFY(probe.show(makePage({"<p>Let $x^2$ be $$y$$, \\$5 and $ 6.</p>"}, shellWith(dollars + mathJax))));
        QTRY_COMPARE(count(probe, ".galley-formula"), 2);
    }

    void texScriptsAndEnvironments_areSet()
    {
        PreviewProbe probe;
        QVERIFY(probe.show(makePage({"<p>a <script type=\"math/tex\">x^2</script></p>",
                                     "<script type=\"math/tex; mode=display\">% <![CDATA[\na < b %]]></script>",
                                     "<p>\\begin{aligned} a &amp;= b \\end{aligned}</p>"},
                                    shellWith(mathJax))));
        QTRY_VERIFY(count(probe, ".galley-formula") >= 1);
        QVERIFY(probe.show(makePage({"<p>b <script type=\"math/tex\">x^2</script></p>",
                                     "<script type=\"math/tex; mode=display\">% <![CDATA[\na < c %]]></script>",
                                     "<p>\\begin{aligned} a &amp;= c \\end{aligned}</p>"},
                                    shellWith(mathJax))));
        QTRY_COMPARE(count(probe, ".galley-formula"), 3);
        QCOMPARE(count(probe, ".katex-display"), 2);
    }

    void edit_setsOnlyTheFormulasOfItsBlockAnew()
    {
        PreviewProbe probe;
        const auto page = [](const std::string& word, const std::string& title) {
            test::Shell shell = shellWith(mathJax);
            shell.head.replace(shell.head.find("<title>t"), 8, "<title>" + title);
            return makePage(
                {"<p>One \\(a\\) of \\(b\\).</p>", "<p>" + word + " \\(c\\)</p>", "\\[ d \\]", "<p>last</p>"}, shell);
        };
        QVERIFY(probe.show(page("Two", "t")));
        QTRY_COMPARE(count(probe, ".galley-formula"), 4);
        QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
        QSignalSpy failed(&probe.pane, &PreviewPane::patchFailed);
        probe.ask(QStringLiteral("globalThis.kept = [...document.querySelectorAll('.galley-formula')]; 0"));
        for (const char* word : {"Two, longer", "Two \\(e\\)", "\\(f", "\\(f\\)"}) {
            const RenderedPage now = page(word, word[0] == 'T' ? "t" : "other");
            QVERIFY(probe.show(now));
            QCOMPARE(difference(probe, now), QStringLiteral("equal"));
        }
        QCOMPARE(count(probe, ".galley-formula"), 5);
        QCOMPARE(probe
                     .ask(QStringLiteral(
                         "[...document.querySelectorAll('.galley-formula')].map((f) => kept.includes(f)).join()"))
                     .toString(),
                 QStringLiteral("true,true,false,true,true"));
        QCOMPARE(opened.count(), 0);
        QCOMPARE(failed.count(), 0);
    }

    void brokenAndHostileTex_staysTextAndTakesLittleTime()
    {
        PreviewProbe probe;
        std::string open, nested = "\\(";
        for (int i = 0; i < 40000; ++i)
            open += "\\( \\[ ";
        for (int i = 0; i < 9000; ++i)
            nested += "{";
        QVERIFY(probe.show(
            makePage({"<p>\\(x\\)</p>", "<p>\\(\\frac{\\)</p>", "<p>" + open + "</p>", "<p>" + nested + "\\)</p>",
                      "<p>\\(\\def\\a{\\a\\a}\\a\\) \\(\\href{javascript:alert(1)}{x}\\)</p>"},
                     shellWith(mathJax))));
        QTRY_VERIFY_WITH_TIMEOUT(count(probe, ".galley-formula") >= 1, 20000);
        QCOMPARE(count(probe, "a[href]"), 0);
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewFormulas>(argc, argv);
}
#include "tst_previewformulas.moc"
