// SPDX-License-Identifier: MIT
// References: all of HTML 5's character references, as CommonMark and browsers read them.
#pragma once

#include <string>
#include <string_view>

namespace galley::markdown
{

/// The characters of a name ("copy", "ngE"), one or two of them; empty for other names.
std::string_view referenceText(std::string_view name);

/// `text` with its references replaced by their characters; those that are none stay.
std::string decodeReferences(std::string_view text);

} // namespace galley::markdown
