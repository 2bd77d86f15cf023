// SPDX-License-Identifier: MIT
// Sorting in the order of comparisons that Ruby's sort makes, which shows where the order contradicts itself.
#pragma once

#include "base/value.h"
#include "liquid/rubynumber.h"

#include <cstdint>
#include <vector>

namespace galley::site
{

/// `order(a, b)` answers below 0, 0 or above 0 (Ruby's <=>).
template <class T, class Order>
std::vector<T> rubySorted(const std::vector<T>& things, const Order& order)
{
    Array places;
    for (std::size_t i = 0; i < things.size(); ++i)
        places.emplace_back(static_cast<std::int64_t>(i));
    const auto thing = [&](const Value& place) -> const T& {
        return things[static_cast<std::size_t>(place.integer())];
    };
    liquid::sortValues(places,
                       [&](const Value& a, const Value& b) { return std::optional<int>(order(thing(a), thing(b))); });
    std::vector<T> sorted;
    for (const Value& place : places)
        sorted.push_back(thing(place));
    return sorted;
}

} // namespace galley::site
