// SPDX-License-Identifier: MIT
// Raw HTML of kramdown: an element's content is raw, spans or blocks; Markdown resumes right behind its end tag.
#include "markdown/blockscanner.h"

#include "base/limits.h"
#include "markdown/htmlelements.h"

#include <utility>

namespace galley::markdown
{

void BlockScanner::skipTrailingSpace()
{
    Pos pos = m_pos;
    while (at(m_text, pos) == ' ' || at(m_text, pos) == '\t')
        ++pos;
    if (at(m_text, pos) == '\n')
        m_pos = pos + 1;
}

/// Text that continues the last node of its kind is one with it.
void BlockScanner::addText(Node& parent, Kind kind, std::string_view text)
{
    Node* last = parent.last;
    if (text.empty())
        return;
    if (last && last->kind == kind && last->value.data() + last->value.size() == text.data())
        last->value = {last->value.data(), last->value.size() + text.size()};
    else
        m_state.tree.append(parent, kind, parent.firstLine)->value = text;
}

bool BlockScanner::htmlBlock()
{
    const Pos begin = optionalSpace(m_text, m_pos);
    if (at(m_text, begin) != '<')
        return false;
    const int line = lineAt(m_pos);
    if (m_text.substr(m_pos, 4) == "<!--") {
        if (const Pos end = m_finder.find("-->", m_pos + 4); end != none) {
            Node* comment = m_state.tree.append(*m_into, Kind::HtmlComment, line);
            comment->value = m_text.substr(m_pos, end + 3 - m_pos);
            m_pos = end + 3;
            skipTrailingSpace();
            return true;
        }
    }
    if (const auto tag = startTag(m_text, begin); tag && !isSpanElement(lowered(tag->name))) {
        m_pos = tag->end;
        startElement(*tag, line);
        return true;
    }
    const auto tag = endTag(m_text, begin);
    if (!tag || isSpanElement(lowered(tag->name)) || m_into->kind != Kind::HtmlElement ||
        m_into->value != lowered(tag->name))
        return false;
    m_pos = tag->end;
    m_elementClosed = true;
    return true;
}

/// What `markdown="…"` asks for.
static Content askedContent(std::string_view value, std::string_view element, Content otherwise)
{
    if (value == "0")
        return Content::Raw;
    if (value == "1")
        return contentModel(element);
    if (value == "span")
        return Content::Span;
    return value == "block" ? Content::Block : otherwise;
}

void BlockScanner::startElement(const HtmlTag& tag, int line)
{
    Tree& tree = m_state.tree;
    const std::string lower = lowered(tag.name);
    const bool known = isKnownElement(lower);
    Node* element = tree.append(*m_into, Kind::HtmlElement, line);
    element->value = known && lower != tag.name ? tree.keep(lower) : tag.name;
    for (const auto& [name, value] : tag.attributes)
        tree.set(*element, known ? tree.keep(lowered(name)) : name, value);
    if (element->value == "script" || element->value == "style") {
        verbatimContent(*element);
        fillElement(*element, false, false);
    } else {
        fillElement(*element, tag.closed || isVoidElement(element->value), true);
    }
    // An element that is never closed ends with the last line, not after it.
    element->lastLine = lineAt(m_pos == m_text.size() ? m_pos - 1 : m_pos);
}

void BlockScanner::fillElement(Node& element, bool closed, bool handleBody)
{
    if (m_waiting) {
        element.list = m_waiting;
        m_waiting = nullptr;
    }
    const bool insideRaw = m_into->kind == Kind::HtmlElement && m_into->content == Content::Raw;
    element.content = !insideRaw && m_state.options.parseBlockHtml ? contentModel(element.value) : Content::Raw;
    if (const std::string_view* asked = element.attribute("markdown")) {
        element.content = askedContent(*asked, element.value, element.content);
        element.attributes->remove("markdown");
    }
    element.closed = closed;
    if (element.content == Content::Block)
        skipTrailingSpace();
    if (closed || !handleBody)
        return;
    if (m_depth >= limits::markdownDepth) {
        m_state.cutByDepth = true;
        return;
    }
    ++m_depth;
    if (element.content == Content::Block)
        scanUntilEndTag(element);
    else if (element.content == Content::Span)
        spanContent(element);
    else
        rawContent(element);
    --m_depth;
    if (!insideRaw)
        skipTrailingSpace();
}

/// Scans blocks until the element's end tag or the text's end.
bool BlockScanner::scanUntilEndTag(Node& into)
{
    Node* const outer = std::exchange(m_into, &into);
    AttributeList* const waiting = std::exchange(m_waiting, nullptr);
    m_elementClosed = false;
    while (!atEnd() && !m_elementClosed) {
        if (!block()) {
            const Pos next = nextLine(m_text, m_pos);
            addRawText(into, m_text.substr(m_pos, next - m_pos), lineAt(m_pos));
            m_pos = next;
        }
    }
    m_into = outer;
    m_waiting = waiting;
    return std::exchange(m_elementClosed, false);
}

void BlockScanner::spanContent(Node& element)
{
    const Pos end = m_finder.findEndTag(element.value, m_pos, true);
    const std::string_view content = m_text.substr(m_pos, end == none ? none : end - m_pos);
    addRawText(element, content, lineAt(m_pos));
    m_pos = end == none ? m_text.size() : endTag(m_text, end)->end;
}

/// script and style: nothing inside is read.
void BlockScanner::verbatimContent(Node& element)
{
    const Pos end = m_finder.findEndTag(element.value, m_pos, true);
    const std::string_view content = m_text.substr(m_pos, end == none ? none : end - m_pos);
    if (!content.empty())
        m_state.tree.append(element, Kind::Raw, lineAt(m_pos))->value = content;
    m_pos = end == none ? m_text.size() : endTag(m_text, end)->end;
}

/// Elements, comments and text until the element's end tag or the text's end.
void BlockScanner::rawContent(Node& element)
{
    Node* const outer = std::exchange(m_into, &element);
    for (bool done = false; !atEnd() && !done;) {
        const Pos open = std::min(m_text.find('<', m_pos), m_text.size());
        addText(element, Kind::Text, m_text.substr(m_pos, open - m_pos));
        m_pos = open;
        if (atEnd())
            break;
        const std::string_view rest = m_text.substr(open, 4);
        const bool isComment = rest == "<!--";
        const bool isInstruction = rest.substr(0, 2) == "<?";
        const Pos end = isComment       ? m_finder.find("-->", open + 4)
                        : isInstruction ? m_finder.find("?>", open + 2)
                                        : none;
        if (end != none) {
            m_pos = end + (isComment ? 3 : 2);
            m_state.tree.append(element, Kind::HtmlComment, element.firstLine)->value =
                m_text.substr(open, m_pos - open);
        } else if (const auto tag = startTag(m_text, open)) {
            m_pos = tag->end;
            startElement(*tag, lineAt(open));
        } else if (const auto close = endTag(m_text, open)) {
            m_pos = close->end;
            const std::string_view name = element.value;
            done = isKnownElement(name) ? lowered(close->name) == name : close->name == name;
            if (!done)
                addText(element, Kind::Text, m_text.substr(open, m_pos - open));
        } else {
            addText(element, Kind::Text, m_text.substr(m_pos++, 1));
        }
    }
    m_into = outer;
}

} // namespace galley::markdown
