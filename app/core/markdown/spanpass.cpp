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
    case Kind::Text:
        out += node.value;
        return;
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

void scanSpans(KramdownState& state, Node& node)
{
    for (Node* child = node.first; child;) {
        Node* const next = child->next;
        if (child->kind == Kind::RawText) {
            scanRawText(state, child);
        } else if (child->kind == Kind::EndOfBlock) {
            if (child->list)
                applyAttributeList(state.tree, *child, *child->list, state.attributeDefinitions);
            Tree::remove(child);
        } else if (child->kind == Kind::Blank) {
            if (child->previous && child->previous->kind == Kind::Blank)
                Tree::remove(child);
        } else {
            scanSpans(state, *child);
            finishBlock(state, *child);
        }
        child = next;
    }
}

} // namespace galley::markdown
