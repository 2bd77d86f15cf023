// SPDX-License-Identifier: MIT
// Heading: one heading of a post, for outline, check and table of contents.
#pragma once

#include <string>

namespace galley
{

/// A heading of the post, for outline and check.
struct Heading {
    int level = 1;    ///< 1 … 6
    int line = 0;     ///< 0-based line of the file
    std::string text; ///< plain text
    std::string id;   ///< the id attribute, empty when there is none

    bool operator==(const Heading&) const = default;
};

} // namespace galley
