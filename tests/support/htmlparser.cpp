// SPDX-License-Identifier: MIT
#include "htmlparser.h"

#include "markdown/references.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace galley::test
{

namespace
{
using Names = std::set<std::string, std::less<>>;

const Names voidTags{"area", "base", "br",    "col",    "embed", "hr",  "img",    "input",
                     "link", "meta", "param", "source", "track", "wbr", "keygen", "command"};
const Names closesParagraph{"address", "article", "aside",    "blockquote", "center", "details", "dialog",  "dir",
                            "div",     "dl",      "fieldset", "figcaption", "figure", "footer",  "form",    "h1",
                            "h2",      "h3",      "h4",       "h5",         "h6",     "header",  "hgroup",  "hr",
                            "main",    "menu",    "nav",      "ol",         "p",      "pre",     "section", "table",
                            "ul",      "dd",      "dt",       "li",         "summary"};
const Names scope{"table", "td", "th", "caption", "button", "object", "html", "template", "applet", "marquee"};
const Names headings{"h1", "h2", "h3", "h4", "h5", "h6"};

/// A start tag ends these elements, up to those.
struct Implied {
    Names ends;
    Names stops;
};
const std::map<std::string, Implied, std::less<>> implied{
    {"li", {{"li"}, {"ul", "ol", "menu"}}},
    {"dt", {{"dt", "dd"}, {"dl"}}},
    {"dd", {{"dt", "dd"}, {"dl"}}},
    {"tr", {{"tr", "td", "th"}, {"table"}}},
    {"td", {{"td", "th"}, {"tr", "table"}}},
    {"th", {{"td", "th"}, {"tr", "table"}}},
    {"tbody", {{"tbody", "thead", "tfoot", "tr", "td", "th", "colgroup"}, {"table"}}},
    {"thead", {{"tbody", "colgroup"}, {"table"}}},
    {"tfoot", {{"tbody", "thead", "tr", "td", "th"}, {"table"}}},
    {"option", {{"option"}, {"select"}}},
    {"optgroup", {{"optgroup", "option"}, {"select"}}},
    {"rt", {{"rt", "rp"}, {"ruby"}}},
    {"rp", {{"rt", "rp"}, {"ruby"}}},
    {"body", {{"head"}, {"html"}}},
};

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

class Parser
{
public:
    explicit Parser(std::string_view html) : m_html(html), m_root(std::make_unique<HtmlNode>())
    {
        m_root->tag = "#root";
        m_current = m_root.get();
    }

    std::unique_ptr<HtmlNode> parse()
    {
        while (m_pos < m_html.size()) {
            const std::size_t open = std::min(m_html.find('<', m_pos), m_html.size());
            addText(markdown::decodeReferences(m_html.substr(m_pos, open - m_pos)));
            m_pos = open;
            if (m_pos < m_html.size() && !markup()) {
                addText("<");
                ++m_pos;
            }
        }
        return std::move(m_root);
    }

private:
    char at(std::size_t pos) const { return pos < m_html.size() ? m_html[pos] : '\0'; }

    void skipPast(std::string_view end, std::size_t from)
    {
        const std::size_t found = m_html.find(end, from);
        m_pos = found == std::string_view::npos ? m_html.size() : found + end.size();
    }

    bool markup()
    {
        const char next = at(m_pos + 1);
        if (m_html.substr(m_pos, 4) == "<!--") {
            skipPast("-->", m_pos + 4);
            return true;
        }
        if (next == '!' || next == '?') {
            skipPast(">", m_pos);
            return true;
        }
        if (next == '/')
            return endTag();
        return std::isalpha(static_cast<unsigned char>(next)) != 0 && startTag();
    }

    bool endTag()
    {
        const std::size_t close = m_html.find('>', m_pos);
        std::size_t begin = m_pos + 2;
        while (isSpace(at(begin))) // as Python's parser has it
            ++begin;
        if (std::isalpha(static_cast<unsigned char>(at(begin))) == 0 || close == std::string_view::npos)
            return false;
        std::size_t end = begin;
        while (end < close && !isSpace(m_html[end]) && m_html[end] != '/')
            ++end;
        closeElement(lower(m_html.substr(begin, end - begin)));
        m_pos = close + 1;
        return true;
    }

    bool startTag()
    {
        std::size_t pos = m_pos + 1;
        while (pos < m_html.size() && !isSpace(m_html[pos]) && m_html[pos] != '/' && m_html[pos] != '>')
            ++pos;
        const std::string tag = lower(m_html.substr(m_pos + 1, pos - m_pos - 1));
        std::map<std::string, std::string> attributes;
        bool closed = false;
        for (;;) {
            while (isSpace(at(pos)) || (at(pos) == '/' && at(pos + 1) != '>'))
                ++pos;
            if (pos >= m_html.size())
                return false;
            closed = at(pos) == '/';
            pos += closed;
            if (at(pos) == '>')
                break;
            attribute(pos, attributes);
        }
        m_pos = pos + 1;
        openElement(tag, attributes, closed);
        if ((tag == "script" || tag == "style") && m_current->tag == tag)
            rawText(tag);
        return true;
    }

    void attribute(std::size_t& pos, std::map<std::string, std::string>& attributes)
    {
        const std::size_t begin = pos++;
        while (pos < m_html.size() && !isSpace(m_html[pos]) && m_html[pos] != '/' && m_html[pos] != '=' &&
               m_html[pos] != '>')
            ++pos;
        const std::string name = lower(m_html.substr(begin, pos - begin));
        std::string value;
        std::size_t equals = pos;
        while (isSpace(at(equals)))
            ++equals;
        if (at(equals) == '=') {
            pos = equals + 1;
            while (isSpace(at(pos)))
                ++pos;
            const char quote = at(pos);
            const bool quoted = quote == '"' || quote == '\'';
            pos += quoted;
            std::size_t end = pos;
            while (end < m_html.size() && (quoted ? m_html[end] != quote : !isSpace(m_html[end]) && m_html[end] != '>'))
                ++end;
            value = markdown::decodeReferences(m_html.substr(pos, end - pos));
            pos = end + (quoted && end < m_html.size());
        }
        attributes.try_emplace(name, value);
    }

    void rawText(const std::string& tag)
    {
        std::size_t end = m_pos;
        while (end < m_html.size() && lower(m_html.substr(end, tag.size() + 2)) != "</" + tag)
            ++end;
        addText(std::string(m_html.substr(m_pos, end - m_pos)));
        m_pos = end;
    }

    HtmlNode* inScope(const Names& tags, const Names& stops) const
    {
        for (HtmlNode* node = m_current; node != m_root.get(); node = node->parent) {
            if (tags.count(node->tag) != 0)
                return node;
            if (stops.count(node->tag) != 0)
                return nullptr;
        }
        return nullptr;
    }

    HtmlNode* append(const std::string& tag)
    {
        auto node = std::make_unique<HtmlNode>();
        node->tag = tag;
        node->parent = m_current;
        m_current->children.push_back(std::move(node));
        return m_current->children.back().get();
    }

    void impliedEnds(const std::string& tag)
    {
        if (closesParagraph.count(tag) != 0) {
            if (const HtmlNode* paragraph = inScope({"p"}, scope))
                m_current = paragraph->parent;
        }
        if (const auto rule = implied.find(tag); rule != implied.end()) {
            while (const HtmlNode* node = inScope(rule->second.ends, rule->second.stops))
                m_current = node->parent;
        }
        if (headings.count(tag) != 0 && headings.count(m_current->tag) != 0)
            m_current = m_current->parent;
        if (tag == "a") {
            if (const HtmlNode* link = inScope({"a"}, scope))
                m_current = link->parent;
        }
        if (tag == "tr" && m_current->tag == "table")
            m_current = append("tbody");
    }

    void openElement(const std::string& tag, const std::map<std::string, std::string>& attributes, bool closed)
    {
        impliedEnds(tag);
        HtmlNode* node = append(tag);
        node->attributes = attributes;
        const bool foreign = tag == "svg" || tag == "math" || inScope({"svg", "math"}, {}) != nullptr;
        if (voidTags.count(tag) == 0 && !(closed && foreign))
            m_current = node;
    }

    void closeElement(const std::string& tag)
    {
        static const Names tableParts{"table", "tbody", "thead", "tfoot", "tr", "td", "th"};
        if (voidTags.count(tag) != 0) {
            if (tag == "br")
                append("br");
            return;
        }
        const Names stops = tableParts.count(tag) == 0 ? Names{"table", "td", "th"}
                            : tag != "table"           ? Names{"table"}
                                                       : Names{};
        if (const HtmlNode* node = inScope({tag}, stops))
            m_current = node->parent;
        else if (tag == "p")
            append("p");
    }

    void addText(std::string text)
    {
        if (text.empty())
            return;
        auto& children = m_current->children;
        if (children.empty() || !children.back()->isText())
            append({});
        children.back()->text += text;
    }

    std::string_view m_html;
    std::size_t m_pos = 0;
    std::unique_ptr<HtmlNode> m_root;
    HtmlNode* m_current = nullptr;
};
} // namespace

bool isVoidTag(std::string_view tag)
{
    return voidTags.count(tag) != 0;
}

std::unique_ptr<HtmlNode> parseHtml(std::string_view html)
{
    return Parser(html).parse();
}

} // namespace galley::test
