// SPDX-License-Identifier: MIT
// What the site will show otherwise is told in the post's problems, at the setting or the line that is the cause.
#include "layout/postrenderer.h"
#include "script/highlight.h"
#include "site/site.h"
#include "sitefolder.h"

#include <QTest>

using namespace galley;

namespace
{
RenderedPage rendered(const std::string& config, const std::string& body)
{
    test::SiteFolder folder;
    folder.write("_config.yml", config);
    const std::string text = "---\ntitle: T\n---\n" + body;
    folder.write("_posts/2020-01-02-a.md", text);
    RenderRequest request;
    request.text = text;
    request.path = folder.root() / "_posts/2020-01-02-a.md";
    SiteOptions options = folder.options();
    options.highlight = script::highlight;
    request.site = Site::read(options);
    request.now = options.now;
    return renderPost(request);
}

std::string told(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
        text += toString(diagnostic) + "\n";
    return text;
}

constexpr const char* rich = "Text `code` $$x$$ <b>b</b>\n\n```ruby\nputs 1\n```\n";
} // namespace

class SiteNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setting_isToldAtItsLine_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QByteArray>("note");
        const auto row = [](const char* config, const char* note) {
            QTest::newRow(note) << QByteArray(config) << QByteArray(note);
        };
        row("title: T\nkramdown:\n  math_engine: katex\n",
            "_config.yml:3: note: Will look different on the site: formulas are made by 'katex' there");
        row("kramdown:\n  auto_ids: true\n  syntax_highlighter: coderay\n",
            "_config.yml:3: note: Will look different on the site: code is coloured by 'coderay' there and plain here");
        row("title: T\nhighlighter: coderay\n",
            "_config.yml:2: note: Will look different on the site: code is coloured by 'coderay' there and plain here");
        row("kramdown:\n  enable_coderay: true\n",
            "_config.yml:2: note: Will look different on the site: code is coloured by 'coderay' there and plain here");
        row("kramdown:\n  syntax_highlighter_opts:\n    formatter: HTMLLinewise\n",
            "_config.yml:2: note: Will look different on the site: code is written with Rouge's option 'formatter' "
            "there");
        row("\n\nmarkdown: redcarpet\n", "_config.yml:3: note: Will look different on the site: its Markdown is "
                                         "written by 'redcarpet' there and by kramdown here");
        row("markdown: CommonMarkGhPages\n",
            "_config.yml:1: note: Will look different on the site: headings have ids of GitHub's making there");
        row("markdown: CommonMark\ncommonmark:\n  # both\n  options: [SMART, UNSAFE]\n",
            "_config.yml:4: note: Will look different on the site: quotes, dashes and ellipses are made typographic "
            "there (SMART)");
        row("markdown: CommonMark\ncommonmark: {options: [footnotes]}\n",
            "_config.yml:2: note: Will look different on the site: footnotes are made there (FOOTNOTES)");
        row("kramdown:\n  html_to_native: true\n", "_config.yml:2: note: Will look different on the site: HTML in the "
                                                   "text is made into kramdown's own elements there");
        row("kramdown:\n  input: kramdown\n  transliterated_header_ids: true\n",
            "_config.yml:3: note: Will look different on the site: ids of headings are spelled in ASCII where the gem "
            "stringex is installed");
        row("kramdown:\n  input: markdown\n",
            "_config.yml:2: note: Will look different on the site: kramdown reads the text as 'markdown' there");
        row("kramdown:\n  input: gfm\n",
            "_config.yml:2: error: Jekyll will not build the site: kramdown has no parser for the input format 'gfm'");
        row("kramdown:\n  'toc_levels': 7..9, 12\n",
            "_config.yml:2: error: Jekyll will not build the site: kramdown refuses the value of 'toc_levels'");
        row("kramdown:\n  gfm_emojis: true\n", "_config.yml:2: note: Will look different on the site: kramdown has no "
                                               "option 'gfm_emojis' unless a plugin adds it");
        row("kramdown:\n  template: document\n", "_config.yml:2: note: Will look different on the site: kramdown puts "
                                                 "the text into the template 'document' there");
    }

    void setting_isToldAtItsLine()
    {
        QFETCH(QByteArray, config);
        QFETCH(QByteArray, note);
        const std::string all = told(rendered(config.toStdString(), rich).diagnostics);
        QVERIFY2(all.find(note.toStdString() + "\n") != std::string::npos, all.c_str());
    }

    void settingThePageDoesNotMeet_isNotTold()
    {
        const std::string config =
            "kramdown:\n  math_engine: katex\n  html_to_native: true\n  syntax_highlighter: coderay\n";
        QCOMPARE(told(rendered(config, "Only *text*.\n").diagnostics), std::string());
    }

    void settingsThatAreFollowed_areNotTold()
    {
        const std::string config =
            "markdown: kramdown\nhighlighter: rouge\nkramdown:\n  input: GFM\n  hard_wrap: true\n  guess_lang: true\n"
            "  toc_levels: 1..3\n  math_engine: mathjax\n  show_warnings: true\n  line_width: 60\n";
        QCOMPARE(told(rendered(config, rich).diagnostics), std::string());
    }

    void optionInTheText_isToldAtTheLineOfTheText()
    {
        const std::string all =
            told(rendered("title: T\n", "Text\n\n{::options math_engine=\"ritex\" /}\n\n$$x$$\n").diagnostics);
        QVERIFY2(all.find(":6: note: Will look different on the site: formulas are made by 'ritex' there") !=
                     std::string::npos,
                 all.c_str());
    }

    void languageOnlyRougeKnows_isToldOnceAtItsFirstLine()
    {
        const std::string all = told(
            rendered("title: T\n", "a\n\n```bibtex\nx\n```\n\n```bibtex\ny\n```\n\n```nosuch\nz\n```\n").diagnostics);
        QCOMPARE(all, std::string(":6: note: Will look different on the site: code in 'bibtex' is coloured there and "
                                  "plain here\n"));
    }

    void languageOfTheHighlightTag_isToldOnceAtItsLine()
    {
        const std::string code = "\nx\n{% endhighlight %}\n\n";
        const std::string body = "a\n\n{% highlight bibtex %}" + code + "{% highlight bibtex linenos %}" + code +
                                 "{% highlight nosuch %}" + code + "{% highlight text %}" + code +
                                 "{% highlight ruby %}" + code;
        QCOMPARE(told(rendered("title: T\n", body).diagnostics),
                 std::string(
                     ":6: note: Will look different on the site: code in 'bibtex' is coloured there and plain here\n"));
        QCOMPARE(told(rendered("highlighter: none\n", body).diagnostics), std::string());
    }

    void codeTooLongToColour_isTold()
    {
        const std::string all =
            told(rendered("title: T\n", "```js\n" + std::string(300 << 10, 'x') + "\n```\n").diagnostics);
        QVERIFY2(all.find("code in 'js' is coloured there and plain here") != std::string::npos, all.c_str());
    }
};

QTEST_GUILESS_MAIN(SiteNotesTest)
#include "tst_sitenotes.moc"
