// SPDX-License-Identifier: MIT
// A front matter opened for editing: its tree, and the check that an edit does what was asked and nothing
// else.
#pragma once

#include "post/frontmatter.h"
#include "post/frontmatteredit.h"
#include "post/yamltree.h"
#include "post/yamlwriter.h"

#include <string>
#include <string_view>
#include <utility>

namespace galley::yaml
{

/// Where a path leads.
struct Located {
    const Node* node = nullptr;
    const Node* parent = nullptr; ///< nullptr for the root
    std::size_t index = 0;        ///< the entry of a map, the item of a sequence
};

/// What the events must be afterwards: the old ones with those of [from, to) replaced by `nodes` whole nodes.
struct Plan {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t nodes = 0;
};

class EditDraft
{
public:
    static Expected<EditDraft> open(std::string_view text);

    std::string_view yaml() const { return m_yaml; }
    bool isEmpty() const { return m_events.empty(); }
    const Node& root() const { return m_root; }
    const Events& events() const { return m_events; }
    const FrontMatter& frontMatter() const { return m_front; }
    std::string_view lineBreak() const { return m_lineBreak; }
    std::string_view keyText(const Node& map, std::size_t entry) const
    {
        return m_events[map.key(entry).firstEvent].value;
    }

    /// Refuses what an edit would change in two places: duplicate keys, aliases and anchored values that
    /// aliases use.
    Expected<Located> locate(const KeyPath& path) const;

    /// The value at `path` as Ruby reads it.
    Expected<Value> value(const KeyPath& path) const;

    std::size_t column(std::size_t offset) const;
    /// How new text stands at the place of `at`.
    Place placeOf(const Located& at) const;

    /// The edit of the whole text, when the events come out as planned. `edit` counts from the start of
    /// yaml().
    Expected<TextEdit> checked(TextEdit edit, const Plan& plan) const;
    Expected<TextEdit> checked(TextEdit edit, const Events& wanted) const;
    /// The same, and the value at `path` must be `value` then, in kind too.
    Expected<TextEdit> checked(TextEdit edit, const Plan& plan, const KeyPath& path, const Value& value) const;

    Error refusal(std::size_t offset, std::string why) const;

private:
    Expected<Events> eventsAfter(const TextEdit& edit) const;
    Expected<Events> planned(const TextEdit& edit, const Plan& plan) const;

    std::string_view m_text;
    std::string_view m_yaml;
    std::string_view m_lineBreak = "\n";
    FrontMatter m_front;
    Events m_events;
    Node m_root;
};

} // namespace galley::yaml

namespace galley::frontmatter
{

/// sources() of a front matter that is open already.
Sources sources(const yaml::EditDraft& draft);

} // namespace galley::frontmatter

namespace galley::yaml
{

/// Equal in kind and content: 1 and 1.0 differ, and so do times told in different zones.
bool isSame(const Value& left, const Value& right);

/// The value a path leads to; nothing when it leads nowhere.
const Value* follow(const Value& root, const KeyPath& path);

} // namespace galley::yaml
