// SPDX-License-Identifier: MIT
// Which tag names are blocks, for excerpts that cut one in two.
#pragma once

#include <string_view>

namespace galley::site
{

bool isLiquidBlock(std::string_view tag);

} // namespace galley::site
