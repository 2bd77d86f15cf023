// SPDX-License-Identifier: MIT
// The part of a collection that a loop walks through, without copying it.
#pragma once

#include "base/value.h"

#include <cstdint>
#include <optional>

namespace galley::liquid
{

class Segment
{
public:
    /// Items from index `from` up to before `to`. A text is one item whatever the bounds; a hash gives [key, value]
    /// pairs, a drop its keys, a range its numbers; what can not be walked through gives nothing.
    Segment(Value collection, std::int64_t from, std::optional<std::int64_t> to);

    std::int64_t size() const { return m_size; }
    Value at(std::int64_t index) const;

private:
    Value m_collection;
    std::int64_t m_first = 0;
    std::int64_t m_size = 0;
};

} // namespace galley::liquid
