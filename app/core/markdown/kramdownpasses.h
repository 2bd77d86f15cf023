// SPDX-License-Identifier: MIT
// KramdownPasses: what turns scanned blocks into the tree that is written; one pass a file.
#pragma once

#include "markdown/document.h"
#include "markdown/kramdownstate.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace galley::markdown
{

/// Scans the spans of all raw text below `node`, sets attributes from attribute lists and the texts ids are made of.
void scanSpans(KramdownState& state, Node& node);

/// The same for one child; false when it leaves nothing to write and is gone.
bool scanSpansOf(KramdownState& state, Node& child);

/// What GFM's hard line ends look like in this document: a line end, a backslash and one, or empty where there are
/// none.
std::string_view hardBreakMark(const KramdownState& state);

/// Makes hard line ends of these marks below `node`.
void breakLines(KramdownState& state, Node& node, std::string_view mark);

/// GFM's heading ids: lower case, word characters and hyphens, a number from the second on.
class HeadingIds
{
public:
    explicit HeadingIds(KramdownState& state) : m_state(state) {}

    void addTo(Node& block);

private:
    KramdownState& m_state;
    std::unordered_map<std::string, int> m_used;
};

/// Wraps the abbreviations that the document defines.
class AbbreviationMarks
{
public:
    explicit AbbreviationMarks(KramdownState& state);
    ~AbbreviationMarks();

    void addBelow(Node& node);

private:
    class Matcher;
    KramdownState& m_state;
    std::unique_ptr<const Matcher> m_matcher; ///< none where nothing is defined
};

/// kramdown's own id of a text: ASCII letters, digits and hyphens; may be empty.
std::string basicId(std::string_view text);

/// Runs the passes over the scanned document and writes it with footnotes and table of contents.
void writeKramdown(Document& document, KramdownState& state);

} // namespace galley::markdown
