// SPDX-License-Identifier: MIT
// KramdownPasses: what turns scanned blocks into the tree that is written; one pass a file.
#pragma once

#include "markdown/document.h"
#include "markdown/kramdownstate.h"

#include <string>
#include <string_view>

namespace galley::markdown
{

/// Scans the spans of all raw text below `node`, sets attributes from attribute lists and the texts ids are made of.
void scanSpans(KramdownState& state, Node& node);

/// GFM's hard line ends: a backslash at a line's end, or every line end.
void breakLines(KramdownState& state, Node& node);

/// GFM's heading ids: lower case, word characters and hyphens, a number from the second on.
void addHeadingIds(KramdownState& state, Node& node);

/// Wraps the abbreviations that the document defines.
void markAbbreviations(KramdownState& state, Node& node);

/// kramdown's own id of a text: ASCII letters, digits and hyphens; may be empty.
std::string basicId(std::string_view text);

/// Writes the tree with footnotes and table of contents.
void writeKramdown(Document& document, KramdownState& state);

} // namespace galley::markdown
