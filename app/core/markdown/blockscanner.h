// SPDX-License-Identifier: MIT
// BlockScanner: kramdown's blocks, which are not CommonMark's: one text with its lines becomes nodes.
#pragma once

#include "markdown/finder.h"
#include "markdown/htmltag.h"
#include "markdown/kramdownstate.h"
#include "markdown/lexis.h"
#include "markdown/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::markdown
{

/// Lists, quotes and notes are scanned by a scanner of their own over their text, one level deeper.
class BlockScanner
{
public:
    /// `text` lives as long as the tree; its first line is line `firstLine` of the post.
    BlockScanner(KramdownState& state, std::string_view text, int firstLine, int depth);

    /// Scans the whole text; the blocks are appended to `into`.
    void scan(Node& into);

private:
    // One handler a kind of block, in kramdown's order; true when it took something.
    bool block();
    bool blankLine();
    bool indentedCode();
    bool fencedCode();
    bool quote();
    bool atxHeading();
    bool setextHeading();
    bool rule();
    bool list();
    bool definitionList();
    bool htmlBlock();
    bool mathBlock();
    bool table();
    bool footnoteDefinition();
    bool linkDefinition();
    bool abbreviationDefinition();
    bool extensionBlock();
    bool endOfBlock();
    bool paragraph();

    // Text and places.
    char here() const { return at(m_text, m_pos); }
    int lineAt(Pos pos);
    bool atEnd() const { return m_pos >= m_text.size(); }
    bool afterBoundary() const;
    bool endsParagraph(Pos pos) const;
    Pos codeEnd(Pos pos) const;

    // Nodes.
    Node* add(Kind kind, int line); ///< takes the attribute list that waits
    Node* make(Kind kind, int line);
    void addEnding(Ending ending);
    void addRawText(Node& parent, std::string_view text, int line);
    void scanInner(Node& into, std::string_view text, int line);
    void finishLines(Node* before, Pos begin);

    // Headings and code.
    bool addHeading(int level, std::string_view text, Pos end, bool trimMarks);
    bool tryFence(Pos begin, std::size_t markerLength);

    // Lists.
    struct Item;
    struct ItemShape;
    ItemShape firstItemLine(std::string& content, std::size_t indentation) const;
    bool takeItemAttributes(std::string& content, Node& item);
    bool continuesItem(Pos pos, const ItemShape& shape) const;
    bool continuesLazily(Pos pos, const ItemShape& shape) const;
    bool stripIndent(std::string& line, const ItemShape& shape) const;
    void startItem(std::vector<Item>& items, Node& list, Pos content, ItemShape& shape);
    void extendItem(Item& item, const ItemShape& shape, bool& nestedFound);
    bool gatherItems(Node& list, std::vector<Item>& items);
    void buildItems(Node& list, std::vector<Item>& items, bool markerFound);
    void makeTight(Node& list, Node& item, bool markerFound) const;
    void markTasks(Node& list);
    void addTerms(Node& list, const Node& paragraph);
    void gatherDefinitions(Node& list, std::vector<Item>& items, bool firstAsParagraph);
    void buildDefinitions(std::vector<Item>& items, Node*& trailingBlank);

    // HTML.
    void startElement(const HtmlTag& tag, int line);
    void fillElement(Node& element, bool closed, bool handleBody);
    void rawContent(Node& element);
    void verbatimContent(Node& element);
    void spanContent(Node& element);
    bool scanUntilEndTag(Node& into);
    void skipTrailingSpace();
    void addText(Node& parent, Kind kind, std::string_view text);

    // Extensions and definitions.
    bool extension(Pos begin);
    void handleExtension(std::string_view name, const AttributeList& list, const std::string_view* body, bool& known);
    bool footnoteEnd(Pos& bodyBegin, std::string_view& name) const;

    KramdownState& m_state;
    std::string_view m_text;
    Finder m_finder;
    Pos m_pos = 0;
    int m_firstLine;
    int m_depth;
    Pos m_linePos = 0; ///< a place whose line is known
    int m_line = 0;    ///< its line, counted from the text's head
    Pos m_lineEnd;     ///< where that line ends
    Node* m_into = nullptr;
    AttributeList* m_waiting = nullptr; ///< an attribute list that belongs to the next block
    bool m_elementClosed = false;       ///< the end tag of m_into was met
};

} // namespace galley::markdown
