// SPDX-License-Identifier: MIT
// The pass for heading ids, by GFM's rule; kramdown's own rule is the writer's.
#include "markdown/kramdownpasses.h"

#include "base/unicode.h"
#include "markdown/lexis.h"

#include <unordered_map>

namespace galley::markdown
{

namespace
{
std::string gfmId(std::string_view text)
{
    const std::string lower = unicode::toLower(text);
    std::string id;
    for (Pos pos = 0; pos < lower.size();) {
        const Pos begin = pos;
        const char32_t c = unicode::next(lower, pos);
        const bool word = c < 0x80 ? isWord(static_cast<char>(c)) : unicode::isWord(c);
        if (c == ' ' || c == '\t')
            id += '-';
        else if (word || c == '-')
            id.append(lower, begin, pos - begin);
    }
    return id;
}

void addIds(KramdownState& state, Node& node, std::unordered_map<std::string, int>& used)
{
    for (Node* child = node.first; child; child = child->next) {
        if (child->kind == Kind::HtmlElement)
            continue; // headings inside are left to kramdown's rule
        if (child->kind == Kind::Heading && !child->attribute("id")) {
            std::string id = gfmId(child->extra);
            const int count = used[id]++;
            if (count > 0)
                id += "-" + std::to_string(count);
            state.tree.set(*child, "id", state.tree.keep(state.options.autoIdPrefix + id));
        } else {
            addIds(state, *child, used);
        }
    }
}
} // namespace

void addHeadingIds(KramdownState& state, Node& node)
{
    std::unordered_map<std::string, int> used;
    addIds(state, node, used);
}

std::string basicId(std::string_view text)
{
    std::string id;
    bool lineHead = true; // what no letter precedes goes, line by line
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool letter = lower >= 'a' && lower <= 'z';
        lineHead = (lineHead || c == '\n') && !letter;
        if (lineHead)
            continue;
        if (letter || isDigit(c) || c == '-')
            id += lower;
        else if (c == ' ')
            id += '-';
    }
    return id;
}

} // namespace galley::markdown
