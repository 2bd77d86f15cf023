// SPDX-License-Identifier: MIT
// The pass for abbreviations: *[HTML]: Hyper Text Markup Language.
#include "markdown/kramdownpasses.h"

#include "markdown/lexis.h"

#include <algorithm>

namespace galley::markdown
{

/// Finds defined names in a text, the longest first.
class AbbreviationMarks::Matcher
{
public:
    explicit Matcher(const KramdownState& state)
    {
        for (const auto& [name, definition] : state.abbreviations)
            m_byFirst[static_cast<unsigned char>(name.front())].push_back(name);
        for (auto& names : m_byFirst) {
            std::stable_sort(names.begin(), names.end(),
                [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
        }
    }

    /// Length of the name at `pos` that no word character follows; 0 when there is none.
    std::size_t match(std::string_view text, Pos pos) const
    {
        for (const std::string_view name : m_byFirst[static_cast<unsigned char>(at(text, pos))]) {
            if (text.substr(pos, name.size()) == name && !isWord(at(text, pos + name.size())))
                return name.size();
        }
        return 0;
    }

private:
    std::array<std::vector<std::string_view>, 256> m_byFirst;
};

namespace
{
template <class Matcher>
void mark(KramdownState& state, Node* text, const Matcher& matcher)
{
    const std::string_view whole = text->value;
    Node* place = text;
    Pos from = 0; // where the text after the last name begins
    const auto finish = [&](Pos end) { place->value = whole.substr(from, end - from); };
    for (Pos pos = 0; pos < whole.size();) {
        const bool boundary = pos == from || !isWord(whole[pos - 1]);
        const std::size_t length = boundary ? matcher.match(whole, pos) : 0;
        if (length == 0) {
            ++pos;
            continue;
        }
        finish(pos);
        Node* name = state.tree.make(Kind::Abbreviation, text->firstLine);
        name->value = whole.substr(pos, length);
        Tree::insertAfter(*place, name);
        place = state.tree.make(Kind::Text, text->firstLine);
        Tree::insertAfter(*name, place);
        pos = from = pos + length;
    }
    finish(whole.size());
}

template <class Matcher>
void markBelow(KramdownState& state, Node& node, const Matcher& matcher)
{
    for (Node* child = node.first; child;) {
        Node* const next = child->next;
        if (!child->isText())
            markBelow(state, *child, matcher);
        else if (node.content != Content::Raw)
            mark(state, child, matcher);
        child = next;
    }
}
} // namespace

AbbreviationMarks::AbbreviationMarks(KramdownState& state) : m_state(state)
{
    for (const auto& [name, definition] : state.abbreviations) {
        if (definition.ending->list)
            applyAttributeList(state.tree, *definition.ending, *definition.ending->list, state.attributeDefinitions);
    }
    if (!state.abbreviations.empty())
        m_matcher = std::make_unique<const Matcher>(state);
}

AbbreviationMarks::~AbbreviationMarks() = default;

void AbbreviationMarks::addBelow(Node& node)
{
    if (m_matcher)
        markBelow(m_state, node, *m_matcher);
}

} // namespace galley::markdown
