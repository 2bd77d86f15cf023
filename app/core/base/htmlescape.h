// SPDX-License-Identifier: MIT
// & < > " ' as entities, as Ruby's CGI.escapeHTML writes them.
#pragma once

#include <string>
#include <string_view>

namespace galley
{

/// The entity for a character that needs one; empty for all others.
std::string_view htmlEntity(char c);

std::string escapedHtml(std::string_view text);

/// & < > only: text between tags, where quotes stay as they are.
std::string escapedCode(std::string_view text);

} // namespace galley
