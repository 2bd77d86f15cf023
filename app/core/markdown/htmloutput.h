// SPDX-License-Identifier: MIT
// HtmlOutput: escaping, and the place of each top-level block in the HTML.
#pragma once

#include "markdown/document.h"
#include "markdown/tree.h"

#include <string>
#include <string_view>

namespace galley::markdown
{

/// `<`, `>` and `&` become entities; nothing else.
void escapeCode(std::string& out, std::string_view text);

/// As escapeCode, but a well-formed entity stays one (kramdown's rule for text).
void escapeText(std::string& out, std::string_view text);

/// As escapeText, with `"` too.
void escapeAttribute(std::string& out, std::string_view text);

/// `<`, `>`, `&` and `"` become entities (CommonMark's rule for text).
void escapeAll(std::string& out, std::string_view text);

/// The HTML's hash: equal HTML has equal hashes, in every run and on every machine.
std::uint64_t hashOf(std::string_view html);

/// The text of a node and all below it, as a reader sees it.
std::string plainText(const Node& node);

/// Notes the block that stands at these bytes of the document's HTML; nothing when it is empty.
void noteBlock(Document& document, std::size_t begin, std::size_t end, const Node& node);

} // namespace galley::markdown
