// SPDX-License-Identifier: MIT
// OptionValues: a setting's value as kramdown understands it, whether it came from YAML or from {::options /}.
#pragma once

#include "base/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::markdown
{

std::string toText(const Value& value);
/// Ruby symbols may be written with their colon; "nil" and nothing are nil, which is empty here.
std::string toSymbol(const Value& value);
/// All but "false" and nothing is true.
bool toBool(const Value& value);
/// Nothing when it is no whole number.
std::optional<int> toInt(const Value& value);
/// An array, or a string with commas.
std::vector<std::string> toList(const Value& value);
/// "{a: b, c: d}" as {::options /} may give it; deeper YAML is not read.
Hash flowMapping(std::string_view text);

} // namespace galley::markdown
