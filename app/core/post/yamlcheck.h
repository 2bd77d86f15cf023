// SPDX-License-Identifier: MIT
// What yaml-cpp accepts and Ruby's parser (libyaml) refuses.
#pragma once

#include "base/expected.h"
#include "post/yamlevents.h"

#include <optional>
#include <string_view>

namespace galley::yaml
{

/// The first place of a text that yaml-cpp read and libyaml would not: open quotes, lines without a colon
/// among keys.
std::optional<Error> rubyRefusal(std::string_view text, const Events& events);

} // namespace galley::yaml
