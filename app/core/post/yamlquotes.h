// SPDX-License-Identifier: MIT
// Where a node's content begins and where a quoted scalar ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace galley::yaml
{

/// The offset behind a node's properties (anchor, tag) and the space after them: where its content begins.
std::size_t skipProperties(std::string_view text, std::size_t offset);

/// The offset behind the closing quote of the scalar whose opening quote stands at `offset`; npos when it
/// never closes.
std::size_t quotedEnd(std::string_view text, std::size_t offset);

} // namespace galley::yaml
