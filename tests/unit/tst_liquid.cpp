// SPDX-License-Identifier: MIT
#include "liquidsource.h"

#include <QTest>

#include <algorithm>

using namespace galley;
using test::rendered;
using test::text;

namespace
{
/// An include that includes itself, and one that is there.
class Includes final : public liquid::Environment
{
public:
    Expected<liquid::TemplatePtr> include(std::string_view name) const override
    {
        liquid::ParseOptions options;
        options.registry = m_registry;
        options.file = "_includes/" + std::string(name);
        if (name == "self.html")
            return liquid::parse("x{% include self.html %}", options);
        if (name == "card.html")
            return liquid::parse("<{{ include.title }}>\n\n{{ 1 | divided_by: 0 }}\n", options);
        return Environment::include(name);
    }

private:
    std::shared_ptr<const liquid::Registry> m_registry =
        std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
};

std::vector<int> sourceLines(const std::string& source)
{
    liquid::RenderOptions options;
    options.wantsLineMap = true;
    const liquid::RenderResult result = rendered(source, {}, options);
    std::vector<int> lines;
    for (int i = 0; i <= static_cast<int>(std::count(result.text.begin(), result.text.end(), '\n')); ++i)
        lines.push_back(result.lineMap.sourceLine(i));
    return lines;
}
} // namespace

class TestLiquid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laxCondition_ignoresRoundBracketsAndWarns()
    {
        liquid::ParseOptions options;
        options.registry = std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
        options.file = "_layouts/post.html";
        options.firstLine = 4;
        const auto parsed =
            liquid::parse("\n{% if (a contains \"x\") and (b == true) %}yes{% else if c %}no{% endif %}", options);
        QVERIFY(parsed);
        QCOMPARE((*parsed)->warnings().size(), std::size_t{1});
        QCOMPARE((*parsed)->warnings()[0].file, std::string("_layouts/post.html"));
        QCOMPARE((*parsed)->warnings()[0].line, 5);
    }

    void andOr_groupFromRightToLeft()
    {
        QCOMPARE(text("{% if false and true or true %}a{% else %}b{% endif %}"), std::string("b"));
    }
    void unknownFilter_passesItsInput() { QCOMPARE(text("{{ 'a' | nosuch: 1 | upcase }}"), std::string("A")); }
    void unknownTag_isRefusedWithItsLine()
    {
        QCOMPARE(text("a\n{% nosuch %}"), std::string("Liquid syntax error (line 2): Unknown tag 'nosuch'"));
    }
    void decimals_areExact()
    {
        QCOMPARE(text("{{ 0.1 | plus: 0.2 }} {{ 7 | divided_by: 2 }} {{ -7 | modulo: 3 }}"), std::string("0.3 3 2"));
    }

    void errorInAFilter_standsInPlaceAndIsReported()
    {
        const liquid::RenderResult result = rendered("a\n{{ 1 | divided_by: 0 }}b");
        QCOMPARE(result.text, std::string("a\nLiquid error (line 2): divided by 0b"));
        QCOMPARE(result.diagnostics.size(), std::size_t{1});
        QCOMPARE(result.diagnostics[0].line, 2);
        QCOMPARE(result.diagnostics[0].file, std::string("page.md"));
    }

    void errorInAnInclude_carriesTheIncludesFileAndLine()
    {
        const Includes site;
        const liquid::RenderResult result = rendered("\n\n\n\n{% include card.html title=\"T\" %}", {}, {}, site);
        QCOMPARE(result.text.substr(0, 7), std::string("\n\n\n\n<T>"));
        QCOMPARE(result.diagnostics.at(0).file, std::string("_includes/card.html"));
        QCOMPARE(result.diagnostics.at(0).line, 3);
    }

    void lines_areKnownBehindTagsThatPrintOrSwallowLines()
    {
        QCOMPARE(sourceLines("a\n{% comment %}\n\n{% endcomment %}b\nc"), (std::vector<int>{0, 3, 4}));
        QCOMPARE(sourceLines("{% for i in (1..2) %}\nx{% endfor %}\ny"), (std::vector<int>{0, 1, 1, 2}));
        QCOMPARE(sourceLines("{%- assign a = 1 -%}\n\n\nb\nc"), (std::vector<int>{3, 4}));
    }

    void endlessLoop_endsAtTheStepLimit()
    {
        liquid::RenderOptions limits;
        limits.steps = 1000;
        const liquid::RenderResult result = rendered("{% for i in (1..1000000000) %}{% endfor %}after", {}, limits);
        QVERIFY(hasErrors(result.diagnostics));
        QCOMPARE(result.text, std::string());
    }

    void doublingText_endsAtTheOutputLimit()
    {
        liquid::RenderOptions limits;
        limits.outputBytes = 1000;
        const auto source =
            "{% assign s = 'ab' %}{% for i in (1..100) %}{% assign s = s | append: s %}{% endfor %}{{ s }}";
        const liquid::RenderResult result = rendered(source, {}, limits);
        QVERIFY(hasErrors(result.diagnostics));
        QVERIFY(result.text.size() <= 1000);
    }

    void stopRequest_endsTheRendering()
    {
        std::stop_source stop;
        stop.request_stop();
        liquid::RenderOptions limits;
        limits.stop = stop.get_token();
        QVERIFY(rendered("{% for i in (1..100000) %}x{% endfor %}", {}, limits).text.size() < 5000);
    }

    void includeOfItself_endsAtTheDepthLimit()
    {
        const Includes site;
        const liquid::RenderResult result = rendered("{% include self.html %}", {}, {}, site);
        QVERIFY(result.text.find("Nesting too deep") != std::string::npos);
    }

    void openingsWithoutEnd_areReadInLinearTime()
    {
        std::string openings = "{% raw %}";
        for (int i = 0; i < 200'000; ++i)
            openings += "{{ {% ";
        QVERIFY(!text(openings).empty());
    }

    void deepNesting_isRefused()
    {
        std::string source;
        for (int i = 0; i < 5000; ++i)
            source += "{% if true %}";
        QCOMPARE(text(source), std::string("Liquid error: Nesting too deep"));
        QVERIFY(text("{{ " + std::string(100'000, '(') + " }}").empty());
    }
};

QTEST_GUILESS_MAIN(TestLiquid)
#include "tst_liquid.moc"
