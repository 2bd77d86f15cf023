// SPDX-License-Identifier: MIT
#include "layout/blockfinder.h"

#include <functional>

namespace galley
{

namespace
{

constexpr std::size_t npos = std::string_view::npos;

/// Shorter blocks ("<hr />") stand in shells too; the first anchor must not be one of them.
constexpr std::size_t anchorBytes = 24;

/// How much a layout's filters may add between two blocks before the search gives the next block up.
constexpr std::size_t slackBytes = 4096;

std::vector<PageBlock> shifted(const std::vector<PageBlock>& blocks, std::size_t by)
{
    std::vector<PageBlock> out(blocks);
    for (PageBlock& block : out)
        block.offset += by;
    return out;
}

/// The search of one page, block after block.
class OrderedSearch
{
public:
    OrderedSearch(std::string_view page, std::string_view content, const std::vector<PageBlock>& blocks)
        : m_page(page), m_content(content), m_blocks(blocks)
    {
    }

    std::vector<PageBlock> run()
    {
        const std::size_t anchor = findAnchor();
        for (std::size_t i = anchor; i < m_blocks.size(); ++i)
            place(i);
        return std::move(m_found);
    }

private:
    std::string_view html(const PageBlock& block) const { return m_content.substr(block.offset, block.length); }

    /// The first block that is long enough to be no accident and stands in the page.
    std::size_t findAnchor()
    {
        std::size_t tried = 0;
        for (std::size_t i = 0; i < m_blocks.size() && tried < 16; ++i) {
            if (m_blocks[i].length < anchorBytes)
                continue;
            ++tried;
            const std::size_t at = m_page.find(html(m_blocks[i]));
            if (at == npos)
                continue;
            m_position = at;
            return i;
        }
        return m_blocks.size();
    }

    void place(std::size_t i)
    {
        const PageBlock& block = m_blocks[i];
        const std::size_t reach = 2 * (m_skippedBytes + block.length) + slackBytes;
        const std::size_t at = block.length == 0 ? npos : m_page.substr(m_position, reach).find(html(block));
        if (at == npos) {
            if (m_skipped.length == 0 && m_skippedBytes == 0)
                m_skipped.firstLine = block.firstLine;
            m_skipped.lastLine = block.lastLine;
            m_skippedBytes += block.length;
            return;
        }
        PageBlock found = block;
        found.offset = m_position + at;
        closeGap(found.offset);
        m_found.push_back(found);
        m_position = found.offset + found.length;
    }

    /// Blocks that were not found become one block: the bytes between their found neighbours.
    void closeGap(std::size_t end)
    {
        if (m_skippedBytes > 0 && !m_found.empty() && end > m_position) {
            m_skipped.offset = m_position;
            m_skipped.length = end - m_position;
            m_skipped.hash = std::hash<std::string_view>{}(m_page.substr(m_position, m_skipped.length));
            m_found.push_back(m_skipped);
        }
        m_skipped = {};
        m_skippedBytes = 0;
    }

    std::string_view m_page;
    std::string_view m_content;
    const std::vector<PageBlock>& m_blocks;
    std::vector<PageBlock> m_found;
    std::size_t m_position = 0; ///< page bytes before this one are placed
    PageBlock m_skipped;
    std::size_t m_skippedBytes = 0;
};

} // namespace

std::vector<PageBlock> findBlocks(std::string_view page, std::string_view content,
                                  const std::vector<PageBlock>& contentBlocks)
{
    if (content.empty() || contentBlocks.empty())
        return {};
    if (const std::size_t at = page.find(content); at != npos)
        return shifted(contentBlocks, at);
    return OrderedSearch(page, content, contentBlocks).run();
}

} // namespace galley
