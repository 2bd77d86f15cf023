// SPDX-License-Identifier: MIT
// HtmlTree: two pieces of HTML are equal when their elements, attributes and visible text are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::test
{

/// The HTML as a flat list of tags and texts, normalised: attributes sorted, entities decoded, white space
/// collapsed outside <pre> and the like, comments and white space between blocks dropped, optional tags
/// implied, and the colouring spans inside code flattened. The rules are those of jekyll_diff.py,
/// `--mode body --loose tokens`.
std::vector<std::string> htmlTokens(std::string_view html);

struct HtmlDifference {
    bool equal = true;
    std::string ours; ///< the first tokens that differ, a few of them
    std::string theirs;
};

HtmlDifference compareHtml(std::string_view ours, std::string_view theirs);

} // namespace galley::test
