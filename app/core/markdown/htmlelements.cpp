// SPDX-License-Identifier: MIT
#include "markdown/htmlelements.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace galley::markdown
{

namespace
{
using namespace std::string_view_literals;

// kramdown 2.4, parser/html.rb; each list sorted.
constexpr std::array blockModel{"address"sv, "applet"sv, "article"sv, "aside"sv, "blockquote"sv, "body"sv, "dd"sv,
    "details"sv, "div"sv, "dl"sv, "fieldset"sv, "figcaption"sv, "figure"sv, "footer"sv, "form"sv, "header"sv, "hgroup"sv,
    "iframe"sv, "li"sv, "main"sv, "map"sv, "menu"sv, "nav"sv, "noscript"sv, "object"sv, "section"sv, "summary"sv, "td"sv};
constexpr std::array spanModel{"a"sv, "abbr"sv, "acronym"sv, "b"sv, "bdo"sv, "big"sv, "button"sv, "caption"sv, "cite"sv,
    "del"sv, "dfn"sv, "dt"sv, "em"sv, "h1"sv, "h2"sv, "h3"sv, "h4"sv, "h5"sv, "h6"sv, "i"sv, "ins"sv, "label"sv,
    "legend"sv, "optgroup"sv, "p"sv, "q"sv, "rb"sv, "rbc"sv, "rp"sv, "rt"sv, "rtc"sv, "ruby"sv, "select"sv, "small"sv,
    "span"sv, "strong"sv, "sub"sv, "sup"sv, "th"sv, "tt"sv};
constexpr std::array rawModel{
    "code"sv, "kbd"sv, "math"sv, "option"sv, "pre"sv, "samp"sv, "script"sv, "style"sv, "textarea"sv, "var"sv};
constexpr std::array spanElements{"a"sv, "abbr"sv, "acronym"sv, "b"sv, "bdo"sv, "big"sv, "br"sv, "button"sv, "cite"sv,
    "code"sv, "del"sv, "dfn"sv, "em"sv, "i"sv, "img"sv, "input"sv, "ins"sv, "kbd"sv, "label"sv, "mark"sv, "option"sv,
    "q"sv, "rb"sv, "rbc"sv, "rp"sv, "rt"sv, "rtc"sv, "ruby"sv, "samp"sv, "select"sv, "small"sv, "span"sv, "strong"sv,
    "sub"sv, "sup"sv, "tt"sv, "u"sv, "var"sv};
constexpr std::array blockElements{"address"sv, "applet"sv, "article"sv, "aside"sv, "blockquote"sv, "body"sv,
    "caption"sv, "col"sv, "colgroup"sv, "dd"sv, "div"sv, "dl"sv, "dt"sv, "fieldset"sv, "figcaption"sv, "figure"sv,
    "footer"sv, "form"sv, "h1"sv, "h2"sv, "h3"sv, "h4"sv, "h5"sv, "h6"sv, "head"sv, "header"sv, "hgroup"sv, "hr"sv,
    "html"sv, "iframe"sv, "legend"sv, "li"sv, "main"sv, "map"sv, "menu"sv, "nav"sv, "ol"sv, "optgroup"sv, "p"sv, "pre"sv,
    "section"sv, "summary"sv, "table"sv, "tbody"sv, "td"sv, "tfoot"sv, "th"sv, "thead"sv, "tr"sv, "ul"sv};
constexpr std::array voidElements{"area"sv, "base"sv, "br"sv, "col"sv, "command"sv, "embed"sv, "hr"sv, "img"sv,
    "input"sv, "keygen"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv};

template <class List>
constexpr bool contains(const List& list, std::string_view name)
{
    return std::binary_search(list.begin(), list.end(), name);
}

static_assert(std::is_sorted(blockModel.begin(), blockModel.end()) && std::is_sorted(spanModel.begin(), spanModel.end()));
static_assert(std::is_sorted(spanElements.begin(), spanElements.end()) && std::is_sorted(rawModel.begin(), rawModel.end()));
static_assert(std::is_sorted(blockElements.begin(), blockElements.end()));
static_assert(std::is_sorted(voidElements.begin(), voidElements.end()));
} // namespace

bool isSpanElement(std::string_view name)
{
    return contains(spanElements, name);
}

bool isBlockElement(std::string_view name)
{
    return contains(blockElements, name);
}

bool isVoidElement(std::string_view name)
{
    return contains(voidElements, name);
}

bool isKnownElement(std::string_view name)
{
    return isSpanElement(name) || isBlockElement(name) || isVoidElement(name) || contains(blockModel, name)
        || contains(spanModel, name) || contains(rawModel, name);
}

Content contentModel(std::string_view name)
{
    if (contains(blockModel, name))
        return Content::Block;
    return contains(spanModel, name) ? Content::Span : Content::Raw;
}

std::string lowered(std::string_view name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace galley::markdown
