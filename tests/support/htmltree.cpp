// SPDX-License-Identifier: MIT
#include "htmltree.h"

#include "htmlparser.h"

#include <algorithm>
#include <set>

namespace galley::test
{

namespace
{
using Names = std::set<std::string, std::less<>>;

const Names keepsSpace{"pre", "textarea", "script", "style"};
const Names blocks{"address",  "article", "aside",  "blockquote", "body",    "center",   "colgroup", "dd",
                   "details",  "dialog",  "dir",    "div",        "dl",      "dt",       "fieldset", "figcaption",
                   "figure",   "footer",  "form",   "frameset",   "h1",      "h2",       "h3",       "h4",
                   "h5",       "h6",      "head",   "header",     "hgroup",  "hr",       "html",     "li",
                   "link",     "main",    "menu",   "meta",       "nav",     "noscript", "ol",       "option",
                   "optgroup", "p",       "pre",    "script",     "section", "select",   "style",    "summary",
                   "table",    "tbody",   "td",     "template",   "tfoot",   "th",       "thead",    "title",
                   "tr",       "ul",      "iframe", "base",       "#root"};
const Names booleans{"async",    "autofocus", "autoplay", "checked",  "controls",       "defer",      "disabled",
                     "hidden",   "ismap",     "loop",     "multiple", "muted",          "novalidate", "open",
                     "readonly", "required",  "reversed", "selected", "allowfullscreen"};
const Names collapsed{"class", "style", "rel", "alt", "title", "content", "d", "points", "href", "src"};

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Runs of white space as one space each.
std::string collapse(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (!isSpace(c) || c == '\v')
            out += c;
        else if (out.empty() || out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string strip(std::string text, bool left, bool right)
{
    if (left)
        text.erase(0, text.find_first_not_of(' '));
    if (right)
        text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::string styleOf(const std::string& value)
{
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool beforeMark = value[i] == ' ' && i + 1 < value.size() && (value[i + 1] == ':' || value[i + 1] == ';');
        const bool afterMark = value[i] == ' ' && !out.empty() && (out.back() == ':' || out.back() == ';');
        if (!beforeMark && !afterMark)
            out += value[i];
    }
    out.erase(out.find_last_not_of(';') + 1);
    return out;
}

std::string valueOf(const std::string& name, const std::string& value)
{
    if (booleans.count(name) != 0)
        return {};
    if (collapsed.count(name) == 0)
        return value;
    const std::string plain = strip(collapse(value), true, true);
    return name == "style" ? styleOf(plain) : plain;
}

bool hasClass(const HtmlNode& node, const std::string& name)
{
    const auto found = node.attributes.find("class");
    return found != node.attributes.end() &&
           (" " + collapse(found->second) + " ").find(" " + name + " ") != std::string::npos;
}

std::string textOf(const HtmlNode& node)
{
    std::string text = node.text;
    for (const auto& child : node.children)
        text += textOf(*child);
    return text;
}

void replaceByText(HtmlNode& node)
{
    auto text = std::make_unique<HtmlNode>();
    text->text = textOf(node);
    node.children.clear();
    node.children.push_back(std::move(text));
}

/// Colouring spans inside highlighted code go; wrappers and classes stay.
void flattenCode(HtmlNode& node)
{
    for (const auto& child : node.children) {
        const bool isCode =
            child->tag == "code" && (node.tag == "pre" || hasClass(node, "highlight") || hasClass(node, "rouge-code"));
        if (isCode || (child->tag == "pre" && node.tag == "td"))
            replaceByText(*child);
        else
            flattenCode(*child);
    }
}

class Flattener
{
public:
    std::vector<std::string> tokens;

    void flatten(const HtmlNode& node, bool pre)
    {
        const bool isRoot = node.tag == "#root";
        pre = pre || keepsSpace.count(node.tag) != 0;
        if (!isRoot)
            tokens.push_back(startTag(node));
        children(node, pre);
        if (!isRoot && !isVoidTag(node.tag))
            tokens.push_back("</" + node.tag + ">");
    }

private:
    static std::string startTag(const HtmlNode& node)
    {
        std::string tag = "<" + node.tag;
        for (const auto& [name, value] : node.attributes)
            tag += " " + name + "=\"" + valueOf(name, value) + "\"";
        return tag + ">";
    }

    static bool isEdge(const HtmlNode* neighbour, const HtmlNode& parent)
    {
        if (neighbour == nullptr)
            return blocks.count(parent.tag) != 0;
        return blocks.count(neighbour->tag) != 0 || neighbour->tag == "br";
    }

    std::string visible(const HtmlNode& node, std::size_t index, bool pre) const
    {
        const auto& all = node.children;
        if (node.tag == "script" || node.tag == "style")
            return strip(collapse(all[index]->text), true, true);
        if (pre) {
            std::string text = all[index]->text;
            if (node.tag == "pre" && index == 0 && !text.empty() && text.front() == '\n')
                text.erase(0, 1);
            return text;
        }
        const HtmlNode* previous = index > 0 ? all[index - 1].get() : nullptr;
        const HtmlNode* next = index + 1 < all.size() ? all[index + 1].get() : nullptr;
        return strip(collapse(all[index]->text), isEdge(previous, node), isEdge(next, node));
    }

    void children(const HtmlNode& node, bool pre)
    {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const HtmlNode& child = *node.children[i];
            if (!child.isText()) {
                flatten(child, pre);
                continue;
            }
            std::string text = visible(node, i, pre);
            if (!text.empty())
                tokens.push_back(std::move(text));
        }
    }
};

std::string excerpt(const std::vector<std::string>& tokens, std::size_t from)
{
    std::string text;
    for (std::size_t i = from > 0 ? from - 1 : 0; i < std::min(tokens.size(), from + 5); ++i)
        text += (text.empty() ? "" : " ") + tokens[i].substr(0, 160);
    return text;
}
} // namespace

std::vector<std::string> htmlTokens(std::string_view html)
{
    const auto root = parseHtml(html);
    flattenCode(*root);
    Flattener flattener;
    flattener.flatten(*root, false);
    return std::move(flattener.tokens);
}

HtmlDifference compareHtml(std::string_view ours, std::string_view theirs)
{
    const auto a = htmlTokens(ours);
    const auto b = htmlTokens(theirs);
    if (a == b)
        return {};
    const auto first = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    return {false, excerpt(a, static_cast<std::size_t>(first)), excerpt(b, static_cast<std::size_t>(first))};
}

} // namespace galley::test
