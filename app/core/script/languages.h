// SPDX-License-Identifier: MIT
// Which languages Rouge knows, by all of their names, and which of Prism's grammars reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley::script
{

struct Language {
    std::string tag;   ///< Rouge's name for it: "shell" for "bash", "sh" and "zsh"
    std::string prism; ///< Prism's name; empty: nothing reads it, such code is shown plain

    bool operator==(const Language&) const = default;
};

/// As Rouge's Lexer.find_fancy: case counts; options behind a `?` are cut off. Nothing when Rouge knows no such name.
std::optional<Language> findLanguage(std::string_view name);

} // namespace galley::script
