// SPDX-License-Identifier: MIT
// SpecFile: the numbered examples of a specification in CommonMark's form.
#pragma once

#include "vectormode.h"

#include <string>
#include <vector>

namespace galley::vectors
{

struct Example {
    int number = 0;
    std::string section;
    std::string markdown;
    std::string html;
    std::string extension; ///< what the example is marked with, "table" for one; empty: plain CommonMark
};

/// The examples of a spec.txt; "→" stands for a tab in it. Examples marked "disabled" are left out.
std::vector<Example> readExamples(const std::string& file);

/// One example through our GFM flavour when it names an extension, else through CommonMark, as cmark-gfm's own runner
/// does.
Outcome specExample(const Example& example);

/// Whether md4c's own writer (md2html) answers it right, with the same extensions.
bool md4cAgrees(const Example& example);

} // namespace galley::vectors
