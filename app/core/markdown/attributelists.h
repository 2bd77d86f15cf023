// SPDX-License-Identifier: MIT
// AttributeLists: kramdown's {: .class #id key="value" reference}.
#pragma once

#include "markdown/tree.h"

#include <functional>
#include <map>
#include <string_view>

namespace galley::markdown
{

/// Attribute list definitions ({:name: …}) of a document.
using AttributeDefinitions = std::map<std::string_view, AttributeList*, std::less<>>;

/// Reads what stands between the braces and adds it to `list`.
void parseAttributeList(Tree& tree, std::string_view body, AttributeList& list);

/// Adds the references and attributes of `more`; classes are joined.
void mergeAttributeList(Tree& tree, AttributeList& list, const AttributeList& more);

/// Sets the list's attributes and those of the definitions it names on the node. Loops of definitions end.
void applyAttributeList(Tree& tree, Node& node, const AttributeList& list, const AttributeDefinitions& definitions);

} // namespace galley::markdown
