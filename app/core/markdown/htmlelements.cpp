// SPDX-License-Identifier: MIT
#include "markdown/htmlelements.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace galley::markdown
{

namespace
{
using namespace std::string_view_literals;

// kramdown 2.4, parser/html.rb; by how their content is read, and where they stand.
constexpr std::array blockModel{"address"sv, "applet"sv,  "article"sv, "aside"sv,  "blockquote"sv, "body"sv,
                                "dd"sv,      "details"sv, "div"sv,     "dl"sv,     "fieldset"sv,   "figcaption"sv,
                                "figure"sv,  "footer"sv,  "form"sv,    "header"sv, "hgroup"sv,     "iframe"sv,
                                "li"sv,      "main"sv,    "map"sv,     "menu"sv,   "nav"sv,        "noscript"sv,
                                "object"sv,  "section"sv, "summary"sv, "td"sv};
constexpr std::array spanModel{
    "a"sv,   "abbr"sv,  "acronym"sv, "b"sv,        "bdo"sv,  "big"sv,    "button"sv, "caption"sv, "cite"sv, "del"sv,
    "dfn"sv, "dt"sv,    "em"sv,      "h1"sv,       "h2"sv,   "h3"sv,     "h4"sv,     "h5"sv,      "h6"sv,   "i"sv,
    "ins"sv, "label"sv, "legend"sv,  "optgroup"sv, "p"sv,    "q"sv,      "rb"sv,     "rbc"sv,     "rp"sv,   "rt"sv,
    "rtc"sv, "ruby"sv,  "select"sv,  "small"sv,    "span"sv, "strong"sv, "sub"sv,    "sup"sv,     "th"sv,   "tt"sv};
constexpr std::array rawModel{"code"sv, "kbd"sv,    "math"sv,  "option"sv,   "pre"sv,
                              "samp"sv, "script"sv, "style"sv, "textarea"sv, "var"sv};
constexpr std::array spanElements{
    "a"sv,      "abbr"sv, "acronym"sv, "b"sv,   "bdo"sv, "big"sv,   "br"sv,  "button"sv, "cite"sv,  "code"sv,
    "del"sv,    "dfn"sv,  "em"sv,      "i"sv,   "img"sv, "input"sv, "ins"sv, "kbd"sv,    "label"sv, "mark"sv,
    "option"sv, "q"sv,    "rb"sv,      "rbc"sv, "rp"sv,  "rt"sv,    "rtc"sv, "ruby"sv,   "samp"sv,  "select"sv,
    "small"sv,  "span"sv, "strong"sv,  "sub"sv, "sup"sv, "tt"sv,    "u"sv,   "var"sv};
constexpr std::array blockElements{
    "address"sv,    "applet"sv,   "article"sv, "aside"sv,  "blockquote"sv, "body"sv,    "caption"sv,
    "col"sv,        "colgroup"sv, "dd"sv,      "div"sv,    "dl"sv,         "dt"sv,      "fieldset"sv,
    "figcaption"sv, "footer"sv,   "form"sv,    "h1"sv,     "h2"sv,         "h3"sv,      "h4"sv,
    "h5"sv,         "h6"sv,       "head"sv,    "header"sv, "hgroup"sv,     "hr"sv,      "html"sv,
    "iframe"sv,     "legend"sv,   "li"sv,      "main"sv,   "map"sv,        "menu"sv,    "nav"sv,
    "ol"sv,         "optgroup"sv, "p"sv,       "pre"sv,    "section"sv,    "summary"sv, "table"sv,
    "tbody"sv,      "td"sv,       "tfoot"sv,   "th"sv,     "thead"sv,      "tr"sv,      "ul"sv};
constexpr std::array voidElements{"area"sv,  "base"sv,   "br"sv,    "col"sv,    "command"sv, "embed"sv,
                                  "hr"sv,    "img"sv,    "input"sv, "keygen"sv, "link"sv,    "meta"sv,
                                  "param"sv, "source"sv, "track"sv, "wbr"sv};

/// What is known of a name: one look-up instead of six, since raw HTML asks for every tag.
enum Trait : std::uint8_t { BlockModel = 1, SpanModel = 2, RawModel = 4, SpanTag = 8, BlockTag = 16, VoidTag = 32 };

struct Element {
    std::string_view name;
    std::uint8_t traits = 0;
};

constexpr std::size_t slots = 512; ///< about four times the names
constexpr std::size_t longestName = 10;

constexpr std::size_t slotOf(std::string_view name)
{
    std::size_t hash = name.size();
    for (const char c : name)
        hash = hash * 31 + static_cast<unsigned char>(c);
    return hash % slots;
}

class ElementTable
{
public:
    constexpr ElementTable()
    {
        for (const std::string_view name : blockModel)
            add(name, BlockModel);
        for (const std::string_view name : spanModel)
            add(name, SpanModel);
        for (const std::string_view name : rawModel)
            add(name, RawModel);
        for (const std::string_view name : spanElements)
            add(name, SpanTag);
        for (const std::string_view name : blockElements)
            add(name, BlockTag);
        for (const std::string_view name : voidElements)
            add(name, VoidTag);
    }

    constexpr std::uint8_t traits(std::string_view name) const
    {
        if (name.empty() || name.size() > longestName)
            return 0;
        return m_elements[place(name)].traits;
    }

private:
    constexpr void add(std::string_view name, Trait trait)
    {
        Element& element = m_elements[place(name)];
        element.name = name;
        element.traits |= trait;
    }

    /// Where the name is, or would be.
    constexpr std::size_t place(std::string_view name) const
    {
        std::size_t slot = slotOf(name);
        while (!m_elements[slot].name.empty() && m_elements[slot].name != name)
            slot = (slot + 1) % slots;
        return slot;
    }

    std::array<Element, slots> m_elements{};
};

constexpr ElementTable table;
static_assert(table.traits("blockquote") == (BlockModel | BlockTag) && table.traits("blockquot") == 0);
} // namespace

bool isSpanElement(std::string_view name)
{
    return (table.traits(name) & SpanTag) != 0;
}

bool isBlockElement(std::string_view name)
{
    return (table.traits(name) & BlockTag) != 0;
}

bool isVoidElement(std::string_view name)
{
    return (table.traits(name) & VoidTag) != 0;
}

bool isKnownElement(std::string_view name)
{
    return table.traits(name) != 0;
}

Content contentModel(std::string_view name)
{
    const std::uint8_t traits = table.traits(name);
    if ((traits & BlockModel) != 0)
        return Content::Block;
    return (traits & SpanModel) != 0 ? Content::Span : Content::Raw;
}

std::string lowered(std::string_view name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace galley::markdown
