// SPDX-License-Identifier: MIT
// PathologicalTexts: Markdown made to be slow, deep or large, of any size.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::test
{

struct PathologicalText {
    std::string_view name;
    std::size_t size; ///< what `make` is asked for: repetitions, not bytes
    std::string (*make)(std::size_t size);
};

/// CommonMark's own list of bad inputs, and kramdown's language bent the same way.
const std::vector<PathologicalText>& pathologicalTexts();

} // namespace galley::test
