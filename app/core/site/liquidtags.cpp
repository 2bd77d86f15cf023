// SPDX-License-Identifier: MIT
#include "site/liquidtags.h"

#include <algorithm>
#include <array>

namespace galley::site
{

bool isLiquidBlock(std::string_view tag)
{
    // Liquid 5.4's blocks and Jekyll's highlight; `liquid` and `raw` count as Liquid's class tree has them.
    static constexpr std::array<std::string_view, 11> blocks{
        "if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "comment", "raw", "highlight", "block"};
    return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

} // namespace galley::site
