// SPDX-License-Identifier: MIT
// Ruby's numbers as Liquid uses them: to_i, Integer(), decimal arithmetic, and the order of values.
#pragma once

#include "base/value.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// String#to_i: leading digits, underscores between them; big where 64 bits are too few (see BigInteger).
Value toIntegerLoosely(std::string_view text);
/// to_i of any value: 0 for nil and for what has none.
std::int64_t toIntegerLoosely(const Value& value);
/// Kernel#Integer of the value's text: 0x, 0b and underscores too; nothing for "12a" or "2.5". Beyond 64 bits:
/// a number far past any length (see exceedsWord).
std::optional<std::int64_t> toIntegerStrictly(const Value& value);
/// Whether Ruby refuses the number where C wants a long: slice.
bool exceedsWord(std::int64_t strictInteger);
/// String#to_f: leading digits, 0.0 when there are none.
double toFloatLoosely(std::string_view text);

/// Numbers in a range; 0 when it runs backwards.
std::int64_t rangeSize(const Range& range);

enum class Operation { Plus, Minus, Times, Divide, Modulo };

/// Integers stay integers (division floors); with a float on either side Liquid computes in decimals and answers a
/// float. Strings count as the number they begin with, other values as 0. Nothing for a division by zero.
std::optional<Value> calculate(const Value& left, Operation operation, const Value& right);
/// Liquid's to_number: an integer or a float.
Value toNumber(const Value& value);
/// Rounds half away from zero to so many digits after the point.
Value roundNumber(const Value& number, std::int64_t digits);

/// Ruby's <=>: below 0, 0, above 0; nothing when the two can not be compared.
std::optional<int> compare(const Value& left, const Value& right);
/// Ruby's message for two values that <, > or sort can not compare.
std::string comparisonError(const Value& left, const Value& right);

/// Sorts as glibc's qsort does for Ruby: a stable merge sort, comparing in that order. False when a comparison
/// had no answer; the order is then unspecified.
bool sortValues(Array& values, const std::function<std::optional<int>(const Value&, const Value&)>& order);

} // namespace galley::liquid
