// SPDX-License-Identifier: MIT
// How Jekyll's filters read an item's property and compare it.
#pragma once

#include "base/value.h"
#include "liquid/registry.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// `item.property`, dots allowed; a text that looks like a number becomes one (so "10" sorts behind "9").
/// Fails the call for items that have no properties.
Value itemProperty(const FilterCall& call, const Value& item, const Value& property);

/// Ruby's Array(): nil has no parts, a list its items, a mapping its pairs, a time its numbers (Time#to_a), others
/// themselves.
Array comparedParts(const Value& property);

/// Whether `where` takes the item: equal text, or a part that has the target's text; nil only fits nil.
bool fitsTarget(const Value& property, const Value& target);

/// What can be selected from: an array, the values of a hash, the numbers of a range; nothing else.
std::optional<Array> selectable(const Value& input);

} // namespace galley::liquid
