// SPDX-License-Identifier: MIT
#include "base/linediff.h"
#include "fuzzing.h"
#include "layout/blockpatch.h"

using namespace galley;
using fuzzing::require;

namespace
{
/// A page whose blocks are the text's lines: '#' begins a gap, so that every shape of page can be made.
RenderedPage pageOf(std::string_view text)
{
    RenderedPage page;
    page.html = text;
    std::size_t at = 0;
    for (int line = 0; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at && text[at] != '#') {
            PageBlock block;
            block.offset = at;
            block.length = end - at;
            block.firstLine = block.lastLine = line;
            block.hash = std::hash<std::string_view>{}(text.substr(at, end - at));
            page.blocks.push_back(block);
        }
        at = end + 1;
    }
    return page;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto [before, after] = fuzzing::halves(fuzzing::asText(data, size));
    const RenderedPage next = pageOf(after);
    ShownPage shown = shownAs(pageOf(before));
    const ShownPage wanted = shownAs(next);
    for (int slices = 0;; ++slices) {
        require(slices < 5000, "slices end");
        const BlockPatch patch = blockPatch(shown, next, 64);
        shown = applied(std::move(shown), patch);
        if (patch.complete)
            break;
    }
    require(shown.blocks == wanted.blocks, "the patch applied to the old page is the new one");
    std::size_t lines = 0;
    for (const DiffRun& run : diffLines(before, after))
        lines += run.kind == DiffRun::Kind::Removed ? 0 : static_cast<std::size_t>(run.count);
    require(lines == splitLines(after).size(), "the line diff tells all new lines");
    return 0;
}
