// SPDX-License-Identifier: MIT
// The tables of tags and filters that a template is parsed with; plugins add theirs.
#pragma once

#include "base/value.h"
#include "liquid/node.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace galley::liquid
{

class Parser;

/// One application of a filter: `{{ input | name: args }}`. Keyword arguments come last, as one hash.
struct FilterCall {
    Context& context;
    const Value& input;
    std::span<const Value> arguments;

    bool has(std::size_t index) const { return index < arguments.size(); }
    /// nil when it was not given.
    const Value& argument(std::size_t index) const;
    /// "Liquid error: …" is printed in place of the output; returns nil for `return call.fail(…)`.
    Value fail(std::string message) const;
};

using FilterFunction = Value (*)(const FilterCall&);

/// How a filter walks through its input: an item or some bytes at a time; into what items hold; in sorting's n·log n;
/// reading each byte as a language; or not at all.
enum class Walk { Items, Deep, Sorted, Read, Nothing };

struct Filter {
    std::string_view name; ///< of static storage
    FilterFunction apply = nullptr;
    int required = 0; ///< arguments after the input that must be there
    int allowed = 0;  ///< arguments that may be there; more is an error, as in Ruby
    Walk walk = Walk::Items; ///< set by Registry::addFilter
};

/// What stands in a tag: `{% name markup %}`.
struct TagMarkup {
    std::string_view name;
    std::string_view text; ///< a view into the template's source
    int line = 0;
};

/// Makes the node; null after Parser::fail. Block tags read on from the parser.
using TagFunction = NodePtr (*)(Parser&, const TagMarkup&);

/// Built once, then only read (and so shared by threads).
class Registry
{
public:
    void addFilter(const Filter& filter);
    void addTag(std::string_view name, TagFunction parse) { m_tags[name] = parse; }

    const Filter* filter(std::string_view name) const;
    TagFunction tag(std::string_view name) const;

private:
    std::map<std::string_view, Filter> m_filters;
    std::map<std::string_view, TagFunction> m_tags;
};

/// Liquid 5.4's own tags and filters.
Registry standardRegistry();
/// The same with Jekyll's filters and tags over them. Copy it and add a plugin's.
Registry jekyllRegistry();

} // namespace galley::liquid
