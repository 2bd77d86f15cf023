// SPDX-License-Identifier: MIT
// CommonMarkWriter: the HTML of CommonMark's and GFM's specifications, and of Jekyll's CommonMark converter.
#pragma once

#include "markdown/document.h"
#include "markdown/tree.h"

namespace galley::markdown
{

/// Appends the tree's HTML, blocks and headings to `document`. Code blocks get Jekyll's wrappers when
/// options.syntaxHighlighter is set.
void writeCommonMark(Document& document, const Tree& tree, const Options& options);

} // namespace galley::markdown
