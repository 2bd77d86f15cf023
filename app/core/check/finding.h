// SPDX-License-Identifier: MIT
// Finding: one thing to look at before a post is published, with a way to mend it where one is safe.
#pragma once

#include "base/diagnostic.h"
#include "base/textedit.h"

#include <optional>
#include <string>
#include <vector>

namespace galley::check
{

/// What the button does: an edit of the file's text, or another name for the file.
struct Fix {
    std::string title;            ///< "Use photo.JPG"
    std::optional<TextEdit> edit; ///< bytes of the text that was checked
    std::string newPath = {};     ///< relative to the site's root; empty when the file keeps its name
};

struct Finding {
    Diagnostic diagnostic; ///< the file is named relative to the site's root
    std::string rule;      ///< "broken-link": stable, for filters and tests
    std::optional<Fix> fix = {};
};

using Findings = std::vector<Finding>;

Diagnostics diagnosticsOf(const Findings& findings);

} // namespace galley::check
