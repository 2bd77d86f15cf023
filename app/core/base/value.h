// SPDX-License-Identifier: MIT
// Value: what front matter, data files and Liquid variables hold, with Ruby's kinds.
#pragma once

#include "base/datetime.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace galley
{

class Value;
class Hash;
class Drop;

using Array = std::vector<Value>;

/// Ruby's Range of integers, as Liquid's (1..5) makes it.
struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool operator==(const Range&) const = default;
};

/// Immutable and cheap to copy: strings, arrays and hashes are shared.
class Value
{
public:
    Value() = default; ///< nil
    Value(std::nullptr_t) {}
    Value(bool b) : m_data(b) {}
    Value(int i) : m_data(std::int64_t{i}) {}
    Value(std::int64_t i) : m_data(i) {}
    Value(double d) : m_data(d) {}
    Value(std::string s);
    Value(std::string_view s) : Value(std::string(s)) {}
    Value(const char* s) : Value(std::string(s)) {}
    Value(Array array);
    Value(Hash hash);
    Value(DateTime time);
    Value(Range range) : m_data(range) {}
    Value(std::shared_ptr<const Drop> drop) : m_data(std::move(drop)) {}

    bool isNil() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isBool() const { return std::holds_alternative<bool>(m_data); }
    bool isInteger() const { return std::holds_alternative<std::int64_t>(m_data); }
    bool isFloat() const { return std::holds_alternative<double>(m_data); }
    bool isNumber() const { return isInteger() || isFloat(); }
    bool isString() const { return std::holds_alternative<StringPtr>(m_data); }
    bool isArray() const { return std::holds_alternative<ArrayPtr>(m_data); }
    bool isHash() const { return std::holds_alternative<HashPtr>(m_data); }
    bool isDateTime() const { return std::holds_alternative<TimePtr>(m_data); }
    bool isRange() const { return std::holds_alternative<Range>(m_data); }
    bool isDrop() const { return std::holds_alternative<DropPtr>(m_data); }
    /// All but nil and false, as in Ruby.
    bool isTruthy() const { return !isNil() && !(isBool() && !boolean()); }

    // Each of these needs the kind asked for; ask first.
    bool boolean() const { return std::get<bool>(m_data); }
    std::int64_t integer() const { return std::get<std::int64_t>(m_data); }
    double floating() const { return std::get<double>(m_data); }
    double number() const { return isInteger() ? static_cast<double>(integer()) : floating(); }
    const std::string& string() const { return *std::get<StringPtr>(m_data); }
    const Array& array() const { return *std::get<ArrayPtr>(m_data); }
    const Hash& hash() const { return *std::get<HashPtr>(m_data); }
    const DateTime& dateTime() const { return *std::get<TimePtr>(m_data); }
    const Range& range() const { return std::get<Range>(m_data); }
    const Drop& drop() const { return *std::get<DropPtr>(m_data); }
    const std::shared_ptr<const Drop>& dropPointer() const { return std::get<DropPtr>(m_data); }

    /// The value under a string key of a hash or drop; nil when absent or of another kind.
    Value get(std::string_view key) const;

    /// Ruby's ==: 1 == 1.0, arrays and hashes by content, drops by identity.
    bool operator==(const Value& other) const;

private:
    using StringPtr = std::shared_ptr<const std::string>;
    using ArrayPtr = std::shared_ptr<const Array>;
    using HashPtr = std::shared_ptr<const Hash>;
    using TimePtr = std::shared_ptr<const DateTime>; // shared too: values stay three words long
    using DropPtr = std::shared_ptr<const Drop>;
    std::variant<std::monostate, bool, std::int64_t, double, StringPtr, ArrayPtr, HashPtr, TimePtr, Range, DropPtr>
        m_data;
};

/// Ruby's Hash: keeps the order of insertion; keys are any value (YAML has integer and date keys).
class Hash
{
public:
    using Entry = std::pair<Value, Value>;

    bool empty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    auto begin() const { return m_entries.begin(); }
    auto end() const { return m_entries.end(); }

    const Value* find(std::string_view key) const;
    const Value* find(const Value& key) const;
    bool contains(std::string_view key) const { return find(key) != nullptr; }
    Value get(std::string_view key) const;

    /// Replaces in place when the key is there, else appends.
    void set(Value key, Value value);
    bool remove(std::string_view key);

    /// Ruby's ==: same keys and values in any order.
    bool operator==(const Hash& other) const;

private:
    std::vector<Entry> m_entries;       ///< searched linearly when short, else through m_index
    std::vector<std::uint32_t> m_index; ///< open addressing over string keys; empty while short
    void reindex();
};

/// An object with computed members (Liquid's Drop): a page, a site, a forloop.
class Drop
{
public:
    virtual ~Drop() = default;
    virtual Value get(std::string_view key) const = 0;
    /// Members in order, for drops that act as hashes (iteration, jsonify, inspect).
    virtual std::vector<std::string> keys() const { return {}; }
    virtual bool contains(std::string_view key) const { return !get(key).isNil(); }
    /// What {{ drop }} prints.
    virtual std::string toString() const { return {}; }
    /// Ruby's <=>: documents sort by date. Nothing when the two have no order.
    virtual std::optional<int> compare(const Drop& other) const
    {
        return this == &other ? std::optional(0) : std::nullopt;
    }
};

} // namespace galley
