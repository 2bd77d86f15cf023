// SPDX-License-Identifier: MIT
// Values as Ruby's JSON writes them.
#pragma once

#include "base/value.h"

#include <string>

namespace galley::liquid
{

class Context;

/// Compact JSON; times and ranges as their text. Below `jsonDepth` levels null is written.
std::string toJson(const Value& value, Context& context);
/// The same on many lines, as JSON.pretty_generate and the inspect of Jekyll's drops write it.
std::string toPrettyJson(const Value& value, Context& context);

} // namespace galley::liquid
