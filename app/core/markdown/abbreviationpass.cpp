// SPDX-License-Identifier: MIT
// The pass for abbreviations: *[HTML]: Hyper Text Markup Language.
#include "markdown/kramdownpasses.h"

#include "markdown/lexis.h"

#include <algorithm>

namespace galley::markdown
{

/// Finds defined names in a text, the longest first. The names are sorted: those that a text begins with are the last
/// name not after the text and the names that this one begins with in turn.
class AbbreviationMarks::Matcher
{
public:
    explicit Matcher(const KramdownState& state)
    {
        m_names.reserve(state.abbreviations.size());
        for (const auto& [name, definition] : state.abbreviations) {
            std::size_t shorter = m_names.empty() ? none : m_names.size() - 1;
            while (shorter != none && !beginsWith(name, m_names[shorter].text))
                shorter = m_names[shorter].shorter;
            m_names.push_back({name, shorter});
        }
    }

    /// Length of the longest name at `pos` that no word character follows; 0 when there is none.
    std::size_t match(std::string_view text, Pos pos) const
    {
        const std::string_view rest = text.substr(pos);
        const auto after =
            std::upper_bound(m_names.begin(), m_names.end(), rest,
                             [](std::string_view wanted, const Name& name) { return wanted < name.text; });
        std::size_t index = after == m_names.begin() ? none : static_cast<std::size_t>(after - m_names.begin()) - 1;
        if (index == none)
            return 0;
        const std::string_view last = m_names[index].text;
        const auto differs = std::mismatch(last.begin(), last.end(), rest.begin(), rest.end()).first;
        const auto common = static_cast<std::size_t>(differs - last.begin());
        for (; index != none; index = m_names[index].shorter) {
            const std::size_t size = m_names[index].text.size();
            if (size <= common && !isWord(at(rest, size)))
                return size;
        }
        return 0;
    }

private:
    struct Name {
        std::string_view text;
        std::size_t shorter; ///< index of the longest other name that this one begins with; none
    };
    static bool beginsWith(std::string_view text, std::string_view start)
    {
        return text.substr(0, start.size()) == start;
    }
    std::vector<Name> m_names;
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
