// SPDX-License-Identifier: MIT
// The pass for heading ids, by GFM's rule; kramdown's own rule is the writer's.
#include "markdown/kramdownpasses.h"

#include "base/unicode.h"
#include "markdown/lexis.h"

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

/// Whether headings may stand inside: raw HTML is left to kramdown's rule, texts and tables hold spans only.
bool holdsHeadings(const Node& node)
{
    return node.kind != Kind::HtmlElement && node.kind != Kind::Paragraph && node.kind != Kind::Table;
}
} // namespace

void HeadingIds::addTo(Node& block)
{
    if (block.kind != Kind::Heading || block.attribute("id")) {
        for (Node* child = holdsHeadings(block) ? block.first : nullptr; child; child = child->next)
            addTo(*child);
        return;
    }
    std::string id = gfmId(block.extra);
    const int count = m_used[id]++;
    if (count > 0)
        id += "-" + std::to_string(count);
    m_state.tree.set(block, "id", m_state.tree.keep(m_state.options.autoIdPrefix + id));
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
