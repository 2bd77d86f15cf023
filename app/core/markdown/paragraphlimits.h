// SPDX-License-Identifier: MIT
// What md4c can not be given as it is: paragraphs on which it takes quadratic time.
#pragma once

#include "base/diagnostic.h"

#include <string>
#include <string_view>

namespace galley::markdown
{

/// Whether bare addresses can be looked for: no paragraph is longer than limits::autolinkParagraphBytes.
bool admitsAutolinks(std::string_view text);

/// The text with "[" escaped where a paragraph has more of them, on more lines, than limits::bracketLineSteps allows;
/// told in the diagnostics. Lines stay where they are.
std::string withBracketsBounded(std::string text, Diagnostics& diagnostics);

} // namespace galley::markdown
