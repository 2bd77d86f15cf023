// SPDX-License-Identifier: MIT
#include "markdownmaker.h"

#include <iterator>
#include <string_view>
#include <vector>

namespace galley::test
{

namespace
{
// clang-format off
constexpr std::string_view words[] = {"word", "It's", "naïve", "a", "1.", "it", "don't", "HTML", "x_y_z", "2 * 3",
    "café", "\"quoted\"", "'single'", "...", "--", "---", "(see)", "end.", "e-mail", "'80s", "<<", ">>", "a|b",
    "C:\\dir", "50%", "http://a.b/c_d", "x", "\"", "'", "&", "&amp;", "&copy;", "$5", "日本", "[", "]", "!", "*", "_",
    "`", "~~", "\\", "<", ">", ":", "&#8212;", "&nope;", "&lt;b&gt;", "Mr.&nbsp;X", "a&b", "<x@y.z>", "\\$$", "\\|",
    "\\{:", "\\[^n]", "CSS", "HTMLs", "<< a >>", "....", "“typed”", "a\tb", "^", "{:", "}", "{", "#", "1)", "+", "=",
    "a.b@c.d", "____", "***", "'n'", "\"'both'\"", "5'6\"", "’"};
constexpr std::string_view spanForms[] = {"*%*", "**%**", "_%_", "__%__", "`%`", "``%``", "[%](http://x.y/z)",
    "[%](/u \"ti\")", "[%][ref]", "[%][]", "![%](i.png)", "<b>%</b>", "<span class=\"c\">%</span>", "~~%~~", "$$%$$",
    "[^n]", "<http://e.org>", "*%*{: .k}", "`%`{:.l}", "***%***", "\\*%\\*", "<br>", "<!-- % -->",
    "<em markdown=\"0\">*%*</em>", "[%]", "(%)", "\"%\"", "'%'", "{::comment}%{:/}", "<a href='q'>%</a>",
    "<code>%</code>", "%  \n%", "%\\\\\n%", "[%](<a b> 'it\\'s')", "[%](/u){: .c title=\"t\"}", "![%][ref]{: #i}",
    "**%**{: #s .a .b}", "[^m]", "[^n][^m]", "[^n]{: .f}", "`%`{:.language-ruby}", "$$ %_1 \\\\ y $$",
    "<span markdown=\"1\">%</span>", "<div>%</div>", "<kbd>%</kbd>{: .k}", "<img src=\"s\" alt='%'>",
    "{::nomarkdown}<i>%</i>{:/}", "{::comment/}", "[%][Ref Two]", "[%] [ref]", "[% *%*](/v)", "[![%](i.png)](/w)",
    "%{:a}", "%{: .z}", "_%_%_", "*%**%*", "**%*%***", "<br/>%", "<hr>", "<s>%", "%</s>", "&lt;%&gt;", "<?pi %?>",
    "%\n%", "%<br />\n%", "`` ` % ``", "\\`%\\`", "<del>%</del>", "<script>%</script>", "[%](a(b)c)", "[%](<>)",
    "[%]()", "![](e.png)", "[]( /x )", "%: %", "|%|"};
constexpr std::string_view starts[] = {"", "", "", "", "", "", "* ", "- ", "+ ", "1. ", "2. ", "> ", "# ", "## ",
    "    ", "  ", "\t", "   * ", "  - ", "    - ", ": ", "| ", "> > ", "> * ", "* > ", "#", "1) ", "[ ] ", "* [ ] ",
    "* [x] ", "*   ", "   ", "* {: .it} ", "* {:.a}", "1. * ", "* 1. ", "\t* ", "\t\t", "    1. ", "      ",
    "        ", "         - ", ":   ", "  : ", ": > ", ": * ", "* # ", "> # ", "> ```", "> |", "|", "[^n]: ",
    "[^m]: > ", "    [^n]: ", ">", "*\t", "10. ", "  2. ", "###### ", "- - ", "* * ", ":{: .d} ", "^ ", "* ```",
    "* <div>", "* | "};
constexpr std::string_view lines[] = {"", "", "", "", "", "---", "* * *", "===", "```", "``` ruby", "~~~", "```js",
    "<div>", "</div>", "<div markdown=\"1\">", "<p>para</p>", "<br>", "<img src=\"a.png\">", "{: .cls}",
    "{: #id key=\"v\"}", "^", "{:toc}", "[ref]: http://r.s/t \"T\"", "[^n]: Note *text*.", "*[HTML]: Hyper", "$$",
    "$$ x^2 $$", "|---|---|", "| a | b |", "|:--|--:|", "a | b", "{:a: .x}", "{: a}", "<pre>", "</pre>",
    "<!-- comment -->", "<table><tr><td>x</td></tr></table>", "* TOC", "{::nomarkdown}", "{:/}", "{::comment}",
    "<hr/>", "<span>x", "    code", "  ", "<script>", "</script>", "</p>", "term", ": def", "<section>a</section> b",
    "-", "*", "1.", "{::options auto_ids=\"false\" /}", "* TOC\n{:toc}", "1. TOC\n{:toc .c #own}", "{:.no_toc}",
    "## head {#own}", "## head ##", "head\n---", "[^m]: Two", "    more of it", "\n    a *block* of it\n",
    "[^n]: * list\n    * in note", "*[CSS]: Sheets \"x\"", "*[HTMLs]:", "|===|===|", "|-+-|", "| a \\| b | `c|d` |",
    "|| x |", "+---+---+", "|:-:|", "a | <b>b | c</b>", "{: .t}\n| a |\n{: #x}", "{:b: a #y k='w'}", "{: b}",
    "{: .first}\n{: .second}", "<div markdown=\"span\">", "<p markdown=\"block\">", "<section markdown=\"0\">",
    "<ul><li markdown=\"1\">", "</li></ul>", "<details><summary>s</summary>", "</details>", "<td>", "<p>", "<li>",
    "<!-- open", "-->", "<?php x ?>", "<![CDATA[ x ]]>", "<textarea>", "</textarea>",
    "{::options parse_block_html=\"true\" /}", "{::options hard_wrap=\"true\" /}",
    "{::options smart_quotes=\"apos,apos,quot,quot\" /}", "{::nomarkdown type=\"latex\"}",
    "{::comment}\nno\n{:/comment}", "{::nomarkdown}\n<i>*x*</i>\n{:/}", "{::unknown}", "* {:.x} i\n* j",
    "* a\n\n  b\n\n* c", "1. x\n2. y\n   1. z", "* a\n    * b\n        * c", "term\nother\n: def\n: two",
    ": def\n\n  more", "> q\nlazy", "> * i\n> * j\n\n    code", "~~~ ruby\nputs\n~~~", "```\n~~~\n```", "~~~~\n~~~",
    "$$\na\n$$", "text $$\nx\n$$", "\\$$ no $$", "* footnotes\n{:footnotes}", "![alt](s.png){:standalone}",
    "```ruby?line_numbers=true\nx\n```", "{: .language-js}\n    code", "\tcode\n\n\tcode",
    "    code\n\n    code\n^\n    code", "a\\\nb", "a  \nb", "# h\ntext", "text\n# h", "text\n* i", "text\n> q",
    "text\n```\nc\n```", "<br />\ntext", "<div>a\n\nb</div>", "<p>a</p> *b*"};
// clang-format on
} // namespace

std::string MarkdownMaker::spans()
{
    std::string text;
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && below(5) != 0)
            text += ' ';
        if (below(3) != 0) {
            text += words[below(std::size(words))];
            continue;
        }
        std::string form(spanForms[below(std::size(spanForms))]);
        for (std::size_t hole = form.find('%'); hole != std::string::npos; hole = form.find('%', hole)) {
            const std::string inner = below(4) == 0 ? spans() : std::string(words[below(std::size(words))]);
            form.replace(hole, 1, inner);
            hole += inner.size();
        }
        text += form;
    }
    return text;
}

std::string MarkdownMaker::line()
{
    if (below(3) == 0)
        return std::string(lines[below(std::size(lines))]);
    return std::string(starts[below(std::size(starts))]) + spans();
}

std::string MarkdownMaker::next()
{
    std::string text;
    const std::size_t count = 1 + below(9);
    for (std::size_t i = 0; i < count; ++i)
        text += line() + (below(4) == 0 ? "\n\n" : "\n");
    return text;
}

std::string shrink(std::string text, const std::function<bool(const std::string&)>& shows)
{
    for (std::size_t size = text.size() / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
        for (std::size_t from = 0; from + size <= text.size();) {
            std::string smaller = text;
            smaller.erase(from, size);
            if (shows(smaller))
                text = smaller;
            else
                from += size;
        }
    }
    return text;
}

} // namespace galley::test
