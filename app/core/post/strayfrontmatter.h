// SPDX-License-Identifier: MIT
// Front matter that Jekyll takes for text, since its lines of --- do not stand as Jekyll's expression wants them, and
// the edit that mends it.
#pragma once

#include "base/textedit.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace galley
{

struct StrayFrontMatter {
    int line = 1;                 ///< 1-based, where it begins
    std::size_t end = 0;          ///< in bytes; what the edit depends on stands before it
    std::string why;              ///< a sentence without its full stop
    std::string help;             ///< what the button says; empty without an edit
    std::optional<TextEdit> mend; ///< of the whole text, in bytes; afterwards Jekyll reads a front matter

    bool operator==(const StrayFrontMatter&) const = default;
};

/// For a text that findFrontMatter() finds no front matter in: one below blank lines or a comment, behind a space,
/// after a line of more than three dashes or of typographic ones, with words behind its dashes, without its first line,
/// or without its last. Nothing for a text that only looks a little like it: between the lines there must be YAML.
std::optional<StrayFrontMatter> findStrayFrontMatter(std::string_view text);

} // namespace galley
