// SPDX-License-Identifier: MIT
// Links, images, footnote markers and HTML among kramdown's spans.
#include "markdown/spanscanner.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "markdown/extensions.h"
#include "markdown/htmlelements.h"
#include "markdown/htmltag.h"

#include <string>

namespace galley::markdown
{

namespace
{
/// What a backslash may stand before in an image's text.
constexpr std::string_view escapable = "\\.*_+`<>()[]{}#!:|\"'$=-";

std::string withoutEscapes(std::string_view text)
{
    std::string out;
    for (Pos i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && escapable.find(text[i + 1]) != none)
            ++i;
        out += text[i];
    }
    return out;
}

Pos skipSpace(std::string_view text, Pos pos)
{
    while (pos < text.size() && isSpace(text[pos]))
        ++pos;
    return pos;
}

/// Whether a character of an address in an autolink.
bool isAddressChar(char32_t c)
{
    return c < 0x80 ? (isWord(static_cast<char>(c)) || c == '-' || c == '.') : unicode::isAlnum(c);
}

/// Behind the characters of an address.
Pos addressPart(std::string_view text, Pos pos)
{
    while (pos < text.size()) {
        Pos next = pos;
        if (!isAddressChar(unicode::next(text, next)))
            break;
        pos = next;
    }
    return pos;
}
} // namespace

bool SpanScanner::autolink()
{
    const Pos begin = m_pos + 1;
    Pos end = none;
    bool isMail = false;
    for (const std::string_view scheme : {"mailto:", "http:", "https:", "ftp:", "ftps:"}) {
        if (m_text.substr(begin, scheme.size()) != scheme)
            continue;
        const Pos close = m_finder.find(">", begin + scheme.size() + 1);
        if (close != none && close < lineEnd(m_text, begin + scheme.size()))
            end = close;
    }
    if (end == none) {
        const Pos sign = addressPart(m_text, begin);
        const Pos close = at(m_text, sign) == '@' && sign > begin ? addressPart(m_text, sign + 1) : begin;
        isMail = close > sign + 1 && at(m_text, close) == '>';
        if (!isMail)
            return false;
        end = close;
    }
    const std::string_view address = m_text.substr(begin, end - begin);
    Node* link = add(Kind::Link);
    m_state.tree.set(*link, "href", isMail ? m_state.tree.keep("mailto:" + std::string(address)) : address);
    Node* text = m_state.tree.append(*link, Kind::Text, m_line);
    text->value = address.substr(0, 7) == "mailto:" ? address.substr(7) : address;
    m_pos = end + 1;
    return true;
}

bool SpanScanner::footnoteMarker()
{
    const Pos end = at(m_text, m_pos + 1) == '^' ? identifier(m_text, m_pos + 2) : none;
    if (end == none || at(m_text, end) != ']')
        return false;
    const std::string_view name = m_text.substr(m_pos + 2, end - m_pos - 2);
    if (m_state.footnotes.count(name) == 0)
        take(end + 1 - m_pos);
    else
        add(Kind::FootnoteMarker)->value = name;
    m_pos = end + 1;
    return true;
}

void SpanScanner::finishLink(Node* node, std::string_view url, const std::string_view* title, std::string_view alt)
{
    Tree& tree = m_state.tree;
    tree.set(*node, node->kind == Kind::Link ? "href" : "src", url);
    if (node->kind == Kind::Image) {
        tree.set(*node, "alt", alt);
        while (Node* child = node->first) {
            Tree::remove(child);
            tree.release(child);
        }
    }
    if (title)
        tree.set(*node, "title", *title);
    Tree::append(*m_into, node);
}

