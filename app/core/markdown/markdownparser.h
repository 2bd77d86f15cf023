// SPDX-License-Identifier: MIT
// MarkdownParser: md4c's events become our tree; the only place that knows md4c.
#pragma once

#include "base/diagnostic.h"
#include "markdown/options.h"
#include "markdown/tree.h"

namespace galley::markdown
{

/// Parses tree.source() under tree.root(). Blocks carry the lines of the source, headings and paragraphs in
/// containers too. When a limit of base/limits.h cuts, the tree holds what came before and a diagnostic is added.
void parseCommonMark(Tree& tree, const CommonMarkOptions& options, Diagnostics& diagnostics);

} // namespace galley::markdown
