// SPDX-License-Identifier: MIT
// How Ruby writes values: to_s, inspect, join, and the names of its classes.
#pragma once

#include "base/value.h"

#include <string>
#include <string_view>

namespace galley::liquid
{

class ObjectTexts;

/// Whether a list holds objects, whose own to_s counts, or what Liquid sees of them.
enum class Items { Objects, Liquid };

// `texts` writes the site's objects; without it their drops are written as they are.

/// What `{{ value }}` prints: to_s, but arrays joined without a separator.
void appendOutput(std::string& out, const Value& value, ObjectTexts* texts = nullptr);
/// Ruby's to_s; for arrays and hashes that is inspect.
void appendText(std::string& out, const Value& value, ObjectTexts* texts = nullptr);
std::string toText(const Value& value, ObjectTexts* texts = nullptr);
/// to_s without a copy for strings: a view of the value or of `buffer`.
std::string_view textOf(const Value& value, std::string& buffer, ObjectTexts* texts = nullptr);

std::string inspect(const Value& value, ObjectTexts* texts = nullptr);
/// Array#join: nested arrays are joined with the same separator.
void appendJoined(std::string& out, const Array& array, std::string_view separator, ObjectTexts* texts = nullptr,
                  Items items = Items::Objects);
/// 1.0, 0.1, 1.0e+20: the shortest digits that read back, in Ruby's form.
std::string toText(double number);
/// Integer, String, Hash …: for messages.
std::string_view className(const Value& value);

} // namespace galley::liquid
