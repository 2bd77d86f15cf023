// SPDX-License-Identifier: MIT
#include "markdown/commonmarkwriter.h"

#include "markdown/htmloutput.h"
#include "markdown/references.h"
#include "markdown/rougelanguages.h"

#include <algorithm>
#include <array>
#include <set>

namespace galley::markdown
{

namespace
{
/// GFM 6.11: these tags are shown, not obeyed.
constexpr std::array<std::string_view, 9> filteredTags{"title",   "textarea", "style",  "xmp",      "iframe",
                                                       "noembed", "noframes", "script", "plaintext"};

bool startsWithFiltered(std::string_view tag, bool endTags)
{
    std::size_t begin = endTags && tag.size() > 1 && tag[1] == '/' ? 2 : 1;
    std::string name;
    while (begin < tag.size() && std::isalpha(static_cast<unsigned char>(tag[begin])) != 0)
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(tag[begin++])));
    return std::find(filteredTags.begin(), filteredTags.end(), name) != filteredTags.end();
}

class Writer
{
public:
    Writer(Document& document, const Options& options)
        : m_out(document.html), m_options(options), m_headings(document.headings), m_diagnostics(document.diagnostics)
    {
    }

    void write(const Node& node);

private:
    void children(const Node& node);
    void wrapped(const Node& node, std::string_view tag, std::string_view after);
    void element(const Node& node, std::string_view tag, bool block);
    void heading(const Node& node);
    void code(const Node& node);
    void codeContent(const Node& node, std::string_view language);
    void cell(const Node& node);
    void url(std::string_view address);
    void link(const Node& node);
    void image(const Node& node);
    void title(const Node& node);
    void html(std::string_view raw);
    void text(std::string_view value);
    void list(const Node& node, std::string_view tag);

    std::string& m_out;
    const Options& m_options;
    std::vector<Heading>& m_headings;
    Diagnostics& m_diagnostics;
    std::set<std::string, std::less<>> m_plainLanguages; ///< that were told already
};

void Writer::children(const Node& node)
{
    for (const Node* child = node.first; child; child = child->next)
        write(*child);
}

void Writer::wrapped(const Node& node, std::string_view tag, std::string_view after)
{
    m_out.append("<").append(tag).append(">");
    children(node);
    m_out.append("</").append(tag).append(">").append(after);
}

void Writer::element(const Node& node, std::string_view tag, bool block)
{
    m_out.append("<").append(tag).append(block ? ">\n" : ">");
    children(node);
    m_out.append("</").append(tag).append(">\n");
}

void Writer::heading(const Node& node)
{
    m_headings.push_back({node.level, std::max(0, node.firstLine), plainText(node), {}});
    const std::string tag = "h" + std::to_string(node.level);
    wrapped(node, tag, "\n");
}

void Writer::list(const Node& node, std::string_view tag)
{
    m_out.append("<").append(tag);
    if (const std::string_view* start = node.attribute("start"))
        m_out.append(" start=\"").append(*start).append("\"");
    m_out += ">\n";
    children(node);
    m_out.append("</").append(tag).append(">\n");
}

void Writer::codeContent(const Node& node, std::string_view language)
{
    const bool wanted = m_options.highlight && !language.empty() && isRougeLanguage(language) && !isPlainText(language);
    const auto coloured = wanted ? m_options.highlight(node.value, language) : std::nullopt;
    if (wanted && !coloured && m_plainLanguages.insert(std::string(language)).second)
        m_diagnostics.push_back({{}, node.firstLine + 1, 0, Severity::Note, plainLanguageNote(language)});
    if (coloured)
        m_out += *coloured;
    else
        escapeAll(m_out, node.value);
}

void Writer::code(const Node& node)
{
    const std::string language = decodeReferences(node.extra);
    std::string name;
    escapeAll(name, language);
    if (m_options.syntaxHighlighter.empty()) {
        m_out += name.empty() ? "<pre><code>" : "<pre><code class=\"language-" + name + "\">";
        escapeAll(m_out, node.value);
        m_out += "</code></pre>\n";
        return;
    }
    m_out += name.empty() ? std::string("<div class=\"highlighter-rouge\">")
                          : "<div class=\"language-" + name + " highlighter-rouge\">";
    const std::string data = name.empty() ? std::string() : " data-lang=\"" + name + "\"";
    const bool onPre = m_options.commonMark.languageOnPre;
    m_out.append("<div class=\"highlight\"><pre class=\"highlight\"").append(onPre ? data : "");
    m_out.append("><code").append(onPre ? "" : data).append(">");
    codeContent(node, language);
    m_out += "</code></pre></div></div>\n";
}

