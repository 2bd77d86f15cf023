// SPDX-License-Identifier: MIT
// A post's text taken apart: front matter, its values, the body. It never fails; it reports.
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"
#include "post/frontmatter.h"
#include "post/yamlreader.h"

#include <string_view>

namespace galley
{

/// Views point into the text that was parsed; the caller keeps it.
struct PostDocument {
    FrontMatter frontMatter;
    Hash values;             ///< of the front matter; empty when it is absent or broken
    bool broken = false;     ///< there is front matter and it gave no values: its error is among the diagnostics
    std::string_view body;   ///< what Jekyll calls content
    Diagnostics diagnostics; ///< their lines are lines of the file, 1-based

    /// The body's first line in the file, 0-based.
    int bodyLine() const { return frontMatter.bodyLine; }

    static PostDocument parse(std::string_view text, const YamlOptions& options = {});
};

} // namespace galley
