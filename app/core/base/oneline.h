// SPDX-License-Identifier: MIT
// A text for a place that holds one line: a title, a tag, a name to search for.
#pragma once

#include <string>
#include <string_view>

namespace galley
{

/// Whether Unicode or YAML ends a line somewhere in this UTF-8 text.
bool hasLineBreak(std::string_view text);

/// Each line break becomes one space together with the blanks round it, and none is left at either end. A text
/// without a line break comes back as it is, outer blanks included.
std::string oneLine(std::string_view text);

} // namespace galley
