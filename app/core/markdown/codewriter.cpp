// SPDX-License-Identifier: MIT
// Code in kramdown's HTML: Rouge's wrappers, or plain elements where Rouge knows no such language.
#include "markdown/htmloutput.h"
#include "markdown/kramdownwriter.h"
#include "markdown/lexis.h"
#include "markdown/rougelanguages.h"

#include <algorithm>
#include <charconv>

namespace galley::markdown
{

namespace
{
/// Where "language-x" stands in a class attribute; empty when nowhere.
std::string_view languageClass(const std::string_view* cssClass)
{
    if (cssClass == nullptr)
        return {};
    for (Pos pos = cssClass->find("language-"); pos != none; pos = cssClass->find("language-", pos + 1)) {
        const Pos end = std::min(cssClass->find_first_of(" \t\n\r\f\v", pos), cssClass->size());
        if ((pos == 0 || !isWord((*cssClass)[pos - 1])) && end > pos + 9)
            return cssClass->substr(pos, end - pos);
    }
    return {};
}

bool isHighlighted(const Options& options, const HighlightOptions& code, std::string_view language)
{
    if (options.syntaxHighlighter != "rouge" || code.disabled)
        return false;
    if (language.empty())
        language = code.defaultLanguage;
    if (language.empty())
        return code.guessLanguage;
    if (language == "guess") // Rouge looks at the code
        return true;
    return isPlainText(language) ? code.guessLanguage : isRougeLanguage(language);
}

/// The class attribute with language and highlighter in Rouge's order: the language takes the place of one that leads.
std::string wrapperClass(std::string_view own, std::string_view language)
{
    constexpr std::string_view mark = "language-";
    if (!language.empty() && own.substr(0, mark.size()) == mark) {
        const Pos end = std::min(own.find_first_of(" \t\n\r\f\v"), own.size());
        if (end > mark.size())
            own.remove_prefix(std::min(own.find_first_not_of(" \t\n\r\f\v", end), own.size()));
    }
    std::string result;
    result.reserve(own.size() + language.size() + 32); // with the words between
    if (!language.empty())
        result.append(mark).append(language).append(" ");
    result.append(own).append(own.empty() ? "" : " ");
    return result + "highlighter-rouge";
}

/// Tabs and spaces as signs, as {: .show-whitespaces} wants them.
std::string withVisibleSpaces(std::string_view html)
{
    std::string out;
    for (Pos pos = 0; pos < html.size();) {
        const Pos end = std::min(html.find_first_not_of(" \t", pos), html.size());
        const std::string_view side = pos == 0 || html[pos - 1] == '\n'         ? "-l"
                                      : end == html.size() || html[end] == '\n' ? "-r"
                                                                                : "";
        for (; pos < end; ++pos) {
            const bool tab = html[pos] == '\t';
            out.append("<span class=\"ws-").append(tab ? "tab" : "space").append(side).append("\">");
            out.append(tab ? "\t" : "&#8901;").append("</span>");
        }
        if (pos < html.size())
            out += html[pos++];
    }
    return out;
}
} // namespace

/// Rouge's table with a gutter of numbers.
void KramdownWriter::lineNumberTable(std::string_view coloured, std::string_view code, const HighlightOptions& options)
{
    const bool ends = !code.empty() && code.back() == '\n';
    const auto lines = static_cast<int>(std::count(code.begin(), code.end(), '\n')) + !ends;
    int first = 1;
    std::from_chars(options.startLine.data(), options.startLine.data() + options.startLine.size(), first);
    m_out.append("<table class=\"")
        .append(options.tableClass)
        .append("\"><tbody><tr><td class=\"")
        .append(options.gutterClass);
    m_out += " gl\"><pre class=\"lineno\">";
    for (int line = first; line < first + lines; ++line)
        m_out.append(std::to_string(line)).append("\n");
    m_out.append("</pre></td><td class=\"")
        .append(options.codeClass)
        .append("\"><pre>")
        .append(coloured)
        .append(ends ? "" : "\n");
    m_out += "</pre></td></tr></tbody></table>";
}

/// Spans know no line; their block does.
int KramdownWriter::sourceLine(const Node& node)
{
    const Node* block = &node;
    while (block->span && block->parent)
        block = block->parent;
    return block->firstLine;
}

void KramdownWriter::highlighted(const Node& node, std::string_view language, const HighlightOptions& options)
{
    const std::string_view code = node.value;
    const std::string_view name = language.substr(0, language.find('?'));
    const auto& highlight = m_state.options.highlight;
    const bool wanted = highlight && !name.empty() && !isPlainText(name);
    const auto coloured = wanted ? highlight(code, name) : std::nullopt;
    if (wanted && !coloured)
        m_state.plainLanguages.try_emplace(name, sourceLine(node));
    std::string plain;
    if (!coloured)
        escapeCode(plain, code);
    const std::string& html = coloured ? *coloured : plain;
    if (options.lineNumbers)
        lineNumberTable(html, code, options);
    else
        m_out += html;
}

void KramdownWriter::plainCode(const Node& node, std::string_view language, int indent)
{
    const std::string_view* cssClass = node.attribute("class");
    std::string code;
    escapeCode(code, node.value);
    if (!code.empty() && code.back() == '\n')
        code.pop_back();
    if (cssClass && holdsWord(*cssClass, "show-whitespaces"))
        code = withVisibleSpaces(code);
    indentation(indent);
    m_out += "<pre";
    std::string rest = cssClass ? std::string(*cssClass) : std::string();
    if (!language.empty())
        rest.erase(rest.find(languageClass(cssClass)), language.size() + 9);
    for (const Attribute& attribute :
         node.attributes ? *node.attributes : Attributes(std::pmr::get_default_resource())) {
        const std::string_view value = attribute.name == "class" && !language.empty() ? trim(rest) : attribute.value;
        if (attribute.name == "class" && !language.empty() && value.empty())
            continue;
        m_out.append(" ").append(attribute.name).append("=\"");
        escapeAttribute(m_out, value);
        m_out += '"';
    }
    m_out += "><code";
    if (!language.empty()) {
        m_out += " class=\"language-";
        escapeAttribute(m_out, language);
        m_out += '"';
    }
    m_out.append(">").append(code).append("\n</code></pre>\n");
}

void KramdownWriter::codeBlock(const Node& node, int indent)
{
    m_state.notePresence(Concern::Code);
    const std::string_view* cssClass = node.attribute("class");
    const std::string_view token = languageClass(cssClass);
    const std::string_view language = token.empty() ? token : token.substr(9);
    const HighlightOptions& options = m_state.options.blockCode;
    const std::string_view wanted = node.extra.empty() ? language : node.extra;
    if (!isHighlighted(m_state.options, options, wanted))
        return plainCode(node, language, indent);
    std::string own = cssClass ? std::string(*cssClass) : std::string();
    if (!token.empty())
        own = trim(own.erase(static_cast<Pos>(token.data() - cssClass->data()), token.size()));
    indentation(indent);
    m_out += "<div";
    const std::string joined =
        wrapperClass(own, language.empty() ? std::string_view(options.defaultLanguage) : language);
    if (!cssClass || token.size() == cssClass->size()) {
        attributesWithout(node.attributes, "class");
        m_out.append(" class=\"");
        escapeAttribute(m_out, joined);
        m_out += '"';
    } else {
        Attributes list(*node.attributes);
        list.set("class", joined);
        attributes(&list);
    }
    m_out += '>';
    if (options.wrap)
        m_out.append("<div class=\"highlight\"><pre class=\"").append(options.cssClass).append("\"><code>");
    highlighted(node, wanted.empty() ? std::string_view(options.defaultLanguage) : wanted, options);
    if (options.wrap)
        m_out += "</code></pre></div>";
    indentation(indent);
    m_out += "</div>\n";
}

void KramdownWriter::codeSpan(const Node& node)
{
    m_state.notePresence(Concern::Code);
    const std::string_view* cssClass = node.attribute("class");
    const std::string_view token = languageClass(cssClass);
    const std::string_view language = token.empty() ? token : token.substr(9);
    const HighlightOptions& options = m_state.options.spanCode;
    m_out += "<code";
    if (isHighlighted(m_state.options, options, language)) {
        const std::string_view shown = language.empty() ? std::string_view(options.defaultLanguage) : language;
        const std::string joined = wrapperClass(cssClass ? *cssClass : std::string_view(), shown);
        attributesWithout(node.attributes, "class");
        m_out += " class=\"";
        escapeAttribute(m_out, joined);
        m_out += "\">";
        highlighted(node, shown, options);
    } else {
        attributes(node.attributes);
        m_out += '>';
        escapeCode(m_out, node.value);
    }
    m_out += "</code>";
}

} // namespace galley::markdown
