// SPDX-License-Identifier: MIT
// Lexis: the small patterns of kramdown's language that several passes ask for, each at a place of a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley::markdown
{

using Pos = std::size_t;
inline constexpr Pos none = std::string_view::npos;

/// Ruby's \s: six ASCII characters.
constexpr bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Ruby's \w: ASCII only.
constexpr bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr char at(std::string_view text, Pos pos)
{
    return pos < text.size() ? text[pos] : '\0';
}

std::string_view trim(std::string_view text);
std::string_view trimRight(std::string_view text);

/// The place behind the line end at or after `pos`; the text's end when there is none.
Pos nextLine(std::string_view text, Pos pos);
/// The place of the line end at or after `pos`; the text's end when there is none.
Pos lineEnd(std::string_view text, Pos pos);
/// `pos` moved over up to three spaces.
Pos optionalSpace(std::string_view text, Pos pos);
/// Behind the line end when only white space is before it, else none.
Pos restOfLineBlank(std::string_view text, Pos pos);
/// Behind the last of the blank lines that begin here, or none.
Pos blankLines(std::string_view text, Pos pos);
/// Whether the line that begins here has anything but white space.
bool hasContent(std::string_view text, Pos pos);
/// Behind an end-of-block marker's line (`^`), or none.
Pos endMarker(std::string_view text, Pos pos);

/// A name of HTML with an optional prefix; behind it, or none.
Pos htmlName(std::string_view text, Pos pos);
/// Behind `\w[\w-]*`, or none.
Pos identifier(std::string_view text, Pos pos);

/// Whether `word` stands in the text with no other word's character beside it (Ruby's \bword\b).
bool holdsWord(std::string_view text, std::string_view word);

/// What stands between "{:" or the like and its brace.
struct Braced {
    std::string_view body;
    Pos end = none;
};
/// From `pos` on up to a brace that no backslash protects, on any line; at least one character.
std::optional<Braced> bracedBody(std::string_view text, Pos pos);
/// The same where the brace ends its line: a block attribute list. `pos` is at "{:".
std::optional<Braced> attributeBlock(std::string_view text, Pos pos);
/// With up to three spaces before it: such a line.
std::optional<Braced> attributeLine(std::string_view text, Pos pos);

/// A tag of no span element at `pos`: lines that begin so end paragraphs.
bool blockTag(std::string_view text, Pos pos);
/// A blank line, attribute list, end marker, block tag or the text's end: where lazy continuation stops.
bool lazyEnd(std::string_view text, Pos pos);
/// A blank line, attribute list, end marker or the text's end.
bool blockBoundary(std::string_view text, Pos pos);

struct ListMarker {
    bool ordered = false;
    Pos content = none; ///< behind the marker, at the white space (or bar) that follows
};
/// A list item's marker after at most `indent` spaces.
std::optional<ListMarker> listMarker(std::string_view text, Pos pos, std::size_t indent = 3);
/// Behind a definition's colon after at most `indent` spaces, or none.
Pos definitionMarker(std::string_view text, Pos pos, std::size_t indent = 3);
/// Behind a horizontal rule's line, or none.
Pos horizontalRule(std::string_view text, Pos pos);
/// Whether a GFM fence (three or more of ~ and `) begins here.
bool fenceStart(std::string_view text, Pos pos, bool gfm);

} // namespace galley::markdown
