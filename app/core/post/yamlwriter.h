// SPDX-License-Identifier: MIT
// Values to YAML text, for new values only: what is there already is never written anew.
#pragma once

#include "base/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::yaml
{

enum class Quoting { Plain, Single, Double, Literal, Folded };

struct Place {
    bool flow = false;      ///< inside [] or {}
    bool key = false;       ///< before a colon: one line only
    std::size_t indent = 0; ///< spaces before the lines of a block scalar
    std::string_view lineBreak = "\n";
};

/// Whether the text may stand without quotes and mean itself to Ruby, to YAML 1.2 readers and to people.
bool isSafelyPlain(std::string_view text, const Place& place);

/// A string in the wanted quoting; nothing where that quoting can not hold it.
std::optional<std::string> quoted(std::string_view text, Quoting quoting, const Place& place);

/// A string in the first of: plain when safe, double quotes, single quotes when it holds " or \, a block when
/// it has lines.
std::string writeString(std::string_view text, const Place& place);

/// Any value on one line (collections in [] and {}); strings of several lines as a literal block where the
/// place allows.
std::string writeValue(const Value& value, const Place& place);

} // namespace galley::yaml
