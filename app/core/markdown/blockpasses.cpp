// SPDX-License-Identifier: MIT
// The order of the passes: block by block where that gives the same page, since a block's nodes stay in the cache then.
#include "markdown/kramdownpasses.h"

#include "markdown/kramdownwriter.h"

namespace galley::markdown
{

namespace
{
class BlockPasses
{
public:
    explicit BlockPasses(KramdownState& state)
        : m_state(state), m_abbreviations(state), m_headingIds(state), m_breakMark(hardBreakMark(state))
    {
    }

    void runOnFootnotes()
    {
        for (auto& [name, footnote] : m_state.footnotes) {
            scanSpans(m_state, *footnote.content);
            m_abbreviations.addBelow(*footnote.content);
        }
    }

    /// False when the block leaves nothing to write and is gone.
    bool run(Node& block)
    {
        if (!scanSpansOf(m_state, block))
            return false;
        m_abbreviations.addBelow(block);
        if (!m_breakMark.empty() && block.kind != Kind::HtmlElement)
            breakLines(m_state, block, m_breakMark);
        if (m_state.isGfm() && m_state.options.autoIds)
            m_headingIds.addTo(block);
        return true;
    }

    void runOnAll()
    {
        Node& root = m_state.tree.root();
        scanSpans(m_state, root);
        runOnFootnotes();
        m_abbreviations.addBelow(root);
        if (const std::string_view mark = hardBreakMark(m_state); !mark.empty())
            breakLines(m_state, root, mark);
        if (m_state.isGfm() && m_state.options.autoIds)
            m_headingIds.addTo(root);
    }

private:
    KramdownState& m_state;
    AbbreviationMarks m_abbreviations;
    HeadingIds m_headingIds;
    std::string_view m_breakMark;
};

/// Spans may set options ({::options /}), which hold for the whole page; text outside of blocks becomes many nodes.
bool canGoBlockByBlock(const KramdownState& state)
{
    if (state.tree.source().find("{::") != std::string::npos)
        return false;
    for (const Node* block = state.tree.root().first; block; block = block->next) {
        if (block->kind == Kind::RawText)
            return false;
    }
    return true;
}

/// Gives the spans of written paragraphs back; headings stay for the table of contents.
void releaseTexts(Tree& tree, Node& block)
{
    for (Node* child = block.first; child;) {
        Node* const next = child->next;
        if (block.kind == Kind::Paragraph) {
            Tree::remove(child);
            tree.release(child);
        } else if (child->kind != Kind::Heading) {
            releaseTexts(tree, *child);
        }
        child = next;
    }
}
} // namespace

void writeKramdown(Document& document, KramdownState& state)
{
    BlockPasses passes(state);
    const bool blockByBlock = canGoBlockByBlock(state);
    blockByBlock ? passes.runOnFootnotes() : passes.runOnAll();
    KramdownWriter writer(state, document.headings);
    for (Node* block = state.tree.root().first; block;) {
        Node* const next = block->next;
        if (!blockByBlock || passes.run(*block)) {
            writer.writeBlock(*block);
            if (blockByBlock)
                releaseTexts(state.tree, *block);
        }
        block = next;
    }
    writer.finish(document);
}

} // namespace galley::markdown
