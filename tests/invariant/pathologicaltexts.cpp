// SPDX-License-Identifier: MIT
#include "pathologicaltexts.h"

namespace galley::test
{

namespace
{
using Text = std::string;

Text times(std::string_view piece, std::size_t count)
{
    Text text;
    text.reserve(piece.size() * count);
    while (count-- > 0)
        text += piece;
    return text;
}

/// before + number + after, counted up.
Text numbered(std::string_view before, std::string_view after, std::size_t count)
{
    Text text;
    for (std::size_t i = 0; i < count; ++i)
        text.append(before).append(std::to_string(i)).append(after);
    return text;
}

Text around(std::string_view open, std::string_view inner, std::string_view close, std::size_t count)
{
    return times(open, count).append(inner) + times(close, count);
}

/// Lists inside one another, each a line and two columns further in.
Text stairs(std::size_t count)
{
    Text text;
    for (std::size_t i = 0; i < count; ++i)
        text.append(2 * i, ' ').append("* a\n");
    return text;
}

Text growingBackticks(std::size_t count)
{
    Text text;
    for (std::size_t i = 1; i < count; ++i)
        text.append("e").append(i, '`');
    return text;
}

constexpr std::size_t many = 50'000;
constexpr std::size_t more = 100'000;

const std::vector<PathologicalText> texts{
    // The specification's own (commonmark.js, cmark: test/pathological_tests.py).
    {"nested strong and emphasis", many, [](std::size_t n) { return around("*a **a ", "b", " a** a*", n); }},
    {"closers without openers", many, [](std::size_t n) { return times("a_ ", n); }},
    {"openers without closers", many, [](std::size_t n) { return times("_a ", n); }},
    {"stars of three", many, [](std::size_t n) { return times("a***", n); }},
    {"mismatched openers and closers", many, [](std::size_t n) { return times("*a_ ", n); }},
    {"openers and closers, a multiple of three", many, [](std::size_t n) { return "a**b" + times("c* ", n); }},
    {"link closers", many, [](std::size_t n) { return times("a]", n); }},
    {"link openers", many, [](std::size_t n) { return times("[a", n); }},
    {"link openers and emphasis closers", many, [](std::size_t n) { return times("[ a_", n); }},
    {"nested brackets", many, [](std::size_t n) { return around("[", "a", "]", n); }},
    {"nested brackets, empty", 10 * more, [](std::size_t n) { return around("[", "", "]", n); }},
    {"link targets never closed", many, [](std::size_t n) { return times("[a](b", n); }},
    {"pointed targets never closed", many, [](std::size_t n) { return times("[a](<b", n); }},
    {"titles never closed", many, [](std::size_t n) { return times("[a](b \"", n); }},
    {"image links in one another", many / 5, [](std::size_t n) { return around("[![", "a", "](u)](u)", n); }},
    {"parentheses in a target", more, [](std::size_t n) { return "[a](" + around("(", "", ")", n) + ")"; }},
    {"nested quotes", many, [](std::size_t n) { return times("> ", n) + "a"; }},
    {"nested lists on a line", more, [](std::size_t n) { return times("* ", n) + "a"; }},
    {"quotes and lists in one another", many, [](std::size_t n) { return times("> * ", n) + "a"; }},
    {"stairs of lists", 1'000, stairs},
    {"list items", more, [](std::size_t n) { return times("* item\n", n); }},
    {"loose list items", more, [](std::size_t n) { return times("1. item\n\n", n); }},
    {"backtick runs that grow", 2'000, growingBackticks},
    {"backticks", 10 * more, [](std::size_t n) { return times("`", n) + "a"; }},
    {"escaped backticks", many, [](std::size_t n) { return times("\\``", n); }},
    {"comments never closed", many, [](std::size_t n) { return "x" + times("<!--", n); }},
    {"instructions never closed", many, [](std::size_t n) { return "x" + times("<?", n); }},
    {"declarations never closed", many, [](std::size_t n) { return "x" + times("<!A", n); }},
    {"sections never closed", many, [](std::size_t n) { return "x" + times("<![CDATA[", n); }},
    {"attributes never closed", many, [](std::size_t n) { return "<a " + times("b=\"", n); }},
    {"definitions", more, [](std::size_t n) { return numbered("[", "]: u\n", n) + times("[0] ", n / 5); }},
    {"definitions of one name", more,
     [](std::size_t n) { return numbered("[a]: u", "\n", n) + times("[a] ", n / 100); }},
    {"a long address used often", 20'000,
     [](std::size_t n) { return "[x]: " + times("x", n) + "\n" + times("[x]\n", n); }},
    {"a line of ten megabytes", 2'000'000, [](std::size_t n) { return times("word ", n); }},
    {"a word of ten megabytes", 10'000'000, [](std::size_t n) { return times("x", n); }},
    {"entities", 10 * more, [](std::size_t n) { return times("&", n); }},
    {"backslashes", 10 * more, [](std::size_t n) { return times("\\", n); }},
    {"rows of a table", more, [](std::size_t n) { return "|a|b|\n|-|-|\n" + times("|c|d|\n", n); }},
    {"columns of a table", more / 10,
     [](std::size_t n) { return times("|a", n) + "|\n" + times("|-", n) + "|\n" + times("|b", n) + "|\n"; }},
    {"a wide table of short rows", 5'000,
     [](std::size_t n) { return times("th|", n) + "\n" + times("---|", n) + "\n" + times("td|\n", n); }},
    {"bare addresses", many, [](std::size_t n) { return times("www._", n) + "x"; }},
    {"tildes", more, [](std::size_t n) { return times("~~a ", n); }},
    // kramdown's.
    {"quotes", more, [](std::size_t n) { return times("\"a 'b ", n); }},
    {"dollars", more, [](std::size_t n) { return times("$$a ", n); }},
    {"attribute lists never closed", many, [](std::size_t n) { return times("*a*{: .b ", n); }},
    {"attribute lists on a word", many, [](std::size_t n) { return "*a*" + times("{: .b #c d=\"e\"}", n); }},
    {"attribute lists on a block", many, [](std::size_t n) { return "a\n" + times("{: .b}\n", n); }},
    {"attribute definitions of one another", 2'000,
     [](std::size_t n) {
         Text text = "a\n{: x0}\n\n";
         for (std::size_t i = 0; i < n; ++i)
             text.append("{:x")
                 .append(std::to_string(i))
                 .append(": x")
                 .append(std::to_string(i + 1))
                 .append(" x")
                 .append(std::to_string((i * 7) % n))
                 .append("}\n");
         return text;
     }},
    {"footnotes", more / 5,
     [](std::size_t n) { return numbered("[^", "] ", n) + "\n\n" + numbered("[^", "]: x\n", n); }},
    {"one footnote used often", more / 5, [](std::size_t n) { return times("[^a] ", n) + "\n\n[^a]: x\n"; }},
    {"footnotes of one another", 2'000,
     [](std::size_t n) {
         Text text = "[^0]\n\n";
         for (std::size_t i = 0; i < n; ++i)
             text.append("[^")
                 .append(std::to_string(i))
                 .append("]: a[^")
                 .append(std::to_string((i + 1) % n))
                 .append("] b[^")
                 .append(std::to_string((i * 3) % n))
                 .append("]\n\n");
         return text;
     }},
    {"footnotes inside footnotes", 300,
     [](std::size_t n) {
         Text text = "[^0]\n\n";
         for (std::size_t i = 0; i < n; ++i)
             text.append(4 * i, ' ')
                 .append("[^")
                 .append(std::to_string(i))
                 .append("]: a[^")
                 .append(std::to_string(i + 1))
                 .append("]\n\n");
         return text;
     }},
    {"abbreviations", more,
     [](std::size_t n) { return numbered("*[a", "]: long\n", n) + "\n" + numbered("a", " ", n); }},
    {"nested elements", more, [](std::size_t n) { return times("<div>", n); }},
    {"nested elements, read", many,
     [](std::size_t n) { return times("<div markdown=\"1\">\n", n) + "a\n" + times("</div>\n", n); }},
    {"nested span elements", many, [](std::size_t n) { return "a " + around("<b>", "x", "</b>", n); }},
    {"span elements never closed", many, [](std::size_t n) { return "a " + times("<b>", n); }},
    {"end tags", more, [](std::size_t n) { return times("</b>", n); }},
    {"definition lists", many, [](std::size_t n) { return times("a\n: b\n", n); }},
    {"nested definitions", many, [](std::size_t n) { return "a\n" + times(": ", n) + "b\n"; }},
    {"fences", many, [](std::size_t n) { return times("```\n", n); }},
    {"fences that grow", 1'500,
     [](std::size_t n) {
         Text text;
         for (std::size_t i = 3; i < n; ++i)
             text.append(n + 3 - i, '`').append("\n");
         return text;
     }},
    {"extensions never closed", many, [](std::size_t n) { return times("{::comment}\n", n); }},
    {"headings of one name", more, [](std::size_t n) { return times("# h\n\n", n); }},
    {"headings in the table of contents", more / 5,
     [](std::size_t n) { return "* a\n{:toc}\n\n" + numbered("# h", "\n\n", n); }},
    {"bars in code", many, [](std::size_t n) { return "|a|\n" + times("|`a|`", n) + "\n"; }},
    {"blank lines", 10 * more, [](std::size_t n) { return times("\n", n); }},
    {"lazy lines", more, [](std::size_t n) { return "> a\n" + times("b\n", n); }},
    {"lines of code and blank ones", more, [](std::size_t n) { return times("    a\n\n", n); }},
    {"rules", more, [](std::size_t n) { return times("---\n\n", n); }},
    {"one line under a line of marks", 10 * more, [](std::size_t n) { return "a\n" + times("=", n); }},
    {"wide characters", more, [](std::size_t n) { return times("**注意**文字", n); }},
    {"bytes that are no UTF-8", more, [](std::size_t n) { return times("\xff\xc0\xaf\xed\xa0\x80 '", n); }},
    {"NULs", 10 * more, [](std::size_t n) { return Text(n, '\0'); }},
};
} // namespace

const std::vector<PathologicalText>& pathologicalTexts()
{
    return texts;
}

} // namespace galley::test
