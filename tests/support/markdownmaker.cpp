// SPDX-License-Identifier: MIT
#include "markdownmaker.h"

#include <iterator>
#include <string_view>
#include <vector>

namespace galley::test
{

namespace
{
constexpr std::string_view words[] = {"word", "It's", "naïve", "a", "1.", "it", "don't", "HTML", "x_y_z", "2 * 3", "café",
    "\"quoted\"", "'single'", "...", "--", "---", "(see)", "end.", "e-mail", "'80s", "<<", ">>", "a|b", "C:\\dir", "50%",
    "http://a.b/c_d", "x", "\"", "'", "&", "&amp;", "&copy;", "$5", "日本", "[", "]", "!", "*", "_", "`", "~~", "\\", "<", ">", ":"};
constexpr std::string_view spanForms[] = {"*%*", "**%**", "_%_", "__%__", "`%`", "``%``", "[%](http://x.y/z)",
    "[%](/u \"ti\")", "[%][ref]", "[%][]", "![%](i.png)", "<b>%</b>", "<span class=\"c\">%</span>", "~~%~~", "$$%$$",
    "[^n]", "<http://e.org>", "*%*{: .k}", "`%`{:.l}", "***%***", "\\*%\\*", "<br>", "<!-- % -->", "<em markdown=\"0\">*%*</em>",
    "[%]", "(%)", "\"%\"", "'%'", "{::comment}%{:/}", "<a href='q'>%</a>", "<code>%</code>", "%  \n%", "%\\\\\n%"};
constexpr std::string_view starts[] = {"", "", "", "", "", "", "* ", "- ", "+ ", "1. ", "2. ", "> ", "# ", "## ", "    ", "  ",
    "\t", "   * ", "  - ", "    - ", ": ", "| ", "> > ", "> * ", "* > ", "#", "1) ", "[ ] ", "* [ ] ", "* [x] ", "*   ",
    "   "};
constexpr std::string_view lines[] = {"", "", "", "", "", "---", "* * *", "===", "```", "``` ruby", "~~~", "```js", "<div>", "</div>",
    "<div markdown=\"1\">", "<p>para</p>", "<br>", "<img src=\"a.png\">", "{: .cls}", "{: #id key=\"v\"}", "^", "{:toc}",
    "[ref]: http://r.s/t \"T\"", "[^n]: Note *text*.", "*[HTML]: Hyper", "$$", "$$ x^2 $$", "|---|---|", "| a | b |",
    "|:--|--:|", "a | b", "{:a: .x}", "{: a}", "<pre>", "</pre>", "<!-- comment -->", "<table><tr><td>x</td></tr></table>",
    "* TOC", "{::nomarkdown}", "{:/}", "{::comment}", "<hr/>", "<span>x", "    code", "  ", "<script>", "</script>", "</p>",
    "term", ": def", "<section>a</section> b", "-", "*", "1.", "{::options auto_ids=\"false\" /}"};
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
