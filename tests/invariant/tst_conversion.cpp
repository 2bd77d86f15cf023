// SPDX-License-Identifier: MIT
// A text converted from the one before it is the text converted from nothing, whatever was typed where.
#include "base/jsonreader.h"
#include "base/limits.h"
#include "base/textdiff.h"
#include "markdown/conversion.h"
#include "testpaths.h"
#include "typedtexts.h"

#include <QTest>

#include <fstream>
#include <random>

using namespace galley;
using namespace galley::markdown;

namespace
{

/// One paragraph of a few is converted alone when it is the smaller part of the text.
const std::string filler =
    "Words that stand below \"all\" the others, and stay as they are: nobody types here at all.\n\n"
    "More of them, on the last line of the text, and somewhat more than that, and more.\n";

/// A piece of a text to show where something is wrong.
QByteArray around(const std::string& text, std::size_t place)
{
    constexpr std::size_t bytes = 400;
    const std::size_t begin = place - std::min(place, bytes);
    return QByteArray::fromStdString(text.substr(begin, 2 * bytes)).replace('\r', "\\r");
}

Options optionsOf(Flavour flavour, bool plainKramdown)
{
    Options options = plainKramdown ? Options() : optionsFromConfig({});
    options.flavour = flavour;
    options.commonMark = CommonMarkOptions::gfm();
    return options;
}

bool areEqual(const Document& a, const Document& b)
{
    return a.html == b.html && a.blocks == b.blocks && a.headings == b.headings && a.diagnostics == b.diagnostics;
}

/// md4c 0.4.8 takes the place of a line for the kind of a block: at one offset of 256 it ends a list early or makes it
/// loose. A text it reads in two ways has no one page.
bool isReadInOneWay(const std::string& text, const Options& options)
{
    const std::string html = toHtml("\n" + text, options).html;
    for (std::size_t spaces = 1; spaces < 256; ++spaces) {
        if (toHtml(std::string(spaces, ' ') + "\n" + text, options).html != html)
            return false;
    }
    return true;
}

} // namespace

class ConversionTest : public QObject
{
    Q_OBJECT

    int m_continued = 0;
    int m_converted = 0;
    int m_ambiguous = 0;

