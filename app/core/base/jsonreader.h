// SPDX-License-Identifier: MIT
// JSON as Ruby's parser reads it: keys keep their order, the last of two equal keys wins.
#pragma once

#include "base/expected.h"
#include "base/value.h"

#include <string_view>

namespace galley
{

/// The error carries the line. Integers that do not fit 64 bits become floats.
Expected<Value> readJson(std::string_view text);

} // namespace galley
