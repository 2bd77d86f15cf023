// SPDX-License-Identifier: MIT
// Liquid's standard filters, by what they work on.
#pragma once

#include "liquid/registry.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

void addTextFilters(Registry& registry);   ///< upcase, split, replace, truncate …
void addHtmlFilters(Registry& registry);   ///< escape, strip_html, url_encode, base64_encode …
void addNumberFilters(Registry& registry); ///< plus, round, at_least …
void addArrayFilters(Registry& registry);  ///< sort, where, map, join, first, size, default …
void addDateFilter(Registry& registry);

/// Liquid's InputIterator: an array flattened, a hash as one item, a range as its numbers, nil as nothing.
/// False, with the call failed, when that would be too many.
bool itemsOf(const FilterCall& call, Array& out);
/// Whether Ruby's class has [], and so properties can be asked for.
bool hasProperties(const Value& item);
/// `item[property]`; `failed` when Ruby raises a TypeError (a word as an index of an array or number).
Value propertyOf(const Value& item, const Value& property, bool& failed);
/// What makes two values the same for uniq: Ruby's eql? (1 is not 1.0).
std::string identityOf(const Value& value);
/// Ruby's String#split: by blanks for " ", into characters for "".
Array splitText(std::string_view text, std::string_view separator);
/// The time that Liquid's date filter sees in a value: a time, "now", a number of seconds, a text.
std::optional<DateTime> dateOf(Context& context, const Value& value);

} // namespace galley::liquid