    /// The text after the edit, from what was before it and from nothing.
    bool holds(ConversionPtr& conversion, const std::string& text)
    {
        const std::string before = conversion->text;
        conversion = convert(text, conversion->options, conversion);
        ++m_converted;
        m_continued += conversion->continues;
        const Document whole = toHtml(text, conversion->options);
        if (areEqual(conversion->document, whole) && conversion->text == text)
            return true;
        if (conversion->options.flavour != Flavour::Kramdown && !isReadInOneWay(text, conversion->options)) {
            ++m_ambiguous;
            conversion = convert(text, conversion->options, nullptr);
            return true;
        }
        const TextEdit edit = editBetween(before, text);
        const TextEdit flaw = editBetween(whole.html, conversion->document.html);
        qWarning("before:\n%s\nafter:\n%s\nfrom nothing:\n%s\nfrom before:\n%s",
                 around(before, edit.offset).constData(), around(text, edit.offset).constData(),
                 around(whole.html, flaw.offset).constData(),
                 around(conversion->document.html, flaw.offset).constData());
        return false;
    }

private Q_SLOTS:
    void textTypedByChance_isThePageOfTheWholeText_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<bool>("plainKramdown");
        QTest::newRow("Jekyll's kramdown") << int(Flavour::Kramdown) << false;
        QTest::newRow("kramdown") << int(Flavour::Kramdown) << true;
        QTest::newRow("CommonMark") << int(Flavour::CommonMark) << false;
        QTest::newRow("GFM") << int(Flavour::Gfm) << false;
    }

    void textTypedByChance_isThePageOfTheWholeText()
    {
        QFETCH(int, flavour);
        QFETCH(bool, plainKramdown);
        const Options options = optionsOf(static_cast<Flavour>(flavour), plainKramdown);
        const std::vector<std::string> texts = test::strangeTexts();
        std::mt19937 random(4711 + unsigned(flavour));
        const auto withReturns = [](std::string text) { // as another system's editor leaves them: at some lines
            for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 3))
                text.insert(at, 1, '\r');
            return text;
        };
        m_continued = m_converted = m_ambiguous = 0;
        const int rounds = qEnvironmentVariableIsSet("GALLEY_LONG") ? 3000 : 100;
        for (int round = 0; round < rounds; ++round) {
            ConversionPtr conversion =
                convert(round % 4 ? test::randomText(random, texts) : withReturns(test::randomText(random, texts)),
                        options, nullptr);
            for (int key = 0; key < 40; ++key) {
                if (!holds(conversion, test::typed(conversion->text, random)))
                    QFAIL(qPrintable(QStringLiteral("round %1, key %2").arg(round).arg(key)));
            }
        }
        qInfo("%d of %d texts were made from the one before; %d that md4c reads in two ways", m_continued, m_converted,
              m_ambiguous);
        QVERIFY(m_ambiguous * 1000 < m_converted);
        QVERIFY(m_continued * 10 > m_converted);
    }

    void realPost_typedInto_isThePageOfTheWholeText()
    {
        const auto posts = test::sharedPath("vectors/posts-kramdown.jsonl");
        if (!posts)
            QSKIP("no shared folder beside the project");
        std::ifstream in(*posts);
        std::mt19937 random(4712);
        m_continued = m_converted = 0;
        for (std::string line; std::getline(in, line);) {
            const auto post = readJson(line);
            if (!post || !post->get("markdown").isString())
                continue;
            ConversionPtr conversion = convert(post->get("markdown").string(), optionsFromConfig({}), nullptr);
            const std::string original = conversion->text;
            for (int key = 0; key < 4; ++key) {
                QVERIFY2(holds(conversion, test::typed(conversion->text, random)), original.substr(0, 80).c_str());
            }
        }
        qInfo("%d of %d texts were made from the one before", m_continued, m_converted);
        QVERIFY(m_continued * 10 > m_converted);
    }

    void keyInProse_convertsThatParagraphOnly()
    {
        std::string text = "# Title\n\nfirst words\n\n- a list\n\nand *more* words\nin two lines\n\n" + filler;
        ConversionPtr conversion = convert(text, optionsFromConfig({}), nullptr);
        QVERIFY(!conversion->continues);
        text.insert(text.find("more"), "much ");
        QVERIFY(holds(conversion, text));
        QVERIFY(conversion->continues);
        text.insert(text.find("two"), "exactly\n"); // one line more below it
        QVERIFY(holds(conversion, text));
        QVERIFY(conversion->continues);
    }

    void whatReachesBeyondItsParagraph_isReadInTheWholeText_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("at");
        const auto add = [](const char* name, Flavour flavour, const std::string& before, const char* typed,
                            const char* at) {
            QTest::newRow(name) << int(flavour) << before << std::string(typed) << std::string(at);
        };
        const auto both = [&](const char* name, const std::string& before, const char* typed, const char* at) {
            for (const Flavour flavour : {Flavour::Kramdown, Flavour::Gfm})
                add((std::string(name) + (flavour == Flavour::Gfm ? " in GFM" : "")).c_str(), flavour, before, typed,
                    at);
        };
        const std::string words = "some words and a HERE in the midst\n\n" + filler;
        both("definition for a link above", "[a] is not a link\n\n[a]HERE /url\nmore words\n\n" + filler, ":", "HERE");
        both("link that is defined above", "[a]: /url\n\n" + words, "[a]", "HERE");
        both("comment that is open above", "<!-- a comment\n\n" + words, "-->", "HERE");
        both("element that is open above", "<div>\n\n" + words, "</div>", "HERE");
        add("tag that is open above", Flavour::Kramdown, "a <b\n\n" + words, "class='x'>", "HERE");
        add("formula that is open above", Flavour::Kramdown, "$$ x\n\nsome words\n\n" + filler, "$$", "\n\nWords that");
        add("options above", Flavour::Kramdown, "{::options smart_quotes=\"apos,apos,quot,quot\" /}\n\n" + words,
            "\"it\"", "HERE");
        add("abbreviation below", Flavour::Kramdown, words + "\n*[HTML]: language\n", " HTML ", "HERE");
        add("attribute definition below", Flavour::Kramdown, words + "\n{:x: .c}\n", "*a*{:x}", "HERE");
        add("attribute list above a blank line", Flavour::Kramdown, "{:.c}\n\n" + words, "x", "HERE");
        add("definition of a term above", Flavour::Kramdown, "term\n\n" + words, ": ", "some");
        add("footnotes that stand with the last block", Flavour::Kramdown,
            "note[^1]\n\n[^1]: the note\n\n" + filler + "\nlast HERE words\n", "\nmore", "HERE");
        both("item of the list above", "* item\n\n" + words, "* ", "some");
        both("piece of the item above", "* item\n\n" + words, "    ", "some");
        both("CR", words, "\rx", "HERE");
        add("attribute list", Flavour::Kramdown, words, "{:.c}", "HERE");
        both("list below the paragraph", words, "\n- item", " in the");
        both("heading below the paragraph", words, "\n# ", "HERE");
        both("underline", words, "\n===", " in the midst");
        both("blank line in it", words, "\n\n", "HERE");
        both("lines that end in CR above", "1\r2\r3\n\nsame words\n\nsame words\n\n" + filler, "\t", "words\n\nW");
        std::string longest;
        while (longest.size() <= limits::autolinkParagraphBytes)
            longest += "many words in a long paragraph\n";
        add("address, elsewhere a paragraph too long for any", Flavour::Gfm, longest + "\n" + words + longest,
            " https://example.org ", "HERE");
        longest.resize(limits::autolinkParagraphBytes - 40);
        add("paragraph gets too long for addresses elsewhere", Flavour::Gfm,
            "https://example.org\n\n" + longest + "HERE\n\n" + filler + longest,
            "and words, and words, and words, words", "HERE");
    }

    void whatReachesBeyondItsParagraph_isReadInTheWholeText()
    {
        QFETCH(int, flavour);
        QFETCH(std::string, before);
        QFETCH(std::string, typed);
        QFETCH(std::string, at);
        const Options options = optionsOf(static_cast<Flavour>(flavour), false);
        for (std::size_t key = 0; key <= typed.size(); ++key) { // typed in one go, and with its first keys there before
            std::string text = before;
            text.insert(text.find(at), typed.substr(0, key));
            ConversionPtr conversion = convert(text, options, nullptr);
            text = before;
            text.insert(text.find(at), typed);
            QVERIFY(holds(conversion, text));
        }
    }

    void pageThatIsCut_isConvertedAsAWhole()
    {
        std::string text = "[a]: /" + std::string(20'000, 'u') + "\n\nsome words\n\n";
        for (int i = 0; i < 400; ++i)
            text += "[a]\n\n";
        for (const Flavour flavour : {Flavour::Kramdown, Flavour::Gfm}) {
            ConversionPtr conversion = convert(text, optionsOf(flavour, false), nullptr);
            QCOMPARE(conversion->document.diagnostics.size(), 1u);
            std::string after = text;
            after.insert(after.find("words"), std::string(2000, 's')); // each byte may make forty
            QVERIFY(holds(conversion, after));
        }
    }

    void notesOfOtherLines_moveWithThem()
    {
        Options options = optionsFromConfig({});
        options.highlight = [](std::string_view, std::string_view) { return std::optional<std::string>(); };
        std::string text = "words above\nHERE\n\n# Heading\n\n```fortran\ncode\n```\n\n" + filler;
        ConversionPtr conversion = convert(text, options, nullptr);
        QCOMPARE(conversion->document.headings.size(), 1u);
        QCOMPARE(conversion->document.diagnostics.size(), 1u); // the language is not coloured
        text.insert(text.find("HERE"), "one line\nmore\n");
        QVERIFY(holds(conversion, text));
        QVERIFY(conversion->continues);
        QCOMPARE(conversion->document.headings[0].line, 5);
    }

    void noteThatBeginsWithTheKey_isTold()
    {
        Options options = optionsFromConfig({});
        options.unfollowed.push_back({"kramdown.x", "code is otherwise", Concern::Code});
        std::string text = "words and code\n\n" + filler;
        ConversionPtr conversion = convert(text, options, nullptr);
        QVERIFY(conversion->document.diagnostics.empty());
        text.replace(text.find("code"), 4, "`code`");
        QVERIFY(holds(conversion, text));
        QCOMPARE(conversion->document.diagnostics.size(), 1u);
    }

    void textWithWindowsLineEnds_convertsThatParagraphOnly()
    {
        std::string text = "first\r\nwords\r\n\r\nsecond words\r\n\r\n" + filler;
        for (const Flavour flavour : {Flavour::Kramdown, Flavour::Gfm}) {
            ConversionPtr conversion = convert(text, optionsOf(flavour, false), nullptr);
            for (const char* at : {"second", "first"}) {
                std::string typed = conversion->text;
                QVERIFY(holds(conversion, typed.insert(typed.find(at), "x\r\n")));
                QVERIFY(conversion->continues);
            }
        }
    }

    void otherOptions_convertTheWholeText()
    {
        std::string text = "\"first\" words\n\n" + filler;
        const ConversionPtr before = convert(text, optionsFromConfig({}), nullptr);
        Options options = before->options;
        options.smartQuotes = {"laquo", "raquo", "laquo", "raquo"};
        text.insert(text.find("first"), "the ");
        const ConversionPtr after = convert(text, options, before);
        QVERIFY(areEqual(after->document, toHtml(text, options)));
    }

    void sameText_isTheSameConversion()
    {
        const ConversionPtr before = convert("words\n", optionsFromConfig({}), nullptr);
        QCOMPARE(convert("words\n", before->options, before), before);
    }
};

QTEST_GUILESS_MAIN(ConversionTest)
#include "tst_conversion.moc"
