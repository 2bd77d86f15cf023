// SPDX-License-Identifier: MIT
// What a filter's call costs: it pays for the items and bytes that it walks through before it begins.
#pragma once

#include "liquid/registry.h"

#include <cstdint>

namespace galley::liquid
{

/// In units of limits::liquidWork.
std::uint64_t costOf(const FilterCall& call, Walk walk);

/// How the filter of this name walks; Walk::Items for those that nothing is known of.
Walk walkOf(std::string_view name);

/// Values inside one another in a value, itself included: of arrays, and of hashes with `deep`. Counting ends beyond
/// limits::liquidItems.
std::uint64_t weightOf(const Value& value, bool deep);

/// Whether a list of both may be made: texts and comparisons walk through all that it holds, however often it holds the
/// same. Fails the call when not.
bool mayJoin(const FilterCall& call, const Value& list, const Value& more);

} // namespace galley::liquid
