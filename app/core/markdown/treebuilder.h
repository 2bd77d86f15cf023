// SPDX-License-Identifier: MIT
// TreeBuilder: makes the tree of what md4c calls.
#pragma once

#include "markdown/blocklines.h"
#include "markdown/tree.h"

#include <md4c.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::markdown
{

/// Its functions are called as md4c's callbacks; what they return is 0 or, to end the parsing, negative.
class TreeBuilder
{
public:
    explicit TreeBuilder(Tree& tree);

    int enterBlock(MD_BLOCKTYPE type, void* detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void* detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view text);

    const LineIndex& lines() const { return m_index; }
    bool cutByDepth() const { return m_cutByDepth; }

private:
    int open(Kind kind);
    int close();
    int spend(std::size_t bytes);
    void noteLine(std::string_view text);
    std::string_view attribute(const MD_ATTRIBUTE& attribute);
    void describeBlock(MD_BLOCKTYPE type, void* detail);
    void describeTask(const MD_BLOCK_LI_DETAIL& item);
    void describeCode(const MD_BLOCK_CODE_DETAIL& code);

    Tree& m_tree;
    LineIndex m_index;
    Node* m_current;
    std::size_t m_budget; ///< bytes that may still come
    int m_depth = 0;
    int m_ignored = 0; ///< levels open beyond the depth limit
    bool m_cutByDepth = false;
    std::string m_verbatim; ///< code or HTML that comes in pieces
};

} // namespace galley::markdown
