// SPDX-License-Identifier: MIT
// MarkdownParser: md4c's events become our tree; the only place that knows md4c.
#pragma once

#include "base/diagnostic.h"
#include "markdown/tree.h"

namespace galley::markdown
{

/// Which extensions of CommonMark are read.
struct ParserFlags {
    bool gfm = false; ///< tables, strikethrough, task lists, bare links
};

/// Parses tree.source() under tree.root(). Blocks carry the lines of the source, headings and paragraphs in
/// containers too. When a limit of base/limits.h cuts, the tree holds what came before and a diagnostic is added.
void parseCommonMark(Tree& tree, const ParserFlags& flags, Diagnostics& diagnostics);

} // namespace galley::markdown
