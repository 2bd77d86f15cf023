// SPDX-License-Identifier: MIT
// RougeLanguages: the names that Jekyll's highlighter knows; code in other languages gets no wrapper.
#pragma once

#include <string>
#include <string_view>

namespace galley::markdown
{

/// Whether Rouge 3.30 has a lexer with this tag or alias. Options behind a "?" do not count.
bool isRougeLanguage(std::string_view name);

/// Whether the name means text without any colours.
bool isPlainText(std::string_view name);

/// What Problems says where code in such a language stays plain.
std::string plainLanguageNote(std::string_view language);

} // namespace galley::markdown
