// SPDX-License-Identifier: MIT
// Where quoted scalars end: yaml-cpp accepts quotes that never close, Ruby does not.
#pragma once

#include "base/expected.h"
#include "post/yamlevents.h"

#include <optional>
#include <string_view>

namespace galley::yaml
{

/// The offset behind a node's properties (anchor, tag) and the space after them: where its content begins.
std::size_t skipProperties(std::string_view text, std::size_t offset);

/// The offset behind the closing quote of the scalar whose opening quote stands at `offset`; npos when it
/// never closes.
std::size_t quotedEnd(std::string_view text, std::size_t offset);

/// The first quoted scalar of the events that never closes.
std::optional<Error> openQuote(std::string_view text, const Events& events);

} // namespace galley::yaml
