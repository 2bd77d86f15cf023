// SPDX-License-Identifier: MIT
// Finds the post's blocks in the final page: layouts run without markers, so the content is looked for.
#pragma once

#include "layout/renderedpage.h"

#include <string_view>

namespace galley
{

/// `contentBlocks` lie in `content` (ascending, not overlapping); the answer lies in `page`.
/// Whole content verbatim → every block; else the blocks that are found in order, and what lies between two found
/// ones is one block of all their lines; nothing found → empty, and the page is treated as one piece.
/// Linear in the page's length: each search looks only as far as the blocks skipped can have moved it.
std::vector<PageBlock> findBlocks(std::string_view page, std::string_view content,
                                  const std::vector<PageBlock>& contentBlocks);

} // namespace galley
