// SPDX-License-Identifier: MIT
#include "liquid/segment.h"

#include "liquid/objectdrop.h"
#include "liquid/rubynumber.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
Array keyList(const Drop& drop)
{
    Array keys;
    for (std::string& key : keysOf(drop))
        keys.emplace_back(std::move(key));
    return keys;
}

std::int64_t countOf(const Value& collection)
{
    if (collection.isArray())
        return static_cast<std::int64_t>(collection.array().size());
    if (collection.isHash())
        return static_cast<std::int64_t>(collection.hash().size());
    return collection.isRange() ? rangeSize(collection.range()) : 0;
}
} // namespace

Segment::Segment(Value collection, std::int64_t from, std::optional<std::int64_t> to)
    : m_collection(collection.isDrop() ? Value(keyList(collection.drop())) : std::move(collection))
{
    if (m_collection.isString()) {
        m_size = m_collection.string().empty() ? 0 : 1;
        return;
    }
    const std::int64_t count = countOf(m_collection);
    m_first = std::max<std::int64_t>(from, 0);
    m_size = std::max<std::int64_t>(0, std::min(to.value_or(count), count) - m_first);
}

Value Segment::at(std::int64_t index) const
{
    const std::int64_t position = m_first + index;
    if (m_collection.isArray())
        return m_collection.array()[static_cast<std::size_t>(position)];
    if (m_collection.isHash()) {
        const Hash::Entry& entry = *(m_collection.hash().begin() + position);
        return Value(Array{entry.first, entry.second});
    }
    if (m_collection.isRange())
        return m_collection.range().first + position;
    return m_collection;
}

} // namespace galley::liquid
