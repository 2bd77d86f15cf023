// SPDX-License-Identifier: MIT
#include "base/value.h"

#include <algorithm>
#include <functional>

namespace galley
{

Value::Value(std::string s) : m_data(std::make_shared<const std::string>(std::move(s))) {}
Value::Value(Array array) : m_data(std::make_shared<const Array>(std::move(array))) {}
Value::Value(DateTime time) : m_data(std::make_shared<const DateTime>(std::move(time))) {}
Value::Value(Hash hash) : m_data(std::make_shared<const Hash>(std::move(hash))) {}

Value Value::get(std::string_view key) const
{
    if (isHash())
        return hash().get(key);
    if (isDrop())
        return drop().get(key);
    return {};
}

bool Value::operator==(const Value& other) const
{
    if (isNumber() && other.isNumber()) {
        if (isInteger() && other.isInteger())
            return integer() == other.integer();
        return number() == other.number();
    }
    if (m_data.index() != other.m_data.index())
        return false;
    if (isString())
        return string() == other.string();
    if (isArray())
        return array() == other.array();
    if (isHash())
        return hash() == other.hash();
    if (isDateTime())
        return dateTime() == other.dateTime();
    return m_data == other.m_data;
}

namespace
{
constexpr std::size_t shortHash = 12; // below this a linear search is faster than hashing
constexpr std::uint32_t freeSlot = 0;

std::size_t slotOf(std::string_view key, std::size_t mask)
{
    return std::hash<std::string_view>{}(key)&mask;
}

// Data files have thousands of integer and date keys; collections as keys are rare and share one slot.
std::size_t slotOf(const Value& key, std::size_t mask)
{
    if (key.isString())
        return slotOf(std::string_view(key.string()), mask);
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15u; // 2^64 / golden ratio
    std::uint64_t bits = 0;
    if (key.isInteger())
        bits = static_cast<std::uint64_t>(key.integer());
    else if (key.isFloat())
        bits = std::hash<double>{}(key.floating());
    else if (key.isDateTime())
        bits = static_cast<std::uint64_t>(key.dateTime().seconds);
    return static_cast<std::size_t>((bits * spread) >> 32) & mask;
}

// Ruby's eql?: 1 and 1.0 are different keys.
bool isSameKey(const Value& left, const Value& right)
{
    return left.isInteger() == right.isInteger() && left == right;
}
} // namespace

const Value* Hash::find(std::string_view key) const
{
    if (m_index.empty()) {
        for (const Entry& entry : m_entries) {
            if (entry.first.isString() && entry.first.string() == key)
                return &entry.second;
        }
        return nullptr;
    }
    const std::size_t mask = m_index.size() - 1;
    for (std::size_t slot = slotOf(key, mask); m_index[slot] != freeSlot; slot = (slot + 1) & mask) {
        const Entry& entry = m_entries[m_index[slot] - 1];
        if (entry.first.isString() && entry.first.string() == key)
            return &entry.second;
    }
    return nullptr;
}

const Value* Hash::find(const Value& key) const
{
    if (key.isString())
        return find(std::string_view(key.string()));
    if (m_index.empty()) {
        const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                     [&](const Entry& entry) { return isSameKey(entry.first, key); });
        return it == m_entries.end() ? nullptr : &it->second;
    }
    const std::size_t mask = m_index.size() - 1;
    for (std::size_t slot = slotOf(key, mask); m_index[slot] != freeSlot; slot = (slot + 1) & mask) {
        const Entry& entry = m_entries[m_index[slot] - 1];
        if (isSameKey(entry.first, key))
            return &entry.second;
    }
    return nullptr;
}

Value Hash::get(std::string_view key) const
{
    const Value* value = find(key);
    return value ? *value : Value();
}

void Hash::set(Value key, Value value)
{
    if (const Value* present = find(key)) {
        *const_cast<Value*>(present) = std::move(value);
        return;
    }
    m_entries.emplace_back(std::move(key), std::move(value));
    if (m_entries.size() > shortHash)
        reindex();
}

bool Hash::remove(std::string_view key)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.first.isString() && entry.first.string() == key;
    });
    if (it == m_entries.end())
        return false;
    m_entries.erase(it);
    m_index.clear();
    if (m_entries.size() > shortHash)
        reindex();
    return true;
}

void Hash::reindex()
{
    const auto insert = [this](std::size_t position) {
        const std::size_t mask = m_index.size() - 1;
        std::size_t slot = slotOf(m_entries[position].first, mask);
        while (m_index[slot] != freeSlot)
            slot = (slot + 1) & mask;
        m_index[slot] = static_cast<std::uint32_t>(position + 1);
    };
    if (!m_index.empty() && m_entries.size() * 2 <= m_index.size()) {
        insert(m_entries.size() - 1);
        return;
    }
    std::size_t capacity = 32;
    while (capacity < m_entries.size() * 4)
        capacity *= 2;
    m_index.assign(capacity, freeSlot);
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        insert(i);
}

bool Hash::operator==(const Hash& other) const
{
    if (size() != other.size())
        return false;
    return std::all_of(begin(), end(), [&](const Entry& entry) {
        const Value* value = other.find(entry.first);
        return value && *value == entry.second;
    });
}

} // namespace galley
