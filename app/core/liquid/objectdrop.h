// SPDX-License-Identifier: MIT
// Jekyll's own drops, and how the objects behind them are written: to_s, inspect, JSON.
#pragma once

#include "base/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// A drop that prints the name of its Ruby class where it has no text of its own.
class ObjectDrop : public Drop
{
public:
    std::string toString() const override { return std::string(className()); }
    virtual std::string_view className() const = 0;
    /// Jekyll::Drops::Drop is Enumerable: it can be looped over and has `first`, `count`, `sort` …
    virtual bool isEnumerable() const { return true; }
    /// What `inspect` writes for the object in a list: Jekyll's lists hold the object and not its drop. Nothing where
    /// they hold the drop, which is written as JSON.
    virtual std::optional<std::string> objectInspected() const { return std::nullopt; }
    /// Whether the object in a list is written to JSON as its drop is, and not as its text.
    virtual bool objectHasJson() const { return true; }
};

/// A drop whose members are known beforehand.
class HashDrop : public ObjectDrop
{
public:
    HashDrop(std::string_view className, Hash members) : m_className(className), m_members(std::move(members)) {}
    Value get(std::string_view key) const override { return m_members.get(key); }
    bool contains(std::string_view key) const override { return m_members.contains(key); }
    std::vector<std::string> keys() const override;
    std::string_view className() const override { return m_className; }
    const Hash& members() const { return m_members; }

private:
    std::string_view m_className; ///< of static storage
    Hash m_members;
};

/// The keys a loop over the drop runs through; none when it is not Enumerable.
std::vector<std::string> keysOf(const Drop& drop);

/// What Ruby's methods answer that templates may call on a Jekyll::Drops::Drop (count, first, keys, sort …); they come
/// before front matter of that name. False when `name` is no such method. `error` is set for one that wants arguments.
bool callMethod(const Drop& drop, std::string_view name, Value& out, std::string& error);

/// How objects of the site are written, which may depend on the page that is being rendered.
class ObjectTexts
{
public:
    virtual ~ObjectTexts() = default;
    /// to_s of a drop; in a list, of the object behind it and of a page. Nothing for other values.
    virtual std::optional<std::string> printed(const Value& object, bool inList) = 0;
    /// inspect of a drop or page that stands in a list or hash.
    virtual std::optional<std::string> inspected(const Value& object) = 0;
};

} // namespace galley::liquid
