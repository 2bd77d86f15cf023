// SPDX-License-Identifier: MIT
// A YAML document as libyaml reads it, which is the parser inside Ruby's Psych.
#pragma once

#include "base/expected.h"
#include "post/yamlevents.h"

#include <string_view>

namespace galley::yaml
{

/// The events of the first document of `text` (UTF-8 without a byte order mark); nothing behind that document is looked
/// at, as in Psych. The error's line is 1-based in `text`; its sentence ends with libyaml's own words.
Expected<Events> rubyEvents(std::string_view text);

} // namespace galley::yaml
