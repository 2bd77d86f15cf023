// SPDX-License-Identifier: MIT
#include "script/math.h"
#include "script/scriptengine.h"

#include <QTest>

using namespace galley;

class TestMath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formula_becomesHtmlAndMathml()
    {
        const auto html = script::math("\\frac{a}{b} + \\sqrt{x^2}", false);
        QVERIFY2(html, html ? "" : html.error().message.c_str());
        QVERIFY(html->find("class=\"katex\"") != std::string::npos);
        QVERIFY(html->find("<mfrac>") != std::string::npos);
        QVERIFY(html->find("katex-display") == std::string::npos);
    }

    void displayedFormula_saysSo() { QVERIFY(script::math("x", true)->find("katex-display") != std::string::npos); }

    void badFormula_isAnErrorInKatexWords()
    {
        const auto html = script::math("\\frac{a", false);
        QVERIFY(!html);
        QVERIFY(html.error().message.find("KaTeX parse error") != std::string::npos);
    }

    void macroBomb_ends() { QVERIFY(!script::math("\\def\\a{\\a\\a}\\a", false)); }

    void link_isNotTrusted()
    {
        const auto html = script::math("\\href{javascript:alert(1)}{x}", false);
        QVERIFY(!html || html->find("href=\"javascript") == std::string::npos);
    }

    void styles_carryTheirFonts()
    {
        const std::string css = script::mathStyles();
        QVERIFY(css.find("url(fonts/") == std::string::npos);
        QVERIFY(css.find("url(data:font/woff2;base64,d09GMg") != std::string::npos); // "wOF2"
        QVERIFY(css.find(".katex") != std::string::npos);
    }

    void runawayScript_isInterrupted()
    {
        script::ScriptEngine engine;
        QVERIFY(engine.load("highlighter.js"));
        QJSValue forever = engine.global("Function").callAsConstructor({QStringLiteral("for (;;) {}")});
        const auto result = engine.call(forever, {});
        QVERIFY(!result);
        QVERIFY(result.error().message.find("Stopped") != std::string::npos);
        // The engine works on.
        QJSValue one = engine.global("Function").callAsConstructor({QStringLiteral("return 1")});
        QCOMPARE(engine.call(one, {})->toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMath)
#include "tst_math.moc"
