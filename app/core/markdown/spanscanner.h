// SPDX-License-Identifier: MIT
// SpanScanner: kramdown's spans: its emphasis, links and HTML follow other rules than CommonMark's.
#pragma once

#include "markdown/finder.h"
#include "markdown/kramdownstate.h"
#include "markdown/lexis.h"
#include "markdown/tree.h"

#include <array>
#include <string_view>

namespace galley::markdown
{

/// Which spans are looked for: all, or those that hide a table's bars, or those of raw HTML.
enum class SpanMode : std::uint8_t { All, Code, CodeAndHtml, Html };

class SpanScanner
{
public:
    /// `text` lives as long as the tree.
    SpanScanner(KramdownState& state, std::string_view text, int line);

    /// Appends the spans of the whole text to `into`.
    void scan(Node& into, SpanMode mode = SpanMode::All);

private:
    /// Where a nested scan ends.
    struct Stop {
        enum class Kind : std::uint8_t { Delimiter, Bracket, EndTag } kind;
        std::string_view mark; ///< the delimiter, or the element's name
        bool anyCase = false;  ///< of the element's name
        int depth = 1;         ///< of brackets
    };

    bool scanUntil(Node& into, Stop* stop, SpanMode mode);
    Pos nextSpecial(Pos pos, const Stop* stop) const;
    Pos startBefore(Pos from, Pos pos) const;
    bool matches(const Stop& stop) const;
    bool accepts(Stop& stop, const Node& into) const;
    bool span();
    bool firstChoice(char c);
    bool secondChoice(char c);

    bool emphasis();
    bool emphasise(std::string_view mark, Kind kind);
    bool codeSpan();
    bool autolink();
    bool htmlSpan();
    void htmlElement(const struct HtmlTag& tag);
    bool footnoteMarker();
    bool link();
    bool linkTarget(Node* node, std::string_view alt);
    bool referenceTarget(Node* node, std::string_view alt, std::string_view name, Pos end);
    bool inlineTarget(Node* node, std::string_view alt);
    void finishLink(Node* node, std::string_view url, const std::string_view* title, std::string_view alt);
    bool smartQuotes();
    bool inlineMath();
    bool spanExtension();
    bool entity();
    bool typographicSymbol();
    bool lineBreak();
    bool escapedCharacter();
    bool strikethrough();

    void addText(std::string_view text);
    Node* add(Kind kind);
    void addSymbol(Kind kind, int index);
    void addEntity(std::string_view original, char32_t codePoint);
    void take(std::size_t bytes);
    char here() const { return at(m_text, m_pos); }
    char before() const { return m_pos > 0 ? m_text[m_pos - 1] : '\0'; }
    unsigned openKinds() const;

    KramdownState& m_state;
    std::string_view m_text;
    Finder m_finder;
    Pos m_pos = 0;
    int m_line;
    Node* m_into = nullptr;
    SpanMode m_mode = SpanMode::All;
    std::size_t m_work = 0; ///< steps that are left
    std::size_t m_shortcutBelow =
        0;              ///< from so few steps left on, m_unclosed decides: nearly kramdown's rule, and linear
    int m_emphasis = 0; ///< open spans of each kind
    int m_strong = 0;
    int m_links = 0;
    int m_elements = 0;
    Pos m_unclosedStrike = none; ///< from where on no ~~ has an end
    std::array<Pos, 32>
        m_unclosed; ///< from where on a delimiter is known to have no end, by kind of delimiter and what is open
};

} // namespace galley::markdown
