// SPDX-License-Identifier: MIT
// Footnotes, the table of contents and the document as a whole in kramdown's HTML.
#include "markdown/htmloutput.h"
#include "markdown/kramdownpasses.h"
#include "markdown/kramdownwriter.h"

#include <algorithm>
#include <utility>

namespace galley::markdown
{

void KramdownWriter::footnoteMarker(const Node& node)
{
    const auto definition = m_state.footnotes.find(node.value);
    if (definition == m_state.footnotes.end())
        return;
    const std::string name = m_state.options.footnotePrefix + std::string(node.value);
    const auto [known, isNew] = m_footnoteIndex.try_emplace(name, m_footnotes.size());
    if (isNew)
        m_footnotes.push_back({name, definition->second.content});
    const std::size_t index = known->second;
    const std::string repeat = isNew ? std::string() : ":" + std::to_string(++m_footnotes[index].repeats);
    m_out.append("<sup id=\"fnref:").append(name).append(repeat).append("\" role=\"doc-noteref\"><a href=\"#fn:");
    m_out.append(name).append("\" class=\"footnote\" rel=\"footnote\">");
    m_out.append(std::to_string(m_state.options.footnoteNr + static_cast<int>(index))).append("</a></sup>");
}

void KramdownWriter::backlink(std::string& out, std::string_view name, bool space, int number) const
{
    std::string text;
    escapeText(text, m_state.options.footnoteBacklink);
    out.append(space ? "\u00A0" : "").append("<a href=\"#fnref:").append(name);
    if (number > 0)
        out.append(":").append(std::to_string(number));
    out.append("\" class=\"reversefootnote\" role=\"doc-backlink\">").append(text);
    if (number > 0)
        out.append("<sup>").append(std::to_string(number + 1)).append("</sup>");
    out += "</a>";
}

/// At the end of the last paragraph, or in one of its own.
void KramdownWriter::addBacklinks(Node& item, const Footnote& footnote)
{
    Node* paragraph = nullptr;
    if (item.last && (item.last->kind == Kind::Paragraph || m_state.options.footnoteBacklinkInline)) {
        Node* parent = &item;
        const auto holdsText = [](const Node* node) {
            return node->kind == Kind::Paragraph || node->kind == Kind::Heading;
        };
        while (parent->last && !holdsText(parent->last))
            parent = parent->last;
        paragraph = parent->last;
    }
    const bool space = paragraph != nullptr;
    if (!paragraph)
        paragraph = m_state.tree.append(item, Kind::Paragraph); // kramdown makes it even when nothing will stand in it
    if (m_state.options.footnoteBacklink.empty())
        return;
    std::string links;
    backlink(links, footnote.name, space, 0);
    for (int number = 1; number <= footnote.repeats; ++number)
        backlink(links, footnote.name, true, number);
    Node* raw = m_state.tree.append(*paragraph, Kind::Raw);
    raw->span = true;
    raw->value = m_state.tree.keep(links);
}

/// Writes the notes that were referred to; notes in notes add to the list while it is written.
void KramdownWriter::footnotes()
{
    if (m_footnotes.empty())
        return;
    Tree& tree = m_state.tree;
    m_out += "<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol";
    if (m_state.options.footnoteNr != 1)
        m_out.append(" start=\"").append(std::to_string(m_state.options.footnoteNr)).append("\"");
    m_out += ">\n";
    for (std::size_t i = 0; i < m_footnotes.size(); ++i) {
        const Footnote footnote = m_footnotes[i];
        Node* item = tree.make(Kind::Item);
        tree.set(*item, "id", tree.keep("fn:" + footnote.name));
        tree.set(*item, "role", "doc-endnote");
        Tree::adopt(*item, *footnote.content);
        addBacklinks(*item, footnote);
        write(*item, 4);
    }
    m_out += "  </ol>\n</div>\n";
}

/// Nested lists of links to the headings.
Node* KramdownWriter::tocTree(const Node& list)
{
    Tree& tree = m_state.tree;
    Node* root = tree.make(list.kind);
    if (list.attributes)
        root->attributes = &tree.attributes(*tree.clone(list));
    if (!root->attribute("id"))
        tree.set(*root, "id", "markdown-toc");
    const std::string prefix = std::string(*root->attribute("id")) + "-";
    std::vector<Node*> open; // items whose sublists may grow
    for (const TocEntry& entry : m_toc) {
        Node* item = tree.make(Kind::Item);
        item->level = static_cast<std::uint8_t>(entry.level);
        Node* paragraph = tree.append(*item, Kind::Paragraph);
        paragraph->transparent = true;
        Node* link = tree.append(*paragraph, Kind::Raw);
        link->span = true;
        const std::string id(entry.id);
        std::string label;
        std::swap(label, m_out);
        m_out += "<a href=\"#";
        escapeAttribute(m_out, id);
        m_out += "\" id=\"";
        escapeAttribute(m_out, prefix + id);
        m_out += "\">";
        m_writingToc = true;
        inner(*entry.heading, 0);
        m_writingToc = false;
        m_out += "</a>";
        std::swap(label, m_out);
        link->value = tree.keep(label);
        while (!open.empty() && open.back()->level >= item->level)
            open.pop_back();
        Node* parent = root;
        if (!open.empty()) {
            Node* last = open.back()->last;
            parent = last->kind == root->kind ? last : tree.append(*open.back(), root->kind);
        }
        Tree::append(*parent, item);
        open.push_back(item);
    }
    return root;
}

/// Puts text in where the place's mark stands; the blocks behind it move.
void KramdownWriter::insert(const Place& place, const std::string& html)
{
    const std::size_t at = m_out.find(place.mark);
    if (at == std::string::npos)
        return;
    m_out.replace(at, place.mark.size(), html);
    const auto moved = [&](std::size_t offset) {
        return offset > at ? offset + html.size() - place.mark.size() : offset;
    };
    for (Span& block : m_blocks) {
        block.begin = moved(block.begin);
        block.end = moved(block.end);
    }
}

void KramdownWriter::writeBlock(const Node& block)
{
    const std::size_t begin = m_out.size();
    write(block, 0);
    m_blocks.push_back({begin, m_out.size(), &block});
}

void KramdownWriter::finish(Document& document)
{
    if (m_footnotesPlace.list) {
        std::string body = std::exchange(m_out, {});
        footnotes();
        std::swap(body, m_out);
        insert(m_footnotesPlace, body);
    } else if (!m_footnotes.empty()) {
        const std::size_t begin = m_out.size();
        footnotes();
        m_blocks.push_back({begin, m_out.size(), m_state.tree.root().last});
    }
    if (m_tocPlace.list) {
        const Node* tree = tocTree(*m_tocPlace.list);
        std::string body = std::exchange(m_out, {});
        if (tree->first)
            container(tree->kind == Kind::BulletList ? "ul" : "ol", *tree, 0);
        std::swap(body, m_out);
        insert(m_tocPlace, body);
    }
    document.html = std::move(m_out);
    for (const Span& span : m_blocks)
        noteBlock(document, span.begin, span.end, *span.node);
}

} // namespace galley::markdown
