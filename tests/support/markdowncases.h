// SPDX-License-Identifier: MIT
// MarkdownCases: tests/unit/markdowncases, one table a file, a file for each pass of the kramdown dialect.
#pragma once

#include "markdown/options.h"

#include <string>
#include <vector>

namespace galley::test
{

struct MarkdownCase {
    std::string name;           ///< "file: name"
    std::string options = "{}"; ///< kramdown's, as JSON, over Jekyll's
    std::string markdown;
    std::string html; ///< as kramdown writes it, code without colours
};

/// All cases of all tables, in order of the files' names.
std::vector<MarkdownCase> markdownCases();

/// Jekyll's defaults with a JSON object of kramdown's options.
markdown::Options optionsFromJson(const std::string& json);

} // namespace galley::test
