// SPDX-License-Identifier: MIT
// The pass that reads spans inside the blocks.
#include "markdown/kramdownpasses.h"

#include "markdown/spanscanner.h"

namespace galley::markdown
{

namespace
{
/// The text of a heading or term as its id is made from it.
void appendIdText(std::string& out, const Node& node, bool gfm)
{
    switch (node.kind) {
    case Kind::Text: out += node.value; return;
    case Kind::CodeSpan:
    case Kind::Math:
        if (gfm)
            out += node.value;
        return;
    case Kind::Entity:
    case Kind::SmartQuote:
    case Kind::Symbol:
        if (gfm)
            out += node.extra;
        return;
    default:
        for (const Node* child = node.first; child; child = child->next)
            appendIdText(out, *child, gfm);
    }
}

void scanRawText(KramdownState& state, Node* raw)
{
    Node& parent = *raw->parent;
    if (parent.first == parent.last) { // most texts stand alone: nothing is moved
        Tree::remove(raw);
        SpanScanner(state, raw->value, raw->firstLine).scan(parent);
        return;
    }
    Node* spans = state.tree.make(Kind::RawText);
    SpanScanner(state, raw->value, raw->firstLine).scan(*spans);
    Node* place = raw;
    while (Node* span = spans->first) {
        Tree::remove(span);
        Tree::insertAfter(*place, span);
        place = span;
    }
    Tree::remove(raw);
}

void finishBlock(KramdownState& state, Node& node)
{
    if (node.list)
        applyAttributeList(state.tree, node, *node.list, state.attributeDefinitions);
    const bool strips = state.isGfm() || state.options.autoIdStripping;
    if (node.kind == Kind::Term || (node.kind == Kind::Heading && strips)) {
        std::string text;
        appendIdText(text, node, state.isGfm());
        node.extra = state.tree.keep(text);
    }
}
} // namespace

bool scanSpansOf(KramdownState& state, Node& child)
{
    switch (child.kind) {
    case Kind::RawText: scanRawText(state, &child); return true;
    case Kind::EndOfBlock: Tree::remove(&child); return false;
    case Kind::Blank:
        if (!child.previous || child.previous->kind != Kind::Blank)
            return true;
        Tree::remove(&child);
        return false;
    default:
        scanSpans(state, child);
        finishBlock(state, child);
        return true;
    }
}

void scanSpans(KramdownState& state, Node& node)
{
    for (Node* child = node.first; child;) {
        Node* const next = child->next;
        scanSpansOf(state, *child);
        child = next;
    }
}

} // namespace galley::markdown
