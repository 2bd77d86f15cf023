// SPDX-License-Identifier: MIT
#include "markdown/blocklines.h"

#include <algorithm>

namespace galley::markdown
{

LineIndex::LineIndex(std::string_view text) : m_text(text), m_starts{0}
{
    // Searches for one byte are many times quicker than for one of two; most texts have no CR at all.
    std::size_t lf = text.find('\n');
    std::size_t cr = text.find('\r');
    while (std::min(lf, cr) != std::string_view::npos) {
        const std::size_t end = cr + 1 == lf ? lf : std::min(lf, cr);
        if (end + 1 < text.size())
            m_starts.push_back(end + 1);
        lf = lf <= end ? text.find('\n', end + 1) : lf;
        cr = cr <= end ? text.find('\r', end + 1) : cr;
    }
}

int LineIndex::lineOf(std::size_t offset) const
{
    // Offsets are asked for in order, nearly always: the line is the last one, or a neighbour of it.
    const auto holds = [&](std::size_t line) {
        return m_starts[line] <= offset && (line + 1 == m_starts.size() || offset < m_starts[line + 1]);
    };
    if (holds(m_last))
        return static_cast<int>(m_last);
    if (m_last + 1 < m_starts.size() && holds(m_last + 1))
        return static_cast<int>(++m_last);
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    m_last = static_cast<std::size_t>(next - m_starts.begin()) - 1;
    return static_cast<int>(m_last);
}

std::string_view LineIndex::line(int number) const
{
    const auto at = static_cast<std::size_t>(number);
    const std::size_t end = at + 1 < m_starts.size() ? m_starts[at + 1] : m_text.size();
    std::string_view line = m_text.substr(m_starts[at], end - m_starts[at]);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    return line;
}

namespace
{
bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\v\f") == std::string_view::npos;
}

bool looksLikeRule(std::string_view line)
{
    int marks = 0;
    char mark = 0;
    for (const char c : line) {
        if (c == ' ' || c == '\t')
            continue;
        if ((c != '-' && c != '*' && c != '_') || (mark != 0 && c != mark))
            return false;
        mark = c;
        ++marks;
    }
    return marks >= 3;
}

/// The first line from `from` on that can begin this block of no text; `from` when none does.
int findTextless(const Node& block, const LineIndex& index, int from)
{
    for (int line = from; line < index.count(); ++line) {
        const std::string_view text = index.line(line);
        const std::size_t first = text.find_first_not_of(" \t\v\f");
        const bool fits = first != std::string_view::npos && (block.kind != Kind::Quote || text[first] == '>');
        if (block.kind == Kind::Rule ? looksLikeRule(text) : fits)
            return line;
    }
    return std::min(from, std::max(0, index.count() - 1));
}
/// Lines that give md4c's block no text (definitions, an empty item, a code span's first line end) belong to the block
/// they lead to, but for an underline or a fence's end that closes the block before.
void takeLinesAbove(Node& block, const LineIndex& index, int from)
{
    int first = block.firstLine;
    while (first > from && !isBlank(index.line(first - 1)))
        --first;
    const Node* before = block.previous;
    const bool closes =
        before && (before->kind == Kind::Heading || before->kind == Kind::CodeBlock || before->kind == Kind::Raw);
    if (first > from || !closes)
        block.firstLine = first;
}
} // namespace

void completeLines(Tree& tree, const LineIndex& index)
{
    int from = 0;
    for (Node* block = tree.root().first; block; block = block->next) {
        if (block->firstLine < 0)
            block->firstLine = block->lastLine = findTextless(*block, index, from);
        else if (block->kind == Kind::CodeBlock && block->fenced && block->firstLine > from)
            --block->firstLine;
        else if (block->firstLine > from && block->kind != Kind::CodeBlock)
            takeLinesAbove(*block, index, from);
        block->firstLine = std::max(block->firstLine, from);
        block->lastLine = std::max(block->lastLine, block->firstLine);
        from = block->lastLine + 1;
    }
    for (Node* block = tree.root().first; block; block = block->next) {
        int end = block->next ? block->next->firstLine - 1 : index.count() - 1;
        while (end > block->lastLine && isBlank(index.line(end)))
            --end;
        block->lastLine = std::max(block->lastLine, end);
    }
}

} // namespace galley::markdown
