// SPDX-License-Identifier: MIT
// Values as Ruby's JSON writes them.
#pragma once

#include "base/value.h"

#include <string>

namespace galley::liquid
{

/// Compact JSON; times and ranges as their text. Below `jsonDepth` levels null is written: documents refer to one another.
std::string toJson(const Value& value);

} // namespace galley::liquid
