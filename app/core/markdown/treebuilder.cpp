// SPDX-License-Identifier: MIT
#include "markdown/treebuilder.h"

#include "base/limits.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
constexpr int abortParsing = -2; ///< a negative return of a callback ends md_parse

Kind kindOf(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE: return Kind::Quote;
    case MD_BLOCK_UL: return Kind::BulletList;
    case MD_BLOCK_OL: return Kind::OrderedList;
    case MD_BLOCK_LI: return Kind::Item;
    case MD_BLOCK_HR: return Kind::Rule;
    case MD_BLOCK_H: return Kind::Heading;
    case MD_BLOCK_CODE: return Kind::CodeBlock;
    case MD_BLOCK_HTML: return Kind::Raw;
    case MD_BLOCK_TABLE: return Kind::Table;
    case MD_BLOCK_THEAD: return Kind::TableHead;
    case MD_BLOCK_TBODY: return Kind::TableBody;
    case MD_BLOCK_TR: return Kind::Row;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return Kind::Cell;
    default: return Kind::Paragraph;
    }
}

Kind kindOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM: return Kind::Emphasis;
    case MD_SPAN_STRONG: return Kind::Strong;
    case MD_SPAN_A: return Kind::Link;
    case MD_SPAN_IMG: return Kind::Image;
    case MD_SPAN_CODE: return Kind::CodeSpan;
    default: return Kind::HtmlElement;
    }
}
} // namespace

TreeBuilder::TreeBuilder(Tree& tree)
    : m_tree(tree), m_index(tree.source()), m_current(&tree.root()),
      m_budget(limits::markdownOutputFloor + limits::markdownOutputFactor * tree.source().size())
{
}

int TreeBuilder::spend(std::size_t bytes)
{
    // An event without text costs memory too: count a node.
    const std::size_t cost = bytes + 8;
    if (cost > m_budget)
        return abortParsing;
    m_budget -= cost;
    return 0;
}

int TreeBuilder::open(Kind kind)
{
    if (m_depth >= limits::markdownDepth) {
        ++m_ignored;
        m_cutByDepth = true;
        return spend(0);
    }
    ++m_depth;
    m_current = m_tree.append(*m_current, kind, -1);
    return spend(0);
}

int TreeBuilder::close()
{
    if (m_ignored > 0) {
        --m_ignored;
        return 0;
    }
    if (m_current->parent == nullptr)
        return 0;
    --m_depth;
    Node& parent = *m_current->parent;
    if (m_current->firstLine >= 0 && (parent.firstLine < 0 || m_current->firstLine < parent.firstLine))
        parent.firstLine = m_current->firstLine;
    parent.lastLine = std::max(parent.lastLine, m_current->lastLine);
    m_current = &parent;
    return 0;
}

/// Texts of md4c's own (line ends, entities it made) lie outside the source and tell no line.
void TreeBuilder::noteLine(std::string_view text)
{
    const std::string& source = m_tree.source();
    if (text.data() < source.data() || text.data() >= source.data() + source.size())
        return;
    const auto offset = static_cast<std::size_t>(text.data() - source.data());
    const int first = m_index.lineOf(offset);
    if (m_current->firstLine < 0)
        m_current->firstLine = first;
    const std::size_t lastByte = offset + std::max<std::size_t>(text.size(), 1) - 1;
    m_current->lastLine = std::max(m_current->lastLine, m_index.lineOf(lastByte));
}

std::string_view TreeBuilder::attribute(const MD_ATTRIBUTE& attribute)
{
    if (spend(attribute.size) != 0)
        return {};
    return m_tree.keep({attribute.text, attribute.size});
}

void TreeBuilder::describeTask(const MD_BLOCK_LI_DETAIL& item)
{
    if (item.is_task == 0)
        return;
    Node* box = m_tree.append(*m_current, Kind::HtmlElement, -1);
    box->value = "input";
    box->span = true;
    m_tree.set(*box, "type", "checkbox");
    m_tree.set(*box, "disabled", "");
    if (item.task_mark != ' ')
        m_tree.set(*box, "checked", "");
    m_tree.append(*m_current, Kind::Text, -1)->value = " ";
    noteLine(std::string_view(m_tree.source()).substr(item.task_mark_offset, 1));
}

