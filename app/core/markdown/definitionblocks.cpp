// SPDX-License-Identifier: MIT
// Definition lists of kramdown: the paragraph before a colon holds the terms.
#include "markdown/listitems.h"

#include <algorithm>

namespace galley::markdown
{

std::optional<Braced> itemAttributes(std::string_view content)
{
    Pos pos = 0;
    while (isSpace(at(content, pos)))
        ++pos;
    if (content.substr(pos, 2) != "{:" || at(content, pos + 2) == '/' || at(content, pos + 2) == ':')
        return std::nullopt;
    const Pos name = identifier(content, pos + 2);
    if (name != none && at(content, name) == ':')
        return std::nullopt; // an attribute definition
    auto body = bracedBody(content, pos + 2);
    while (body && isSpace(at(content, body->end)))
        ++body->end;
    return body;
}

void endTightText(Tree& tree, Node& paragraph)
{
    Node* text = paragraph.first;
    if (text == nullptr || text->value.empty())
        return;
    std::string ended(text->value);
    text->value = tree.keep(ended += '\n');
}

void expandTabs(std::string& content, std::size_t column)
{
    for (;;) {
        const std::size_t spaces = std::min(content.find_first_not_of(' '), content.size());
        if (at(content, spaces) != '\t')
            return;
        const std::size_t tabs = std::min(content.find_first_not_of('\t', spaces), content.size()) - spaces;
        content.replace(spaces, tabs, 4 - (spaces + column) % 4 + (tabs - 1) * 4, ' ');
    }
}

/// Each line of the paragraph is a term.
void BlockScanner::addTerms(Node& list, const Node& paragraph)
{
    const std::string_view text = paragraph.first ? paragraph.first->value : std::string_view();
    int line = paragraph.firstLine;
    for (Pos pos = 0; pos < text.size(); pos = nextLine(text, pos), ++line) {
        Node* term = m_state.tree.append(list, Kind::Term, line);
        std::string content(text.substr(pos, lineEnd(text, pos) - pos));
        const std::string_view whole = m_state.tree.keep(content);
        const bool changed = takeItemAttributes(content, *term);
        term->extra = changed ? m_state.tree.keep(content) : whole;
        addRawText(*term, term->extra, line);
    }
}

void BlockScanner::gatherDefinitions(Node& list, std::vector<Item>& items, bool firstAsParagraph)
{
    ItemShape shape{4};
    bool lastIsBlank = false;
    while (!atEnd()) {
        const Pos content = definitionMarker(m_text, m_pos, std::min<std::size_t>(shape.indentation, 4) - 1);
        if (content != none) {
            startItem(items, list, content, shape);
            items.back().node->firstAsParagraph = firstAsParagraph;
            firstAsParagraph = lastIsBlank = false;
        } else if (endMarker(m_text, m_pos) != none) {
            return;
        } else if (continuesItem(m_pos, shape) || (!lastIsBlank && continuesLazily(m_pos, shape))) {
            const Pos next = nextLine(m_text, m_pos);
            std::string line(m_text.substr(m_pos, next - m_pos));
            stripIndent(line, shape);
            items.back().parts.back().text += line;
            m_pos = next;
            firstAsParagraph = lastIsBlank = false;
        } else if (const Pos blank = blankLines(m_text, m_pos); blank != none) {
            items.back().parts.back().text.append(m_text, m_pos, blank - m_pos);
            m_pos = blank;
            firstAsParagraph = lastIsBlank = true;
        } else {
            return;
        }
    }
}

void BlockScanner::buildDefinitions(std::vector<Item>& items, Node*& trailingBlank)
{
    for (Item& item : items) {
        for (const ItemPart& part : item.parts)
            scanInner(*item.node, m_state.tree.keep(part.text), part.line);
        Node* last = item.node->last;
        if (last == nullptr)
            continue;
        trailingBlank = last->kind == Kind::Blank ? last : nullptr;
        if (trailingBlank)
            Tree::remove(trailingBlank);
        Node* first = item.node->first;
        if (first && first->kind == Kind::Paragraph && !item.node->firstAsParagraph)
            first->transparent = true;
        if (first && first->transparent && first->next)
            endTightText(m_state.tree, *first);
    }
}

bool BlockScanner::definitionList()
{
    Node* last = m_into->last;
    if (definitionMarker(m_text, m_pos) == none || last == nullptr)
        return false;
    const bool afterBlank = last->kind == Kind::Blank && last->value == "\n" && last->previous;
    Node* paragraph = afterBlank ? last->previous : last;
    if (paragraph->kind != Kind::Paragraph)
        return false;
    if (afterBlank)
        Tree::remove(last);
    Tree::remove(paragraph);
    Node* list = make(Kind::DefinitionList, paragraph->firstLine);
    addTerms(*list, *paragraph);
    list->list = paragraph->list;
    std::vector<Item> items;
    gatherDefinitions(*list, items, afterBlank);
    Node* blank = nullptr;
    buildDefinitions(items, blank);
    Node* before = m_into->last;
    if (before && before->kind == Kind::Blank && before->previous && before->previous->kind == Kind::DefinitionList) {
        Tree::remove(before);
        before = m_into->last;
    }
    if (before && before->kind == Kind::DefinitionList)
        Tree::adopt(*before, *list);
    else
        Tree::append(*m_into, list);
    if (blank)
        Tree::append(*m_into, blank);
    return true;
}

} // namespace galley::markdown