bool SpanScanner::link()
{
    const bool image = here() == '!';
    const std::size_t length = image ? 2 : 1;
    const Pos begin = m_pos + length;
    if (at(m_text, begin - 1) != '[' || begin >= m_text.size() || m_text[begin] == '^')
        return false;
    if ((!image && m_links > 0) || m_links >= limits::markdownDepth) {
        take(length);
        return true;
    }
    Node* node = m_state.tree.make(image ? Kind::Image : Kind::Link, m_line);
    Stop stop{Stop::Kind::Bracket, {}};
    m_pos = begin;
    ++m_links;
    const bool found = scanUntil(*node, &stop, SpanMode::All);
    --m_links;
    const std::string_view content = m_text.substr(begin, m_pos - begin);
    const bool plain = content.find('\\') == none;
    ++m_pos;
    if (found && linkTarget(node, plain ? content : m_state.tree.keep(withoutEscapes(content))))
        return true;
    m_state.tree.release(node);
    m_pos = begin - length;
    take(length);
    return true;
}

/// What follows the closing bracket: a name in brackets, an address in parentheses, or nothing.
bool SpanScanner::linkTarget(Node* node, std::string_view alt)
{
    const Pos open = skipSpace(m_text, m_pos);
    if (at(m_text, open) == '[') {
        const Pos close = m_finder.find("]", open + 1);
        if (close != none)
            return referenceTarget(node, alt, close == open + 1 ? alt : m_text.substr(open + 1, close - open - 1),
                                   close + 1);
    }
    return here() == '(' ? inlineTarget(node, alt) : referenceTarget(node, alt, alt, m_pos);
}

bool SpanScanner::referenceTarget(Node* node, std::string_view alt, std::string_view name, Pos end)
{
    const auto definition = m_state.links.find(normalizedLinkName(name));
    if (definition == m_state.links.end())
        return false;
    m_pos = end;
    const LinkDefinition& link = definition->second;
    if (link.ending && link.ending->list) {
        node->list = link.ending->list;
        applyAttributeList(m_state.tree, *node, *node->list, m_state.attributeDefinitions);
    }
    finishLink(node, link.url, link.title ? &*link.title : nullptr, alt);
    return true;
}

bool SpanScanner::inlineTarget(Node* node, std::string_view alt)
{
    const Pos open = m_pos;
    std::string_view url;
    int depth = 0;
    const Pos angle = at(m_text, open + 1) == '<' ? m_finder.find(">", open + 2) : none;
    if (angle != none && angle < lineEnd(m_text, open)) {
        url = m_text.substr(open + 2, angle - open - 2);
        m_pos = angle + 1;
        depth = here() == ')' ? 0 : 1;
        m_pos += depth == 0;
    } else {
        for (bool done = false; !done && m_pos < m_text.size(); ++m_pos) {
            const char c = m_text[m_pos];
            const char next = at(m_text, m_pos + 1);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            done = depth == 0 || (isSpace(c) && (next == '"' || next == '\''));
        }
        m_work -= std::min(m_work, m_pos - open);
        url = m_text.substr(open + 1, m_pos - open - 2);
        url = trim(url);
    }
    if (depth == 0) {
        finishLink(node, url, nullptr, alt);
        return true;
    }
    const Pos quoteAt = skipSpace(m_text, m_pos);
    const char quote = at(m_text, quoteAt);
    if (quote != '"' && quote != '\'')
        return false;
    for (Pos close = m_text.find(quote, quoteAt + 2); close != none; close = m_text.find(quote, close + 1)) {
        m_work -= std::min(m_work, close - quoteAt);
        const Pos end = skipSpace(m_text, close + 1);
        if (at(m_text, end) == ')') {
            const std::string_view title = m_text.substr(quoteAt + 1, close - quoteAt - 1);
            finishLink(node, url, &title, alt);
            m_pos = end + 1;
            return true;
        }
        if (m_work == 0)
            break;
    }
    return false;
}

