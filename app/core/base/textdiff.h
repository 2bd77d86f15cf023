// SPDX-License-Identifier: MIT
// What differs between two texts, as one edit.
#pragma once

#include "base/textedit.h"

#include <string_view>

namespace galley
{

/// The one edit that makes `after` of `before`: common beginning and end left out, never inside a UTF-8 character.
/// Length 0 and no text when they are equal. Linear, at the speed of memory.
TextEdit editBetween(std::string_view before, std::string_view after);

} // namespace galley