void Writer::cell(const Node& node)
{
    constexpr std::string_view alignments[] = {"", " align=\"left\"", " align=\"center\"", " align=\"right\""};
    const std::string_view tag = node.fenced ? "th" : "td";
    m_out.append("<").append(tag).append(alignments[node.level & 3]).append(">");
    children(node);
    m_out.append("</").append(tag).append(">\n");
}

/// Bytes that a URL may hold stay; the others are percent-encoded, as cmark and md4c do.
void Writer::url(std::string_view address)
{
    static constexpr std::string_view kept = "-_.+!*'(),%#@?=;:/,+$~";
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : decodeReferences(address)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&')
            m_out += "&amp;";
        else if ((byte < 0x80 && std::isalnum(byte) != 0) || kept.find(c) != std::string_view::npos)
            m_out += c;
        else
            m_out.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
}

void Writer::title(const Node& node)
{
    if (const std::string_view* text = node.attribute("title")) {
        m_out += " title=\"";
        escapeAll(m_out, decodeReferences(*text));
        m_out += '"';
    }
}

void Writer::link(const Node& node)
{
    m_out += "<a href=\"";
    url(*node.attribute("href"));
    m_out += '"';
    title(node);
    m_out += '>';
    children(node);
    m_out += "</a>";
}

void Writer::image(const Node& node)
{
    m_out += "<img src=\"";
    url(*node.attribute("src"));
    m_out += "\" alt=\"";
    escapeAll(m_out, plainText(node));
    m_out += '"';
    title(node);
    m_out += " />";
}

void Writer::html(std::string_view raw)
{
    if (!m_options.commonMark.rawHtml) {
        m_out += "<!-- raw HTML omitted -->";
        return;
    }
    if (!m_options.commonMark.tagFilter) {
        m_out += raw;
        return;
    }
    for (std::size_t pos = 0; pos < raw.size(); ++pos) {
        if (raw[pos] == '<' && startsWithFiltered(raw.substr(pos, 16), m_options.commonMark.filterEndTags))
            m_out += "&lt;";
        else
            m_out += raw[pos];
    }
}

/// md4c tells the end of a line as a text of its own.
void Writer::text(std::string_view value)
{
    if (value == "\n" && m_options.commonMark.hardBreaks)
        m_out += "<br />\n";
    else if (value == "\n" && m_options.commonMark.noBreaks)
        m_out += ' ';
    else
        escapeAll(m_out, value);
}

void Writer::write(const Node& node)
{
    switch (node.kind) {
    case Kind::Paragraph: return wrapped(node, "p", "\n");
    case Kind::Heading: return heading(node);
    case Kind::Quote: return element(node, "blockquote", true);
    case Kind::BulletList: return list(node, "ul");
    case Kind::OrderedList: return list(node, "ol");
    case Kind::Item: return element(node, "li", node.first && node.first->kind == Kind::Paragraph);
    case Kind::CodeBlock: return code(node);
    case Kind::Rule: m_out += "<hr />\n"; return;
    case Kind::Table: return element(node, "table", true);
    case Kind::TableHead: return element(node, "thead", true);
    case Kind::TableBody: return node.first ? element(node, "tbody", true) : void();
    case Kind::Row: return element(node, "tr", true);
    case Kind::Cell: return cell(node);
    case Kind::Raw: return html(node.value);
    case Kind::Text: return text(node.value);
    case Kind::Entity: return escapeAll(m_out, decodeReferences(node.value));
    case Kind::LineBreak: m_out += "<br />\n"; return;
    case Kind::Emphasis: return wrapped(node, "em", "");
    case Kind::Strong: return wrapped(node, "strong", "");
    case Kind::Link: return link(node);
    case Kind::Image: return image(node);
    case Kind::CodeSpan:
        m_out += "<code>";
        escapeAll(m_out, node.value);
        m_out += "</code>";
        return;
    case Kind::HtmlElement:
        if (node.value == "del")
            return wrapped(node, "del", "");
        m_out += node.attribute("checked") ? "<input type=\"checkbox\" disabled=\"\" checked=\"\" />"
                                           : "<input type=\"checkbox\" disabled=\"\" />";
        return;
    default: return children(node);
    }
}
} // namespace

void writeCommonMark(Document& document, const Tree& tree, const Options& options)
{
    document.html.reserve(tree.source().size() + tree.source().size() / 4);
    Writer writer(document, options);
    for (const Node* block = tree.root().first; block; block = block->next) {
        const std::size_t from = document.html.size();
        writer.write(*block);
        noteBlock(document, from, document.html.size(), *block);
    }
}

} // namespace galley::markdown
