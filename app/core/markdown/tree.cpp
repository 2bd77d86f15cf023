// SPDX-License-Identifier: MIT
#include "markdown/tree.h"

#include "base/limits.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace galley::markdown
{

const std::string_view* Attributes::find(std::string_view name) const
{
    for (const Attribute& attribute : m_list) {
        if (attribute.name == name)
            return &attribute.value;
    }
    return nullptr;
}

bool Attributes::set(std::string_view name, std::string_view value)
{
    for (Attribute& attribute : m_list) {
        if (attribute.name == name) {
            attribute.value = value;
            return true;
        }
    }
    if (m_list.size() >= limits::elementAttributes)
        return false;
    m_list.push_back({name, value});
    return true;
}

void Attributes::remove(std::string_view name)
{
    const auto gone = std::remove_if(m_list.begin(), m_list.end(), [&](const Attribute& a) { return a.name == name; });
    m_list.erase(gone, m_list.end());
}

bool AttributeList::refersTo(std::string_view name) const
{
    return std::find(references.begin(), references.end(), name) != references.end();
}

Tree::Tree(std::string source)
    : m_source(std::move(source)), m_memory(std::max<std::size_t>(4096, m_source.size() * 2)), m_root(make(Kind::Root))
{
}

Node* Tree::make(Kind kind, int line)
{
    void* place = m_free ? static_cast<void*>(m_free) : m_memory.allocate(sizeof(Node), alignof(Node));
    if (m_free)
        m_free = m_free->next;
    Node* node = new (place) Node;
    node->kind = kind;
    node->firstLine = node->lastLine = line;
    return node;
}

Node* Tree::append(Node& parent, Kind kind, int line)
{
    Node* node = make(kind, line);
    append(parent, node);
    return node;
}

void Tree::append(Node& parent, Node* child)
{
    child->parent = &parent;
    child->previous = parent.last;
    child->next = nullptr;
    (parent.last ? parent.last->next : parent.first) = child;
    parent.last = child;
}

void Tree::insertAfter(Node& sibling, Node* node)
{
    node->parent = sibling.parent;
    node->previous = &sibling;
    node->next = sibling.next;
    (sibling.next ? sibling.next->previous : sibling.parent->last) = node;
    sibling.next = node;
}

void Tree::remove(Node* node)
{
    (node->previous ? node->previous->next : node->parent->first) = node->next;
    (node->next ? node->next->previous : node->parent->last) = node->previous;
    node->parent = node->previous = node->next = nullptr;
}

void Tree::release(Node* node)
{
    // The children hang behind the node in the list of those to release: no recursion.
    for (Node* last = node; node;) {
        if (node->first) {
            last->next = node->first;
            last = node->last;
        }
        Node* const next = node == last ? nullptr : node->next;
        node->next = m_free;
        m_free = node;
        node = next;
    }
}

void Tree::adopt(Node& to, Node& from)
{
    while (Node* child = from.first) {
        remove(child);
        append(to, child);
    }
}

Node* Tree::clone(const Node& node)
{
    Node* copy = make(node.kind);
    *copy = node;
    copy->parent = copy->first = copy->last = copy->previous = copy->next = nullptr;
    if (node.attributes) {
        copy->attributes = nullptr;
        for (const Attribute& attribute : *node.attributes)
            set(*copy, attribute.name, attribute.value);
    }
    for (const Node* child = node.first; child; child = child->next)
        append(*copy, clone(*child));
    return copy;
}

std::string_view Tree::keep(std::string_view text)
{
    if (text.empty())
        return {};
    char* copy = static_cast<char*>(m_memory.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

Attributes& Tree::attributes(Node& node)
{
    if (!node.attributes)
        node.attributes = new (m_memory.allocate(sizeof(Attributes), alignof(Attributes))) Attributes(&m_memory);
    return *node.attributes;
}

AttributeList* Tree::makeList()
{
    return new (m_memory.allocate(sizeof(AttributeList), alignof(AttributeList))) AttributeList(&m_memory);
}

AttributeList& Tree::list(Node& node)
{
    if (!node.list)
        node.list = makeList();
    return *node.list;
}

} // namespace galley::markdown
