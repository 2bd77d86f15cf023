// SPDX-License-Identifier: MIT
// Liquid's own tags, by what they are about.
#pragma once

#include "liquid/registry.h"

namespace galley::liquid
{

void addVariableTags(Registry& registry);  ///< assign, capture, increment, decrement, cycle
void addConditionTags(Registry& registry); ///< if, unless, case, ifchanged
void addLoopTags(Registry& registry);      ///< for, break, continue and tablerow
void addTableTag(Registry& registry);      ///< tablerow
void addTextTags(Registry& registry);      ///< comment, raw, echo, #
void addPartialTags(Registry& registry);   ///< include and render as Liquid itself has them

} // namespace galley::liquid
