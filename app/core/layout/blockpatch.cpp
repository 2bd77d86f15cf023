// SPDX-License-Identifier: MIT
#include "layout/blockpatch.h"

#include <algorithm>

namespace galley
{

namespace
{

std::string_view gapBefore(const RenderedPage& page, std::size_t i)
{
    if (i == 0)
        return {};
    const PageBlock& before = page.blocks[i - 1];
    const std::size_t end = before.offset + before.length;
    return std::string_view(page.html).substr(end, page.blocks[i].offset - end);
}

std::string_view headOf(const RenderedPage& page)
{
    const std::size_t end = page.blocks.empty() ? page.html.size() : page.blocks.front().offset;
    return std::string_view(page.html).substr(0, end);
}

std::string_view tailOf(const RenderedPage& page)
{
    if (page.blocks.empty())
        return {};
    const PageBlock& last = page.blocks.back();
    return std::string_view(page.html).substr(last.offset + last.length);
}

bool isSpace(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

ShownBlock shownBlock(const RenderedPage& page, std::size_t i)
{
    const PageBlock& block = page.blocks[i];
    return ShownBlock{block.hash, std::string(gapBefore(page, i)), block.firstLine, block.lastLine};
}

/// Compares a shown block with one of the new page; positions matter, since the first block has no gap.
class Comparison
{
public:
    Comparison(const ShownPage& shown, const RenderedPage& next, std::size_t nextEnd)
        : m_shown(shown), m_next(next), m_nextEnd(nextEnd)
    {
    }

    std::size_t commonPrefix() const
    {
        const std::size_t end = std::min(m_shown.blocks.size(), m_nextEnd);
        std::size_t i = 0;
        while (i < end && sameHash(i, i) && m_shown.blocks[i].gap == gapBefore(m_next, i))
            ++i;
        return i;
    }

    /// Equal blocks at the end; the frontmost of them may have another gap when both gaps are white space (a
    /// seam).
    std::size_t commonSuffix(std::size_t prefix) const
    {
        const std::size_t shownSize = m_shown.blocks.size(), nextSize = m_nextEnd;
        const std::size_t most = std::min(shownSize, nextSize) - prefix;
        std::size_t n = 0;
        while (n < most && sameHash(shownSize - n - 1, nextSize - n - 1)) {
            const std::string_view old = m_shown.blocks[shownSize - n - 1].gap;
            const std::string_view now = gapBefore(m_next, nextSize - n - 1);
            if (old != now)
                return isSpace(old) && isSpace(now) ? n + 1 : n;
            ++n;
        }
        return n;
    }

private:
    bool sameHash(std::size_t i, std::size_t j) const { return m_shown.blocks[i].hash == m_next.blocks[j].hash; }

    const ShownPage& m_shown;
    const RenderedPage& m_next;
    std::size_t m_nextEnd; ///< blocks of the new page that are looked at
};

void takeUnits(BlockPatch& patch, const RenderedPage& next, std::size_t end, std::size_t sliceBytes)
{
    std::size_t bytes = 0;
    for (std::size_t i = patch.first; i < end; ++i) {
        patch.units.push_back(unitOf(next, i));
        patch.blocks.push_back(shownBlock(next, i));
        bytes += patch.units.back().size();
        if (bytes > sliceBytes && i + 1 < end) {
            patch.complete = false;
            return;
        }
    }
}

void findSeam(BlockPatch& patch, const ShownPage& shown, const RenderedPage& next, std::size_t nextEnd,
              std::size_t suffix)
{
    if (suffix == 0)
        return;
    const std::string& from = shown.blocks[shown.blocks.size() - suffix].gap;
    const std::string_view to = gapBefore(next, nextEnd - suffix);
    if (from != to)
        patch.seam = Seam{from, std::string(to)};
}

/// Lines before the units may differ too: front matter grew, and nothing else changed.
void findLines(BlockPatch& patch, const ShownPage& shown, const RenderedPage& next, std::size_t nextEnd,
               std::size_t suffix)
{
    const std::size_t shownStart = shown.blocks.size() - suffix, nextStart = nextEnd - suffix;
    const auto differs = [&](std::size_t i, std::size_t j, int shift) {
        const ShownBlock& old = shown.blocks[i];
        const PageBlock& now = next.blocks[j];
        return old.firstLine + shift != now.firstLine || old.lastLine + shift != now.lastLine;
    };
    bool uneven = false;
    if (suffix > 0)
        patch.lineShift = next.blocks[nextStart].firstLine - shown.blocks[shownStart].firstLine;
    for (std::size_t i = 0; i < patch.first && !uneven; ++i)
        uneven = differs(i, i, 0);
    for (std::size_t n = 0; n < suffix && !uneven; ++n)
        uneven = differs(shownStart + n, nextStart + n, patch.lineShift);
    if (!uneven)
        return;
    patch.lineShift = 0;
    for (std::size_t i = 0; i < nextEnd; ++i)
        patch.table.push_back(shownBlock(next, i));
}

} // namespace

ShownPage shownAs(const RenderedPage& page)
{
    ShownPage shown{std::string(headOf(page)), std::string(tailOf(page)), {}};
    shown.blocks.reserve(page.blocks.size());
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        shown.blocks.push_back(shownBlock(page, i));
    return shown;
}

std::string_view unitOf(const RenderedPage& page, std::size_t i)
{
    const PageBlock& block = page.blocks[i];
    const std::size_t gap = gapBefore(page, i).size();
    return std::string_view(page.html).substr(block.offset - gap, block.length + gap);
}

BlockPatch blockPatch(const ShownPage& shown, const RenderedPage& next, std::size_t sliceBytes, std::size_t blocks)
{
    const std::size_t end = std::min(blocks, next.blocks.size());
    const Comparison comparison(shown, next, end);
    BlockPatch patch;
    patch.shellChanged = shown.head != headOf(next) || shown.tail != tailOf(next);
    patch.first = comparison.commonPrefix();
    const std::size_t suffix = comparison.commonSuffix(patch.first);
    patch.removed = shown.blocks.size() - suffix - patch.first;
    takeUnits(patch, next, end - suffix, sliceBytes);
    if (!patch.complete)
        return patch;
    findSeam(patch, shown, next, end, suffix);
    findLines(patch, shown, next, end, suffix);
    patch.complete = end == next.blocks.size();
    return patch;
}

ShownPage applied(ShownPage shown, const BlockPatch& patch)
{
    const auto begin = shown.blocks.begin() + std::ptrdiff_t(patch.first);
    shown.blocks.erase(begin, begin + std::ptrdiff_t(patch.removed));
    shown.blocks.insert(shown.blocks.begin() + std::ptrdiff_t(patch.first), patch.blocks.begin(), patch.blocks.end());
    const std::size_t after = patch.first + patch.blocks.size();
    if (patch.seam)
        shown.blocks[after].gap = patch.seam->to;
    for (std::size_t i = after; i < shown.blocks.size(); ++i) {
        shown.blocks[i].firstLine += patch.lineShift;
        shown.blocks[i].lastLine += patch.lineShift;
    }
    if (!patch.table.empty())
        shown.blocks = patch.table;
    return shown;
}

} // namespace galley
