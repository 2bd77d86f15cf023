// SPDX-License-Identifier: MIT
// A layout as it was read: source, front matter and the place messages name.
#pragma once

#include "base/value.h"

#include <string>

namespace galley::site
{

struct LayoutFile {
    std::string name;         ///< "post"
    std::string path;         ///< absolute
    std::string relativePath; ///< "_layouts/post.html", what messages name
    Hash data;                ///< its front matter
    std::string source;       ///< Liquid after the front matter
    int bodyLine = 0;         ///< 0-based line of the file that `source` begins on
    int parentLine = 1;       ///< 1-based line that names the layout around this one

    /// Name of the layout around this one; empty when there is none.
    std::string parent() const
    {
        const Value value = data.get("layout");
        return value.isString() ? value.string() : std::string();
    }
};

} // namespace galley::site
