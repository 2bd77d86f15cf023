// SPDX-License-Identifier: MIT
#include "base/unicode.h"
#include "liquid/context.h"
#include "liquid/htmltext.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/parser.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
/// Rouge's HTMLTable: the numbers in one cell, the code in another.
std::string numbered(std::string code, std::string_view source)
{
    auto lines = std::count(source.begin(), source.end(), '\n');
    if (source.empty() || source.back() != '\n') {
        ++lines;
        code += '\n';
    }
    std::string numbers;
    for (std::ptrdiff_t i = 1; i <= lines; ++i)
        numbers += std::to_string(i) + "\n";
    return "<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">" + numbers +
           "</pre></td><td class=\"code\"><pre>" + code + "</pre></td></tr></tbody></table>";
}

std::string_view withoutBreaksAtEnds(std::string_view text)
{
    const std::size_t first = text.find_first_not_of("\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of("\r\n") + 1 - first);
}

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// Puts a carriage return before each line feed again. Rouge's comments up to the line's end hold it: "." is any
/// character but a line feed.
std::string withCarriageReturns(std::string_view html)
{
    constexpr std::string_view close = "</span>";
    std::string out;
    for (const char c : html) {
        if (c == '\n') {
            const std::size_t open = endsWith(out, close) ? out.rfind("<span class=\"") : std::string::npos;
            const bool inComment = open != std::string::npos &&
                                   (out.compare(open + 13, 3, "c1\"") == 0 || out.compare(open + 13, 4, "cpf\"") == 0);
            out.insert(inComment ? out.size() - close.size() : out.size(), 1, '\r');
        }
        out += c;
    }
    return out;
}

class Highlight final : public Node
{
public:
    Highlight(int line, std::string language, bool lineNumbers)
        : Node(line), m_language(std::move(language)), m_lineNumbers(lineNumbers)
    {
    }
    Body& body() { return m_body; }
    bool isBlank() const override { return m_body.isBlank(); }

    void render(Context& context, std::string& out) const override
    {
        std::string text;
        m_body.render(context, text);
        const std::string_view code = withoutBreaksAtEnds(text);
        std::string html = written(context, code);
        if (!html.empty() && html.back() == '\n')
            html.pop_back();
        std::string cssName = m_language;
        std::replace(cssName.begin(), cssName.end(), '+', '-');
        appendText(out, context.find("highlighter_prefix"));
        out += "<figure class=\"highlight\"><pre><code class=\"language-" + cssName + "\" data-lang=\"" + m_language +
               "\">" + html + "</code></pre></figure>";
        appendText(out, context.find("highlighter_suffix"));
    }

private:
    std::string written(Context& context, std::string_view code) const
    {
        const Environment& environment = context.environment();
        if (!environment.highlightsCode())
            return std::string(stripped(escapedHtml(code)));
        std::string plain(code);
        const bool returns = plain.find("\r\n") != std::string::npos;
        for (std::size_t at = 0; (at = plain.find("\r\n", at)) != std::string::npos;)
            plain.erase(at, 1);
        HighlightedCode highlighted = environment.highlight(plain, m_language);
        if (returns)
            highlighted.html = withCarriageReturns(highlighted.html);
        if (!highlighted.note.empty())
            context.noteOnce(line(), std::move(highlighted.note));
        return m_lineNumbers ? numbered(std::move(highlighted.html), code) : std::move(highlighted.html);
    }

    std::string m_language;
    bool m_lineNumbers;
    Body m_body;
};

bool isLanguageByte(char c)
{
    return isWordByte(c) || c == '.' || c == '+' || c == '#' || c == '-';
}

/// One option behind a blank: /\w+(=(\w+|"([0-9]+\s)*[0-9]+"))?/. Its end, or npos.
std::size_t optionEnd(std::string_view text, std::size_t pos)
{
    std::size_t end = skipWord(text, pos);
    if (end == pos || end >= text.size() || text[end] != '=')
        return end == pos ? std::string_view::npos : end;
    const std::size_t value = end + 1;
    if (value < text.size() && text[value] == '"') {
        const std::size_t close = text.find('"', value + 1);
        const std::string_view numbers = text.substr(value + 1, close - value - 1);
        const bool fits = close != std::string_view::npos && !numbers.empty() &&
                          numbers.find_first_not_of("0123456789 ") == std::string_view::npos;
        return fits ? close + 1 : std::string_view::npos;
    }
    end = skipWord(text, value);
    return end == value ? std::string_view::npos : end;
}

bool parseOptions(std::string_view text, bool& lineNumbers)
{
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = skipBlanks(text, pos);
        const std::size_t end = start == pos ? std::string_view::npos : optionEnd(text, start);
        if (end == std::string_view::npos)
            return false;
        lineNumbers = lineNumbers || text.substr(start, end - start).substr(0, 7) == "linenos";
        pos = end;
    }
    return true;
}

NodePtr parseHighlight(Parser& parser, const TagMarkup& markup)
{
    const std::string_view text = stripped(markup.text);
    std::size_t end = 0;
    while (end < text.size() && isLanguageByte(text[end]))
        ++end;
    bool lineNumbers = false;
    if (end == 0 || !parseOptions(text.substr(end), lineNumbers)) {
        parser.fail("Syntax Error in tag 'highlight' while parsing the following markup:\n\n  " +
                    std::string(markup.text) + "\n\nValid syntax: highlight <lang> [linenos]\n");
        return nullptr;
    }
    auto node = std::make_unique<Highlight>(markup.line, unicode::toLower(text.substr(0, end)), lineNumbers);
    parser.parseBlock(node->body(), markup.name);
    return node;
}
} // namespace

void addHighlightTag(Registry& registry)
{
    registry.addTag("highlight", parseHighlight);
}

} // namespace galley::liquid
