// SPDX-License-Identifier: MIT
// The pass for GFM's hard line ends, which kramdown finds in the finished tree.
#include "markdown/kramdownpasses.h"

#include "markdown/lexis.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
bool isBlock(const Node& node)
{
    switch (node.kind) {
    case Kind::Paragraph:
    case Kind::Heading:
    case Kind::Quote:
    case Kind::Item:
    case Kind::Term:
    case Kind::Definition:
    case Kind::Cell: return true;
    default: return false;
    }
}

/// Splits a text at each `mark`; the last line end of a block makes no break.
void split(KramdownState& state, Node& parent, Node* text, std::string_view mark)
{
    const std::string_view whole = text->value;
    Node* place = text;
    for (Pos from = 0, found = whole.find(mark); found != none; found = whole.find(mark, from)) {
        const Pos next = found + mark.size();
        if (from == 0)
            text->value = whole.substr(0, found);
        const bool isLast = next == whole.size() && isBlock(parent) && parent.last == place;
        if (!isLast) {
            Node* lineBreak = state.tree.make(Kind::LineBreak, text->firstLine);
            Tree::insertAfter(*place, lineBreak);
            place = lineBreak;
        }
        const Pos end = std::min(whole.find(mark, next), whole.size());
        Node* line = state.tree.make(Kind::Text, text->firstLine);
        line->value = whole.substr(next - 1, end - next + 1); // with the line end
        Tree::insertAfter(*place, line);
        place = line;
        from = next;
    }
}
} // namespace

void breakLines(KramdownState& state, Node& node, std::string_view mark)
{
    for (Node* child = node.first; child;) {
        Node* const next = child->next;
        if (child->isText())
            split(state, node, child, mark);
        else if (child->kind != Kind::HtmlElement)
            breakLines(state, *child, mark);
        child = next;
    }
}

/// Whether a backslash ends a line, white space behind it left out: most posts have none.
static bool hasBackslashAtLineEnd(std::string_view text)
{
    for (Pos pos = text.find('\\'); pos != none; pos = text.find('\\', pos)) {
        ++pos;
        if (restOfLineBlank(text, pos) != none)
            return true;
    }
    return false;
}

std::string_view hardBreakMark(const KramdownState& state)
{
    if (!state.isGfm())
        return {};
    if (state.options.hardWrap)
        return "\n";
    return hasBackslashAtLineEnd(state.tree.source()) ? "\\\n" : std::string_view();
}

} // namespace galley::markdown
