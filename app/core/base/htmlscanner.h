// SPDX-License-Identifier: MIT
// Walks through HTML text tag by tag without building a tree: enough to find and replace attributes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley
{

struct HtmlAttribute {
    std::string_view name;  ///< as written
    std::string_view value; ///< as written, quotes stripped, entities not decoded; empty when there is none
    std::size_t offset = 0; ///< bytes into the text: where the value begins behind its quote
    bool hasValue = false;
};

struct HtmlToken {
    enum class Kind { Text, StartTag, EndTag, Other /* comment, doctype, processing instruction */ };
    Kind kind = Kind::Text;
    std::size_t offset = 0; ///< bytes
    std::size_t length = 0; ///< bytes
    std::string name;       ///< of a tag, in lower case
    std::vector<HtmlAttribute> attributes;

    const HtmlAttribute* attribute(std::string_view name) const; ///< by lower-case name; null when absent
};

/// By the tokenizer of the HTML standard (13.2.5), as far as tags go: the contents of script, style, textarea, title
/// and the like are one text token. Never fails; a tag that is not closed is text.
class HtmlScanner
{
public:
    explicit HtmlScanner(std::string_view html) : m_html(html) {}
    std::optional<HtmlToken> next(); ///< nothing at the end

private:
    HtmlToken text(std::size_t end);
    std::optional<HtmlToken> markup();
    std::optional<HtmlToken> tag();
    bool attributes(std::size_t& pos, HtmlToken& token) const;
    bool attributeValue(std::size_t& pos, HtmlAttribute& found) const;
    std::size_t endOfRawText() const;

    std::string_view m_html;
    std::size_t m_pos = 0;
    std::string m_rawElement; ///< inside this element everything is text
};

/// The five entities an attribute value needs, decoded; others stay as they are.
std::string decodedAttribute(std::string_view value);
/// `text` for between double quotes.
std::string escapedAttribute(std::string_view text);

} // namespace galley
