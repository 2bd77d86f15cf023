// SPDX-License-Identifier: MIT
// A YAML document with the byte span of every node: what an edit needs to touch one value and nothing else.
#pragma once

#include "base/expected.h"
#include "post/yamlevents.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace galley::yaml
{

/// Offsets are bytes of the text the tree was built from.
struct Node {
    enum class Kind { Scalar, Alias, Sequence, Map };

    Kind kind = Kind::Scalar;
    bool flow = false;    ///< a collection in [] or {}, or anything inside one
    bool aliased = false; ///< its anchor is used by an alias
    bool tagged = false;
    std::size_t firstEvent = 0;
    std::size_t endEvent = 0; ///< behind its last event
    std::size_t slot = 0;     ///< behind the colon, dash, bracket or comma that leads to it
    std::size_t begin = 0;    ///< of its anchor or tag, else of its content
    std::size_t content = 0;  ///< first byte of the content
    std::size_t end = 0;      ///< behind the last byte of the content; == content for an empty value
    std::vector<Node> items;  ///< of a sequence; of a map: key, value, key, value …
    std::vector<std::size_t>
        marks; ///< block sequence: each item's dash; map: each entry's colon (npos when it has none)

    bool isBlockCollection() const { return (kind == Kind::Sequence || kind == Kind::Map) && !flow; }
    std::size_t entries() const { return items.size() / 2; }
    const Node& key(std::size_t entry) const { return items[entry * 2]; }
    const Node& value(std::size_t entry) const { return items[entry * 2 + 1]; }
};

/// The tree of the events of `text`; `events` is not empty. An error where a span can not be told for
/// certain.
Expected<Node> buildTree(std::string_view text, const Events& events);

} // namespace galley::yaml
