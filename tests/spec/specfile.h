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
};

/// The examples of a spec.txt; "→" stands for a tab in it. Examples marked "disabled" are left out.
std::vector<Example> readExamples(const std::string& file);

/// One example through our CommonMark or GFM flavour.
Outcome specExample(const Example& example, bool gfm);

} // namespace galley::vectors
