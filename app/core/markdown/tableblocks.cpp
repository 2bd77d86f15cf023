// SPDX-License-Identifier: MIT
// Tables of kramdown: a head is not needed; bars in code do not split cells.
#include "base/limits.h"
#include "markdown/blockscanner.h"
#include "markdown/spanscanner.h"

#include <algorithm>
#include <cstring>

namespace galley::markdown
{

namespace
{
enum Alignment : std::uint8_t { Default, Left, Center, Right };

/// A bar at the head of a line, or one that no backslash stands before.
bool hasBar(std::string_view line)
{
    if (!line.empty() && line.front() == '|')
        return true;
    for (Pos bar = line.find('|', 1); bar != none; bar = line.find('|', bar + 1)) {
        if (line[bar - 1] != '\\')
            return true;
    }
    return false;
}

/// Only these marks and at least one of `needed`.
bool isSeparator(std::string_view line, std::string_view marks, char needed)
{
    return line.find_first_not_of(marks) == none && line.find(needed) != none;
}

std::vector<std::uint8_t> alignmentsOf(std::string_view line)
{
    std::vector<std::uint8_t> list;
    for (Pos dash = line.find('-'); dash != none; dash = line.find('-', dash)) {
        const bool left = dash > 0 && line[dash - 1] == ':';
        dash = std::min(line.find_first_not_of('-', dash), line.size());
        const bool right = at(line, dash) == ':';
        dash += right;
        list.push_back(left && right ? Center : right ? Right : left ? Left : Default);
    }
    return list;
}

/// Appends to the last cell, or begins the first.
void extend(std::vector<std::string>& cells, std::string_view text)
{
    if (cells.empty())
        cells.emplace_back(text);
    else
        cells.back() += text;
}

/// Splits at bars that no backslash stands before; "\|" becomes "|".
void splitCells(std::string_view text, std::vector<std::string>& cells)
{
    std::string cell;
    bool first = true;
    const auto finish = [&] {
        if (first)
            extend(cells, cell);
        else
            cells.push_back(cell);
        first = false;
        cell.clear();
    };
    for (Pos i = 0; i < text.size(); ++i) {
        if (text[i] == '|' && (i == 0 || text[i - 1] != '\\')) {
            finish();
        } else if (text[i] != '\\' || at(text, i + 1) != '|') {
            cell += text[i];
        }
    }
    finish();
}

/// Code as a span again, with a delimiter that its content does not hold.
std::string codeText(std::string_view code)
{
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string delimiter(longest + 1, '`');
    const std::string_view space = longest > 0 ? " " : "";
    return delimiter + std::string(space).append(code).append(space) + delimiter;
}

void splitOutsideCode(KramdownState& state, std::string_view text, std::vector<std::string>& cells)
{
    Node* spans = state.tree.make(Kind::RawText);
    SpanScanner(state, text, 0).scan(*spans, SpanMode::Code);
    for (const Node* span = spans->first; span; span = span->next) {
        if (span->isText())
            splitCells(span->value, cells);
        else
            extend(cells, codeText(span->value));
    }
    state.tree.release(spans);
}

/// The cells of a row; <code> elements and code spans hide their bars.
std::vector<std::string> cellsOf(KramdownState& state, std::string_view line)
{
    std::vector<std::string> cells;
    for (Pos pos = 0; pos < line.size();) {
        const Pos open = line.find("<code", pos);
        const Pos close = open == none ? none : line.find('>', open + 5);
        const Pos end = close == none ? none : line.find("</code>", close + 1);
        const Pos plainEnd = end == none ? line.size() : open;
        if (plainEnd > pos)
            splitOutsideCode(state, line.substr(pos, plainEnd - pos), cells);
        if (end != none)
            extend(cells, line.substr(open, end + 7 - open));
        pos = end == none ? line.size() : end + 7;
    }
    return cells;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (Pos pos = 0; pos < text.size(); pos = lineEnd(text, pos) + 1)
        lines.push_back(text.substr(pos, lineEnd(text, pos) - pos));
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

/// Whether each line has a bar outside of code; kramdown's own walk over the table's spans.
bool everyLineHasBar(KramdownState& state, std::string_view text)
{
    Node* spans = state.tree.make(Kind::RawText);
    SpanScanner(state, text, 0).scan(*spans, SpanMode::CodeAndHtml);
    bool barOnLine = false;
    for (const Node* span = spans->first; span; span = span->next) {
        const auto lines = linesOf(span->value);
        if (span->kind == Kind::CodeSpan) {
            if (lines.size() > 2 || (lines.size() == 2 && !barOnLine))
                break;
            barOnLine = barOnLine && lines.size() != 2;
        } else {
            if (lines.size() > 1 && !barOnLine && !hasBar(lines.front()))
                break;
            barOnLine = (lines.size() <= 1 && barOnLine) || (!lines.empty() && hasBar(lines.back()));
        }
    }
    state.tree.release(spans);
    return barOnLine;
}

/// A table while its lines are read.
struct TableReader {
    KramdownState& state;
    Node& table;
    std::vector<std::uint8_t> alignments;
    std::vector<Node*> rows;
    std::size_t columns = 0;
    bool hasFooter = false;
    bool leadingBar = false;

    void closeGroup(Kind kind, bool force)
    {
        if (hasFooter && kind == Kind::TableBody && !force)
            return;
        Node* group = state.tree.append(table, kind, table.firstLine);
        for (Node* row : rows)
            Tree::append(*group, row);
        rows.clear();
    }

    void addRow(std::string_view line, int number)
    {
        auto cells = cellsOf(state, line);
        if (leadingBar && !cells.empty() && trim(cells.front()).empty())
            cells.erase(cells.begin());
        if (!cells.empty() && trim(cells.back()).empty())
            cells.pop_back();
        Node* row = state.tree.make(Kind::Row, number);
        for (const std::string& cell : cells) {
            Node* node = state.tree.append(*row, Kind::Cell, number);
            if (const std::string_view text = trim(cell); !text.empty())
                state.tree.append(*node, Kind::RawText, number)->value = state.tree.keep(text);
        }
        columns = std::max(columns, cells.size());
        rows.push_back(row);
    }

    void addLine(std::string_view line, int number)
    {
        if (isSeparator(line, "+|: \t-", '-')) {
            const bool first = alignments.empty() && !hasFooter;
            if (!rows.empty() && first) {
                closeGroup(Kind::TableHead, false);
                alignments = alignmentsOf(line);
            } else if (!rows.empty()) {
                closeGroup(Kind::TableBody, false);
            }
        } else if (isSeparator(line, "+|: \t=", '=')) {
            if (!rows.empty())
                closeGroup(Kind::TableBody, true);
            hasFooter = true;
        } else {
            addRow(trimRight(line), number);
        }
    }

    /// Every row gets all columns, every cell its alignment.
    void fill()
    {
        std::size_t budget = limits::tableFillCells;
        for (Node* group = table.first; group; group = group->next) {
            for (Node* row = group->first; row; row = row->next) {
                std::size_t column = 0;
                for (Node* cell = row->first; column < columns; cell = cell->next, ++column) {
                    if (cell == nullptr) {
                        if (budget-- == 0) {
                            state.cutByTable = true;
                            return;
                        }
                        cell = state.tree.append(*row, Kind::Cell, row->firstLine);
                    }
                    cell->level = column < alignments.size() ? alignments[column] : static_cast<std::uint8_t>(Default);
                    cell->fenced = group->kind == Kind::TableHead;
                }
            }
        }
    }

    bool hasBody() const
    {
        for (const Node* group = table.first; group; group = group->next) {
            if (group->kind == Kind::TableBody)
                return true;
        }
        return false;
    }
};
} // namespace

bool BlockScanner::table()
{
    const Pos head = optionalSpace(m_text, m_pos);
    const std::string_view first = m_text.substr(m_pos, lineEnd(m_text, m_pos) - m_pos);
    if (std::memchr(first.data(), '|', first.size()) == nullptr || head >= m_text.size() || isSpace(m_text[head]) ||
        !hasBar(m_text.substr(head, lineEnd(m_text, head) - head)) || !afterBoundary())
        return false;
    const Pos begin = m_pos;
    const int line = lineAt(begin);
    Node* table = make(Kind::Table, line); // an attribute list before it is gone even when this turns out to be none
    TableReader reader{m_state, *table, {}, {}, 0, false, m_text[head] == '|'};
    Pos pos = isSeparator(first, "+|: \t-", '-') ? nextLine(m_text, begin) : begin;
    for (int number = line + (pos != begin); pos < m_text.size(); pos = nextLine(m_text, pos), ++number) {
        const std::string_view text = m_text.substr(pos, lineEnd(m_text, pos) - pos);
        if (!hasBar(text))
            break;
        reader.addLine(text, number);
    }
    const Pos end = pos;
    if (!blockBoundary(m_text, end) || end == begin ||
        !everyLineHasBar(m_state, trimRight(m_text.substr(begin, end - begin))))
        return false;
    if (!reader.rows.empty())
        reader.closeGroup(reader.hasFooter ? Kind::TableFoot : Kind::TableBody, false);
    if (!reader.hasBody())
        return false;
    reader.fill();
    Tree::append(*m_into, table);
    m_pos = end;
    return true;
}

} // namespace galley::markdown
