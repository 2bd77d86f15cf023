// SPDX-License-Identifier: MIT
#include "script/highlight.h"
#include "script/languages.h"
#include "script/lexer.h"
#include "script/scriptengine.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace galley;
using script::highlight;

static std::string textOf(const std::string& html)
{
    QString text = QString::fromStdString(html);
    text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    return text.replace(QStringLiteral("&amp;"), QStringLiteral("&")).toStdString();
}

class TestHighlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languageUnknownToRouge_givesNothing()
    {
        QVERIFY(!highlight("x", "klingon"));
        QVERIFY(!highlight("x", ""));
        QVERIFY(!highlight("x", "Ruby")); // Rouge's names are case sensitive
    }

    void aliases_meanTheLanguageRougeMeans()
    {
        QCOMPARE(script::findLanguage("zsh")->tag, std::string("shell"));
        QCOMPARE(script::findLanguage("rb?option=1")->tag, std::string("ruby"));
        QCOMPARE(highlight("def f; end", "rb"), highlight("def f; end", "ruby"));
    }

    void languageOnlyRougeKnows_isEscapedAndPlain()
    {
        QCOMPARE(*highlight("a < b & c > d", "plaintext"), std::string("a &lt; b &amp; c &gt; d"));
    }

    void python_hasRougesClasses()
    {
        const std::string html = *highlight("def f(a):\n    return 1  # one\n", "python");
        QCOMPARE(html, std::string("<span class=\"k\">def</span> <span class=\"nf\">f</span><span class=\"p\">(</span>"
                                   "<span class=\"n\">a</span><span class=\"p\">):</span>\n    "
                                   "<span class=\"k\">return</span> <span class=\"mi\">1</span>  "
                                   "<span class=\"c1\"># one\n</span>"));
    }

    void slashesInGrammars_matchSlashes()
    {
        // Prism builds its grammars from RegExp.source, which Qt 6.4 gets wrong.
        QVERIFY(highlight("// a", "js")->find("<span class=\"c1\">// a</span>") != std::string::npos);
        QVERIFY(highlight("<a href='b'>", "xml")->find("<span class=\"nt\">&lt;a</span>") != std::string::npos);
    }

    void text_neverChanges_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("code");
        const QByteArray odd = "<b>&amp; \"x\" 'y' `z`</b>\n\t# \xC3\xA4\xE2\x82\xAC \xF0\x9F\x98\x80 \\n ${a} {{ b "
                               "}}\n<?php $x = 1; ?>\n<%= 1 %>\n";
        for (const char* language :
             {"ruby",   "python", "javascript", "js",  "bash", "sh",         "html",    "xml",  "css",     "scss",
              "yaml",   "json",   "sql",        "c",   "cpp",  "java",       "go",      "rust", "php",     "erb",
              "liquid", "diff",   "markdown",   "tsx", "jsx",  "typescript", "haskell", "perl", "console", "make",
              "docker", "toml",   "ini",        "lua", "r",    "swift",      "kotlin",  "latex"})
            QTest::addRow("%s", language) << QByteArray(language) << odd;
    }

    void text_neverChanges()
    {
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, code);
        const auto html = highlight(code.toStdString(), language.toStdString());
        QVERIFY(html);
        QCOMPARE(textOf(*html), code.toStdString());
    }

    void everyLanguage_hasAGrammarThatLoads()
    {
        // Prism's grammars lean on one another; a missing one would show as plain text.
        for (const char* language : {"ruby", "erb", "php", "tsx", "cpp", "scss", "handlebars", "markdown", "objc"})
            QVERIFY2(highlight("if (a) { return \"b\"; } // c\n<p>", language)->find("<span") != std::string::npos,
                     language);
    }

    void threads_haveAnEngineEach()
    {
        const std::string expected = *highlight("let a = 1;", "js");
        std::vector<std::string> got(4);
        {
            std::vector<std::jthread> threads;
            for (std::string& result : got)
                threads.emplace_back([&result] { result = *highlight("let a = 1;", "js"); });
        }
        for (const std::string& result : got)
            QCOMPARE(result, expected);
    }

    void sameCodeAgain_doesNotCallPrism()
    {
        const std::string first = *highlight("local remembered = 1;", "lua");
        const int runs = script::threadEngine().runs();
        QCOMPARE(*highlight("local remembered = 1;", "lua"), first);
        QCOMPARE(script::threadEngine().runs(), runs);
        highlight("local remembered = 2;", "lua");
        QCOMPARE(script::threadEngine().runs(), runs + 2); // the order of its grammars, and the code
    }

    void scripts_areLoadedAtFirstUse()
    {
        int before = -1;
        int after = -1;
        std::jthread([&] {
            highlight("plain", "plaintext");
            highlight("unknown", "klingon");
            before = script::threadEngine().runs();
            highlight("local a;", "lua");
            after = script::threadEngine().runs();
        }).join();
        QCOMPARE(before, 0);
        QVERIFY(after > 4);
    }

    void grammars_areLoadedOnceAThread()
    {
        highlight("local a;", "lua");
        const int runs = script::threadEngine().runs();
        highlight("local a; // other", "lua");
        QCOMPARE(script::threadEngine().runs(), runs + 2);
    }

    void languagePrismDoesNotKnow_givesNothing()
    {
        QVERIFY(script::findLanguage("bibtex"));
        QVERIFY(!highlight("@book{a}", "bibtex"));
    }

    void everyLexerFile_isRead()
    {
        const QStringList files = QDir(QStringLiteral(":/galley/script/lexers")).entryList();
        QVERIFY(files.size() >= 24);
        for (const QString& name : files) {
            std::string error;
            const QByteArray text = script::resource("lexers/" + name.toStdString());
            QVERIFY2(script::Lexer::parse(QString::fromUtf8(text), &error),
                     (name.toStdString() + ", " + error).c_str());
        }
    }

    void lexerFile_namesTheLineOfAnError()
    {
        const auto errorOf = [](const char* text) {
            std::string error;
            (void)script::Lexer::parse(QString::fromUtf8(text), &error);
            return QString::fromStdString(error);
        };
        QCOMPARE(errorOf("state root\n  k : a\n"), QString());
        QVERIFY(errorOf("state root\n  k : (\n").startsWith(QStringLiteral("line 2: ")));
        QVERIFY(errorOf("state root\n  k >nowhere : a\n").contains(QStringLiteral("no state nowhere")));
        QVERIFY(errorOf("  k : a\n").startsWith(QStringLiteral("line 1: a rule outside of a state")));
        QVERIFY(errorOf("state root\n  k,n : (a)\n").contains(QStringLiteral("more classes than groups")));
    }

    // The pattern of C's function heads takes quadratic time on such a line; the test's own limit ends a lexer that
    // does.
    void hostileCode_isColouredAllTheSame()
    {
        for (const char* language : {"c", "cpp", "java", "ruby", "markdown", "php"}) {
            std::string code;
            while (code.size() < 60'000)
                code += "int a ";
            const auto html = highlight(code, language);
            QVERIFY(html);
            QCOMPARE(textOf(*html), code);
        }
    }

    void hugeBlock_isNotColoured() { QVERIFY(!highlight(std::string(300 << 10, 'x'), "js")); }
};

QTEST_GUILESS_MAIN(TestHighlight)
#include "tst_highlight.moc"
