// SPDX-License-Identifier: MIT
// KramdownWriter: the bytes that kramdown's HTML converter writes, indents included.
#pragma once

#include "markdown/document.h"
#include "markdown/kramdownstate.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley::markdown
{

class KramdownWriter
{
public:
    KramdownWriter(KramdownState& state, std::vector<Heading>& headings);

    /// Appends a child of the root.
    void writeBlock(const Node& block);
    /// Adds footnotes and table of contents; the HTML and its blocks are the document's then.
    void finish(Document& document);

private:
    struct Footnote {
        std::string name; ///< with prefix
        Node* content = nullptr;
        int repeats = 0;
    };
    struct TocEntry {
        int level = 0;
        std::string_view id;
        const Node* heading = nullptr;
    };
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
        const Node* node = nullptr;
    };
    /// Where text goes that is known only at the end, and in which top-level block.
    /// A list in whose place something else stands, which is known only at the end. Until then a mark holds it.
    struct Place {
        std::string_view mark; ///< no UTF-8, so that no text has it
        const Node* list = nullptr;
    };

    void write(const Node& node, int indent);
    void writeSpan(const Node& node);
    void inner(const Node& node, int indent);
    void indentation(int indent) { m_out.append(static_cast<std::size_t>(indent > 0 ? indent : 0), ' '); }
    void attributes(const Attributes* list);
    void attributesWithout(const Attributes* list, std::string_view name);
    void openTag(std::string_view name, const Attributes* list);
    void closeTag(std::string_view name);
    void blockElement(std::string_view name, const Node& node, int indent);
    void container(std::string_view name, const Node& node, int indent);
    void spanElement(std::string_view name, const Node& node);
    void text(std::string_view value);

    void paragraph(const Node& node, int indent);
    void standaloneImage(const Node& node, int indent);
    void heading(const Node& node, int indent);
    std::string_view headingId(const Node& node);
    void list(const Node& node, std::string_view name, int indent);
    void item(const Node& node, std::string_view name, int indent);
    void term(const Node& node, int indent);
    void cell(const Node& node, int indent);
    void htmlBlock(const Node& node, int indent);
    void htmlSpan(const Node& node);
    void htmlComment(const Node& node, int indent);
    void math(const Node& node, int indent);
    void codeBlock(const Node& node, int indent);
    void codeSpan(const Node& node);
    void plainCode(const Node& node, std::string_view language, int indent);
    void highlighted(const Node& node, std::string_view language, const HighlightOptions& options);
    static int sourceLine(const Node& node);
    void lineNumberTable(std::string_view coloured, std::string_view code, const HighlightOptions& options);
    void entity(std::string_view character, std::string_view original);
    std::string quoteHtml(std::size_t index);
    std::string symbolHtml(std::size_t index);
    void abbreviation(const Node& node);

    void footnoteMarker(const Node& node);
    void footnotes();
    void addBacklinks(Node& item, const Footnote& footnote);
    void backlink(std::string& out, std::string_view name, bool space, int number) const;
    Node* tocTree(const Node& list);
    void insert(const Place& place, const std::string& html);

    KramdownState& m_state;
    std::vector<Heading>& m_headings;
    std::string m_out;
    std::size_t m_most;                   ///< bytes; what comes after is left out
    std::array<std::string, 4> m_quotes;  ///< the HTML of each smart quote; they stand in every other sentence
    std::array<std::string, 7> m_symbols; ///< and of dashes, ellipses, guillemets
    std::vector<Footnote> m_footnotes;
    std::map<std::string, std::size_t, std::less<>> m_footnoteIndex;
    std::vector<TocEntry> m_toc;
    std::unordered_map<std::string, int> m_usedIds;
    std::vector<Span> m_blocks;
    Place m_tocPlace{"\xFFtoc"};
    Place m_footnotesPlace{"\xFFnotes"};
    bool m_writingToc = false; ///< links lose their tags, footnote markers go
};

} // namespace galley::markdown
