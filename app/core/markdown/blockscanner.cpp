// SPDX-License-Identifier: MIT
#include "markdown/blockscanner.h"

#include "base/limits.h"

#include <algorithm>

namespace galley::markdown
{

BlockScanner::BlockScanner(KramdownState& state, std::string_view text, int firstLine, int depth)
    : m_state(state), m_text(text), m_finder(text), m_firstLine(firstLine), m_depth(depth), m_lineEnd(lineEnd(text, 0))
{
}

void BlockScanner::scan(Node& into)
{
    m_into = &into;
    if (m_depth > limits::markdownDepth) {
        m_state.cutByDepth = true;
        addRawText(*add(Kind::Paragraph, m_firstLine), trim(m_text), m_firstLine);
        return;
    }
    while (!atEnd()) {
        if (!block()) { // no block takes the line: it is text
            const Pos next = nextLine(m_text, m_pos);
            addRawText(into, m_text.substr(m_pos, next - m_pos), lineAt(m_pos));
            m_pos = next;
        }
    }
}

/// The order is kramdown's and matters: what an earlier one refuses a later one may take.
bool BlockScanner::block()
{
    const Pos begin = m_pos;
    Node* const before = m_into->last;
    const char first = at(m_text, optionalSpace(m_text, m_pos));
    bool taken = false;
    if (isSpace(first)) {
        taken = blankLine() || indentedCode();
    } else if (isWord(first) && !isDigit(first) && first != '_') { // most blocks of most posts
        taken = setextHeading() || table() || paragraph();
    } else {
        taken = fencedCode() || quote() || atxHeading() || rule() || list() || definitionList() || htmlBlock() ||
                setextHeading() || mathBlock() || table() || footnoteDefinition() || linkDefinition() ||
                abbreviationDefinition() || extensionBlock() || endOfBlock() || paragraph();
    }
    if (taken)
        finishLines(before, begin);
    return taken;
}

/// Places are asked for in order, nearly always: each line end is looked for once.
int BlockScanner::lineAt(Pos pos)
{
    if (pos < m_linePos) {
        const auto head = m_text.begin() + static_cast<std::ptrdiff_t>(pos);
        m_line -= static_cast<int>(std::count(head, m_text.begin() + static_cast<std::ptrdiff_t>(m_linePos), '\n'));
        m_lineEnd = lineEnd(m_text, pos);
    }
    for (; m_lineEnd < pos; ++m_line)
        m_lineEnd = lineEnd(m_text, m_lineEnd + 1);
    m_linePos = pos;
    return m_firstLine + m_line;
}

/// The block just taken ends with the last line that is not blank.
void BlockScanner::finishLines(Node* before, Pos begin)
{
    Node* block = m_into->last;
    while (block && block != before && block->kind == Kind::Blank)
        block = block->previous;
    if (block == nullptr)
        return;
    if (block->kind == Kind::EndOfBlock && block->previous)
        block = block->previous; // an attribute list's line belongs to its block
    Pos end = std::min(m_pos, m_text.size());
    while (end > begin && isSpace(m_text[end - 1]))
        --end;
    if (end > begin)
        block->lastLine = std::max(block->lastLine, lineAt(end - 1));
}

bool BlockScanner::afterBoundary() const
{
    const Node* last = m_into->last;
    return last == nullptr || last->kind == Kind::Blank || m_waiting != nullptr ||
           (last->kind == Kind::EndOfBlock && last->level == static_cast<std::uint8_t>(Ending::Marker));
}

Node* BlockScanner::make(Kind kind, int line)
{
    Node* node = m_state.tree.make(kind, line);
    node->list = m_waiting;
    m_waiting = nullptr;
    return node;
}

Node* BlockScanner::add(Kind kind, int line)
{
    Node* node = make(kind, line);
    Tree::append(*m_into, node);
    return node;
}

void BlockScanner::addEnding(Ending ending)
{
    add(Kind::EndOfBlock, lineAt(m_pos))->level = static_cast<std::uint8_t>(ending);
}

void BlockScanner::addRawText(Node& parent, std::string_view text, int line)
{
    if (!text.empty())
        m_state.tree.append(parent, Kind::RawText, line)->value = text;
}

/// `text` lives as long as the tree.
void BlockScanner::scanInner(Node& into, std::string_view text, int line)
{
    BlockScanner inner(m_state, text, line, m_depth + 1);
    inner.scan(into);
}

bool BlockScanner::blankLine()
{
    const Pos end = blankLines(m_text, m_pos);
    if (end == none)
        return false;
    Node* last = m_into->last;
    if (last && last->kind == Kind::Blank)
        last->value = "\n\n"; // only "exactly one empty line" is ever asked for
    else
        add(Kind::Blank, lineAt(m_pos))->value = m_text.substr(m_pos, end - m_pos);
    m_pos = end;
    return true;
}

/// `indent` bytes are white space that code begins with: a tab, or four spaces.
static std::size_t codeIndent(std::string_view text, Pos pos)
{
    if (at(text, pos) == '\t')
        return 1;
    return text.substr(pos, 4) == "    " ? 4 : 0;
}

/// Behind the indented code at `pos`, lazy lines too; `pos` when there is none.
Pos BlockScanner::codeEnd(Pos pos) const
{
    const auto isCode = [&](Pos line) { return codeIndent(m_text, line) != 0 && hasContent(m_text, line); };
    for (;;) {
        const Pos blank = blankLines(m_text, pos);
        Pos line = blank == none ? pos : blank;
        if (!isCode(line))
            return pos;
        while (line < m_text.size() && isCode(line))
            line = nextLine(m_text, line);
        while (line < m_text.size() && hasContent(m_text, line) && !lazyEnd(m_text, line))
            line = nextLine(m_text, line);
        pos = line;
    }
}

bool BlockScanner::indentedCode()
{
    if (codeIndent(m_text, m_pos) == 0)
        return false;
    const Pos end = codeEnd(m_pos);
    std::string code;
    for (Pos line = m_pos; line < end; line = nextLine(m_text, line)) {
        const std::size_t indent = codeIndent(m_text, line);
        const bool isLazy = indent == 0 && !code.empty() && !isSpace(at(m_text, optionalSpace(m_text, line)));
        if (isLazy)
            code.back() = ' ';
        code.append(m_text, line + indent, nextLine(m_text, line) - line - indent);
    }
    add(Kind::CodeBlock, lineAt(m_pos))->value = m_state.tree.keep(code);
    m_pos = end;
    return true;
}

/// One fence with this many of its marks as the marker; what is left of them begins the language.
bool BlockScanner::tryFence(Pos begin, std::size_t markerLength)
{
    const std::string_view marker = m_text.substr(begin, markerLength);
    const Pos infoEnd = lineEnd(m_text, begin);
    const std::string_view info = trim(m_text.substr(begin + markerLength, infoEnd - begin - markerLength));
    if (std::any_of(info.begin(), info.end(), isSpace) || infoEnd >= m_text.size())
        return false;
    const Pos end = m_finder.findFenceEnd(marker, infoEnd + 1, m_state.isGfm());
    if (end == none)
        return false;
    Node* code = add(Kind::CodeBlock, lineAt(m_pos));
    code->fenced = true;
    code->value = m_text.substr(infoEnd + 1, end - infoEnd - 1);
    code->extra = info;
    if (!info.empty()) {
        const Pos query = info.find('?', 1); // options for the highlighter follow
        m_state.tree.set(*code, "class", m_state.tree.keep("language-" + std::string(info.substr(0, query))));
    }
    m_pos = nextLine(m_text, end);
    return true;
}

bool BlockScanner::fencedCode()
{
    const bool gfm = m_state.isGfm();
    if (!fenceStart(m_text, m_pos, gfm))
        return false;
    const Pos begin = gfm ? optionalSpace(m_text, m_pos) : m_pos;
    std::size_t marks = 0;
    while (at(m_text, begin + marks) == '~' || (gfm && at(m_text, begin + marks) == '`'))
        ++marks;
    constexpr std::size_t tries = 16; // a shorter marker is tried when the long one is never closed
    for (std::size_t length = marks; length >= 3 && length + tries > marks; --length) {
        if (tryFence(begin, length))
            return true;
    }
    return false;
}

bool BlockScanner::quote()
{
    if (at(m_text, optionalSpace(m_text, m_pos)) != '>')
        return false;
    const int line = lineAt(m_pos);
    std::string content;
    do {
        Pos begin = optionalSpace(m_text, m_pos);
        if (at(m_text, begin) == '>')
            begin += at(m_text, begin + 1) == ' ' ? 2 : 1;
        else
            begin = m_pos;
        m_pos = nextLine(m_text, m_pos);
        content.append(m_text, begin, m_pos - begin);
    } while (!atEnd() && !lazyEnd(m_text, m_pos));
    Node* quote = add(Kind::Quote, line);
    scanInner(*quote, m_state.tree.keep(content), line);
    return true;
}

bool BlockScanner::rule()
{
    const Pos end = horizontalRule(m_text, m_pos);
    if (end == none)
        return false;
    add(Kind::Rule, lineAt(m_pos));
    m_pos = end;
    return true;
}

bool BlockScanner::endOfBlock()
{
    const Pos end = endMarker(m_text, m_pos);
    if (end == none)
        return false;
    addEnding(Ending::Marker);
    m_pos = end;
    return true;
}

bool BlockScanner::endsParagraph(Pos pos) const
{
    if (pos >= m_text.size())
        return true;
    const char first = at(m_text, optionalSpace(m_text, pos));
    if (isWord(first) && !isDigit(first))
        return false;
    if (lazyEnd(m_text, pos) || definitionMarker(m_text, pos) != none)
        return true;
    if (!m_state.isGfm() || !m_state.options.quirkParagraphEnd)
        return false;
    if (listMarker(m_text, pos) || first == '>' || fenceStart(m_text, pos, true))
        return true;
    Pos marks = pos;
    while (at(m_text, marks) == '#')
        ++marks;
    return marks > pos && marks - pos <= 6 && (at(m_text, marks) == ' ' || at(m_text, marks) == '\t');
}

bool BlockScanner::paragraph()
{
    const Pos begin = m_pos;
    const int line = lineAt(begin);
    do {
        m_pos = nextLine(m_text, m_pos);
    } while (!endsParagraph(m_pos));
    const std::string_view text = trimRight(m_text.substr(begin, m_pos - begin));
    Node* last = m_into->last;
    if (last && last->kind == Kind::Paragraph) {
        Node* raw = last->last;
        // Both lie in this text: what is between them is white space.
        if (raw && raw->kind == Kind::RawText && raw->value.data() >= m_text.data() && raw->value.data() <= text.data())
            raw->value = {raw->value.data(), static_cast<std::size_t>(text.data() + text.size() - raw->value.data())};
        else
            addRawText(*last, text, line);
        return true;
    }
    addRawText(*add(Kind::Paragraph, line), trim(text), line);
    return true;
}

} // namespace galley::markdown
