// SPDX-License-Identifier: MIT
// ListItems: what lists and definition lists share while their items are gathered.
#pragma once

#include "markdown/blockscanner.h"

namespace galley::markdown
{

/// Lines of an item that are scanned together.
struct ItemPart {
    int line = 0; ///< of the post
    std::string text;
};

struct BlockScanner::Item {
    Node* node = nullptr;
    std::vector<ItemPart> parts;
};

struct BlockScanner::ItemShape {
    std::size_t indentation = 4; ///< columns that continuing lines have
};

/// An attribute list at the head of an item, with the white space round it.
std::optional<Braced> itemAttributes(std::string_view content);

/// kramdown ends a tight item's text with a line end when something follows; spans that are never closed take it in.
void endTightText(Tree& tree, Node& paragraph);

/// Tabs in the white space that begins `content` become spaces; it stands `column` columns into its line.
void expandTabs(std::string& content, std::size_t column);

} // namespace galley::markdown
