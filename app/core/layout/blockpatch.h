// SPDX-License-Identifier: MIT
// BlockPatch: the smallest run of blocks that turns a shown page into a new one.
#pragma once

#include "layout/renderedpage.h"

#include <optional>

namespace galley
{

/// What is remembered of a shown block: enough to tell whether a new one differs.
struct ShownBlock {
    std::uint64_t hash = 0;
    std::string gap; ///< what stands between the block before and this one; empty for the first
    int firstLine = 0;
    int lastLine = 0;

    bool operator==(const ShownBlock&) const = default;
};

/// What is remembered of a shown page. Small: a page of 1 MB is some thousand blocks.
struct ShownPage {
    std::string head; ///< what stands before the first block
    std::string tail; ///< what stands after the last block
    std::vector<ShownBlock> blocks;

    bool operator==(const ShownPage&) const = default;
};

/// The white space before the first block that stays changes when that block becomes the first, or is so no
/// longer.
struct Seam {
    std::string from;
    std::string to;

    bool operator==(const Seam&) const = default;
};

/// The blocks first … first + removed - 1 make way for the units.
struct BlockPatch {
    std::size_t first = 0;
    std::size_t removed = 0;
    std::vector<ShownBlock> blocks;      ///< the new ones
    std::vector<std::string_view> units; ///< their HTML, each with its gap before it; views into the new page
    std::optional<Seam> seam;            ///< for the block that now stands after the units
    int lineShift = 0;                   ///< added to the lines of all blocks after the units …
    std::vector<ShownBlock> table;       ///< … unless they move unevenly: then all blocks as they now are
    bool shellChanged = false;           ///< what stands around the blocks differs
    bool complete = true;                ///< false: the page goes on, the rest is the next patch

    bool changesBlocks() const { return removed > 0 || !units.empty() || seam.has_value(); }
    bool empty() const { return !changesBlocks() && lineShift == 0 && table.empty() && !shellChanged; }
};

/// `page` as it is remembered once it is shown.
ShownPage shownAs(const RenderedPage& page);

/// HTML of block `i` with the gap before it; the first block has none.
std::string_view unitOf(const RenderedPage& page, std::size_t i);

/// The patch from `shown` to `next`; its views point into `next`. Units over `sliceBytes` in all are cut off
/// after the one that passes the limit, and the patch is then not complete. The shell is compared, not
/// patched. Of `next` only so many blocks are made: a page that is still being brought in keeps what it has.
BlockPatch blockPatch(const ShownPage& shown, const RenderedPage& next, std::size_t sliceBytes = SIZE_MAX,
                      std::size_t blocks = SIZE_MAX);

/// What is shown after the patch; the shell stays as it was.
ShownPage applied(ShownPage shown, const BlockPatch& patch);

} // namespace galley