bool SpanScanner::htmlSpan()
{
    if (m_text.substr(m_pos, 4) == "<!--") {
        if (const Pos end = m_finder.find("-->", m_pos + 4); end != none) {
            add(Kind::HtmlComment)->value = m_text.substr(m_pos, end + 3 - m_pos);
            m_pos = end + 3;
            return true;
        }
    }
    if (const auto tag = endTag(m_text, m_pos)) {
        take(tag->end - m_pos);
        return true;
    }
    if (const auto tag = startTag(m_text, m_pos)) {
        if (isBlockElement(lowered(tag->name)) || m_elements >= limits::markdownDepth)
            take(tag->end - m_pos);
        else
            htmlElement(*tag);
        return true;
    }
    const char next = at(m_text, m_pos + 1);
    const bool looksLikeTag = next == '/' || m_text.substr(m_pos, 4) == "<!--" || htmlName(m_text, m_pos + 1) != none;
    if (looksLikeTag)
        take(1);
    return looksLikeTag;
}

void SpanScanner::htmlElement(const HtmlTag& tag)
{
    Tree& tree = m_state.tree;
    const std::string lower = lowered(tag.name);
    const bool known = isKnownElement(lower);
    const std::string_view name = known && lower != tag.name ? tree.keep(lower) : tag.name;
    const bool insideRaw = m_into->kind == Kind::HtmlElement && m_into->content == Content::Raw;
    bool parse = contentModel(name) != Content::Raw && !insideRaw && m_state.options.parseSpanHtml;
    Node* node = add(Kind::HtmlElement);
    node->value = name;
    for (const auto& [key, value] : tag.attributes) {
        std::string line(value);
        for (Pos i = line.find('\n'); i != none; i = line.find('\n', i))
            line.replace(i, line.find_first_not_of('\n', i) == none ? none : line.find_first_not_of('\n', i) - i, " ");
        tree.set(*node, known ? tree.keep(lowered(key)) : key, line == value ? value : tree.keep(line));
    }
    if (const std::string_view* asked = node->attribute("markdown")) {
        if (*asked == "span" || *asked == "1")
            parse = *asked == "span" || contentModel(name) != Content::Raw;
        else if (*asked == "0")
            parse = false;
        node->attributes->remove("markdown");
    }
    node->content = parse ? Content::Span : Content::Raw;
    node->closed = tag.closed;
    m_pos = tag.end;
    if (tag.closed || isVoidElement(name))
        return;
    Stop stop{Stop::Kind::EndTag, name, known};
    ++m_elements;
    const bool found = scanUntil(*node, &stop, parse ? SpanMode::All : SpanMode::Html);
    --m_elements;
    if (found) {
        m_pos = endTag(m_text, m_pos)->end;
    } else {
        Node* const outer = m_into;
        m_into = node;
        take(m_text.size() - m_pos);
        m_into = outer;
    }
}

bool SpanScanner::spanExtension()
{
    if (const auto tag = extensionTag(m_text, m_pos)) {
        const Pos begin = m_pos;
        AttributeList* list = m_state.tree.makeList();
        parseAttributeList(m_state.tree, tag->body, *list);
        const bool unclosed = tag->selfClosed || tag->isEnd || m_finder.find("{:/", tag->end) == none;
        const auto stop = unclosed ? std::nullopt : extensionEnd(m_text, tag->end, tag->name, false);
        std::string_view body;
        if (stop)
            body = m_text.substr(tag->end, stop->begin - tag->end);
        const bool complete = !tag->isEnd && (tag->selfClosed || stop);
        if (complete &&
            applyExtension(m_state, *m_into, tag->name, *list, tag->selfClosed ? nullptr : &body, true, m_line)) {
            m_pos = stop ? stop->end : tag->end;
            return true;
        }
        m_pos = begin;
        take(1);
        return true;
    }
    Node* last = m_into->last;
    const bool hasPlace = last && !last->isText() && m_finder.find("}", m_pos) != none;
    const auto body = hasPlace ? bracedBody(m_text, m_pos + 2) : std::nullopt;
    if (!body) {
        take(1);
        return true;
    }
    AttributeList* list = m_state.tree.makeList();
    parseAttributeList(m_state.tree, body->body, *list);
    mergeAttributeList(m_state.tree, m_state.tree.list(*last), *list);
    applyAttributeList(m_state.tree, *last, *list, m_state.attributeDefinitions);
    m_pos = body->end;
    return true;
}

} // namespace galley::markdown