void TreeBuilder::describeCode(const MD_BLOCK_CODE_DETAIL& code)
{
    m_current->fenced = code.fence_char != 0;
    if (code.lang.text != nullptr)
        m_current->extra = attribute(code.lang);
    m_verbatim.clear();
}

void TreeBuilder::describeBlock(MD_BLOCKTYPE type, void* detail)
{
    switch (type) {
    case MD_BLOCK_H:
        m_current->level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
    case MD_BLOCK_OL:
        if (const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start; start != 1)
            m_tree.set(*m_current, "start", m_tree.keep(std::to_string(start)));
        break;
    case MD_BLOCK_LI:
        describeTask(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        break;
    case MD_BLOCK_CODE:
        describeCode(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
        break;
    case MD_BLOCK_HTML:
        m_verbatim.clear();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_current->level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
        m_current->fenced = type == MD_BLOCK_TH;
        break;
    default:
        break;
    }
}

int TreeBuilder::enterBlock(MD_BLOCKTYPE type, void* detail)
{
    if (type == MD_BLOCK_DOC)
        return 0;
    const int result = open(kindOf(type));
    if (m_ignored == 0)
        describeBlock(type, detail);
    return result;
}

int TreeBuilder::leaveBlock(MD_BLOCKTYPE type)
{
    if (type == MD_BLOCK_DOC)
        return 0;
    while (m_ignored == 0 && m_current->span) // md4c never left it
        close();
    if (m_ignored == 0 && (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML))
        m_current->value = m_tree.keep(m_verbatim);
    return close();
}

int TreeBuilder::enterSpan(MD_SPANTYPE type, void* detail)
{
    const int result = open(kindOf(type));
    if (m_ignored > 0)
        return result;
    m_current->span = true;
    if (type == MD_SPAN_DEL)
        m_current->value = "del";
    if (type == MD_SPAN_CODE)
        m_verbatim.clear();
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
        const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail); // MD_SPAN_IMG_DETAIL has the same two members
        m_tree.set(*m_current, type == MD_SPAN_A ? "href" : "src", attribute(link->href));
        if (link->title.text != nullptr)
            m_tree.set(*m_current, "title", attribute(link->title));
    }
    return result;
}

/// md4c 0.4.8 leaves spans that it never entered, where a bare address stands in an image's: then nothing is open to close.
int TreeBuilder::leaveSpan(MD_SPANTYPE type)
{
    if (m_ignored > 0)
        return close();
    const Node* open = m_current;
    while (open->span && open->kind != kindOf(type))
        open = open->parent;
    if (!open->span)
        return 0;
    while (m_current != open)
        close();
    if (m_current->kind == Kind::CodeSpan)
        m_current->value = m_tree.keep(m_verbatim);
    return close();
}

int TreeBuilder::text(MD_TEXTTYPE type, std::string_view text)
{
    noteLine(text);
    const Kind kind = m_current->kind;
    if (kind == Kind::CodeBlock || kind == Kind::Raw || kind == Kind::CodeSpan) {
        m_verbatim += type == MD_TEXT_NULLCHAR ? std::string_view("\xEF\xBF\xBD") : text;
        return spend(text.size());
    }
    const Kind own = type == MD_TEXT_BR ? Kind::LineBreak
        : type == MD_TEXT_ENTITY        ? Kind::Entity
        : type == MD_TEXT_HTML          ? Kind::Raw
                                        : Kind::Text;
    Node* node = m_tree.append(*m_current, own, m_current->lastLine);
    node->span = true;
    node->value = type == MD_TEXT_SOFTBR ? "\n" : type == MD_TEXT_NULLCHAR ? "\xEF\xBF\xBD" : text;
    return spend(text.size());
}

} // namespace galley::markdown
