// SPDX-License-Identifier: MIT
// The word that was probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::check
{

/// The candidate at most two letters away from `word` (one in short words); empty when there is none.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace galley::check
