// SPDX-License-Identifier: MIT
// Lists of kramdown: an item's lines are gathered without their indent, then scanned as a text of their own.
#include "markdown/listitems.h"

#include <algorithm>

namespace galley::markdown
{

/// The first line of an item or definition: tabs become spaces, the indent of what follows is measured.
BlockScanner::ItemShape BlockScanner::firstItemLine(std::string& content, std::size_t indentation) const
{
    const Pos text = content.find_first_not_of(" \t\r\n\f\v");
    const auto attributes = text == none ? std::nullopt : itemAttributes(content);
    const bool isBare = text == none || (attributes && !hasContent(content, attributes->end));
    if (isBare) {
        indentation = 4;
    } else {
        expandTabs(content, indentation);
        indentation += content.find_first_not_of(' ');
    }
    content.erase(0, std::min(content.find_first_not_of(" \t\r\n\f\v"), content.size()));
    return {indentation};
}

bool BlockScanner::takeItemAttributes(std::string& content, Node& item)
{
    const auto attributes = itemAttributes(content);
    if (!attributes)
        return false;
    parseAttributeList(m_state.tree, m_state.tree.keep(attributes->body), m_state.tree.list(item));
    content.erase(0, attributes->end);
    return true;
}

/// Whether the line is indented enough to belong to the item.
bool BlockScanner::continuesItem(Pos pos, const ItemShape& shape) const
{
    std::size_t steps = 0; // of four columns each
    for (; steps <= shape.indentation / 4; ++steps) {
        if (at(m_text, pos) == '\t')
            ++pos;
        else if (m_text.substr(pos, 4) == "    ")
            pos += 4;
        else
            break;
    }
    if (steps < shape.indentation / 4)
        return false;
    if (steps == shape.indentation / 4) {
        const std::size_t rest = shape.indentation % 4;
        if (m_text.substr(pos, rest).find_first_not_of(' ') != none || m_text.size() - pos < rest)
            return false;
    }
    return hasContent(m_text, pos);
}

bool BlockScanner::continuesLazily(Pos pos, const ItemShape& shape) const
{
    Pos begin = pos;
    for (std::size_t i = 0; i < std::min<std::size_t>(shape.indentation, 3) && at(m_text, begin) == ' '; ++i)
        ++begin;
    return hasContent(m_text, pos) && !attributeBlock(m_text, begin) && !blockTag(m_text, begin);
}

/// Takes the item's indent off a line; false when the line has less.
bool BlockScanner::stripIndent(std::string& line, const ItemShape& shape) const
{
    const std::size_t tabs = std::min(line.find_first_not_of('\t'), line.size());
    line.replace(0, tabs, tabs * 4, ' ');
    if (line.size() < shape.indentation || line.find_first_not_of(' ') < shape.indentation)
        return false;
    line.erase(0, shape.indentation);
    return true;
}

void BlockScanner::startItem(std::vector<Item>& items, Node& list, Pos content, ItemShape& shape)
{
    const Pos begin = m_pos;
    const int line = lineAt(begin);
    m_pos = nextLine(m_text, m_pos);
    std::string text(m_text.substr(content, m_pos - content));
    Node* node = m_state.tree.append(list, list.kind == Kind::DefinitionList ? Kind::Definition : Kind::Item, line);
    shape = firstItemLine(text, content - begin);
    takeItemAttributes(text, *node);
    // An empty first line is gone with its end: what follows begins a line later.
    Item& item = items.emplace_back();
    item.node = node;
    item.parts.push_back(ItemPart{text.empty() ? line + 1 : line, std::move(text)});
}

/// Appends the line at the cursor; a nested list that follows text begins a part of its own.
void BlockScanner::extendItem(Item& item, const ItemShape& shape, bool& nestedFound)
{
    const Pos next = nextLine(m_text, m_pos);
    std::string line(m_text.substr(m_pos, next - m_pos));
    const bool indented = stripIndent(line, shape);
    const bool isList = listMarker(line, 0).has_value();
    if (!nestedFound && indented && isList) {
        item.parts.push_back({lineAt(m_pos), {}});
        nestedFound = true;
    } else if (nestedFound && !indented && isList) {
        line.insert(0, shape.indentation + 4, ' ');
    }
    item.parts.back().text += line;
    m_pos = next;
}

/// True when an end-of-block marker ended the list.
bool BlockScanner::gatherItems(Node& list, std::vector<Item>& items)
{
    const bool ordered = list.kind == Kind::OrderedList;
    ItemShape shape{4};
    bool nestedFound = false;
    bool lastIsBlank = false;
    while (!atEnd()) {
        if (lastIsBlank && horizontalRule(m_text, m_pos) != none)
            return false;
        if (const Pos end = endMarker(m_text, m_pos); end != none) {
            m_pos = end;
            return true;
        }
        const auto marker = listMarker(m_text, m_pos, std::min<std::size_t>(shape.indentation, 4) - 1);
        if (marker && marker->ordered == ordered) {
            startItem(items, list, marker->content, shape);
            nestedFound = listMarker(items.back().parts.back().text, 0).has_value();
            lastIsBlank = false;
        } else if (continuesItem(m_pos, shape) || (!lastIsBlank && continuesLazily(m_pos, shape))) {
            extendItem(items.back(), shape, nestedFound);
            lastIsBlank = false;
        } else if (const Pos blank = blankLines(m_text, m_pos); blank != none) {
            nestedFound = lastIsBlank = true;
            items.back().parts.back().text.append(m_text, m_pos, blank - m_pos);
            m_pos = blank;
        } else {
            return false;
        }
    }
    return false;
}

/// An item's first paragraph stands without tags unless a blank line follows it.
void BlockScanner::makeTight(Node& list, Node& item, bool markerFound) const
{
    Node* first = item.first;
    Node* second = first->next;
    const bool isLast = &item == list.last;
    const bool aloneWithBlank = isLast && second && second->next == nullptr && !markerFound;
    if (first->kind != Kind::Paragraph || (second && second->kind == Kind::Blank && !aloneWithBlank))
        return;
    const auto isTight = [](const Node& other) {
        return !other.first || other.first->kind != Kind::Paragraph || other.first->transparent;
    };
    bool tight = !isLast || list.first == list.last;
    for (const Node* other = list.first; !tight && other != list.last; other = other->next)
        tight = isTight(*other);
    first->transparent = tight;
    if (tight && second && second->kind != Kind::Blank)
        endTightText(m_state.tree, *first);
}

void BlockScanner::buildItems(Node& list, std::vector<Item>& items, bool markerFound)
{
    Node* blank = nullptr;
    for (Item& item : items) {
        for (const ItemPart& part : item.parts)
            scanInner(*item.node, m_state.tree.keep(part.text), part.line);
        Node* first = item.node->first;
        if (first == nullptr)
            continue;
        // The marker that a block attribute list of the first paragraph left counts for nothing.
        if (first->kind == Kind::Paragraph && first->next && first->next->kind == Kind::EndOfBlock && first->list)
            Tree::remove(first->next);
        makeTight(list, *item.node, markerFound);
        Node* last = item.node->last;
        blank = last->kind == Kind::Blank ? last : nullptr;
        if (blank)
            Tree::remove(blank);
    }
    if (blank && !markerFound)
        Tree::append(*m_into, blank);
}

/// GFM's task lists: once a box was found, that item and all later ones are tasks.
void BlockScanner::markTasks(Node& list)
{
    constexpr std::string_view open =
        "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\" />";
    constexpr std::string_view done =
        "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\" checked=\"checked\" />";
    bool isTaskList = false;
    for (Node* item = list.first; item; item = item->next) {
        if (!item->first || item->first->kind != Kind::Paragraph || !item->first->first)
            continue;
        std::string_view& text = item->first->first->value;
        const Pos box = std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size());
        const char mark = at(text, box + 1);
        const bool isTask = at(text, box) == '[' && at(text, box + 2) == ']' && isSpace(at(text, box + 3)) &&
                            (mark == ' ' || mark == 'x' || mark == 'X');
        if (isTask) {
            const Pos rest = std::min(text.find_first_not_of(" \t\r\n\f\v", box + 3), text.size());
            text = m_state.tree.keep(std::string(mark == ' ' ? open : done).append(text.substr(rest)));
            isTaskList = true;
        }
        if (isTaskList)
            m_state.tree.set(*item, "class", "task-list-item");
    }
    if (isTaskList)
        m_state.tree.set(list, "class", "task-list");
}

bool BlockScanner::list()
{
    const auto marker = listMarker(m_text, m_pos);
    if (!marker)
        return false;
    Node* list = make(marker->ordered ? Kind::OrderedList : Kind::BulletList, lineAt(m_pos));
    std::vector<Item> items;
    const bool markerFound = gatherItems(*list, items);
    Tree::append(*m_into, list);
    buildItems(*list, items, markerFound);
    if (m_state.isGfm())
        markTasks(*list);
    return true;
}

} // namespace galley::markdown
