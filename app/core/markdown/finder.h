// SPDX-License-Identifier: MIT
// Finder: searches in one text that remember what is not there, so that a thousand openers without an end stay linear.
#pragma once

#include "markdown/lexis.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::markdown
{

class Finder
{
public:
    explicit Finder(std::string_view text) : m_text(text) {}

    /// The first `needle` at or after `from`, or none.
    Pos find(std::string_view needle, Pos from);
    /// The first end tag of this element at or after `from`, or none.
    Pos findEndTag(std::string_view name, Pos from, bool anyCase);
    /// The first line at or after `from` that closes a fence: the marker, more of its last character, white space.
    Pos findFenceEnd(std::string_view marker, Pos from, bool gfm);

private:
    bool isKnownAbsent(std::string_view key, Pos from) const;
    Pos note(std::string_view key, Pos from, Pos found);

    std::string_view m_text;
    std::vector<std::pair<std::string, Pos>> m_absent; ///< what is not found from there on
};

} // namespace galley::markdown
