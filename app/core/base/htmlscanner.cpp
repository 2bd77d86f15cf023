// SPDX-License-Identifier: MIT
#include "base/htmlscanner.h"

#include <algorithm>
#include <array>

namespace galley
{

namespace
{

constexpr std::size_t npos = std::string_view::npos;
constexpr std::array<std::string_view, 8> rawElements{"script",   "style", "textarea", "title",
                                                      "noscript", "xmp",   "iframe",   "noembed"};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

/// The ">" that ends a comment at the front of the text: "-->", "--!>", "<!-->" and "<!--->" do (13.2.5.43 and on).
std::size_t endOfComment(std::string_view text)
{
    for (std::size_t at = text.find("--", 2); at != npos; at = text.find("--", at + 1)) {
        const std::size_t behind = text.find_first_not_of('-', at + 2);
        if (behind == npos)
            return npos;
        if (text[behind] == '>')
            return behind;
        if (at >= 4 && text.substr(at + 2, 2) == "!>")
            return at + 3;
    }
    return npos;
}

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

} // namespace

const HtmlAttribute* HtmlToken::attribute(std::string_view wanted) const
{
    for (const HtmlAttribute& candidate : attributes) {
        if (equalIgnoringCase(candidate.name, wanted))
            return &candidate;
    }
    return nullptr;
}

std::optional<HtmlToken> HtmlScanner::next()
{
    if (m_pos >= m_html.size())
        return std::nullopt;
    if (!m_rawElement.empty()) {
        const std::size_t end = endOfRawText();
        m_rawElement.clear();
        if (end > m_pos)
            return text(end);
    }
    if (m_html[m_pos] == '<') {
        if (auto token = markup())
            return token;
    }
    // Text goes to the next "<" that begins markup; a lone one is text as well.
    std::size_t end = m_html.find('<', m_pos + 1);
    while (end != npos && end + 1 < m_html.size() && !isLetter(m_html[end + 1]) && m_html[end + 1] != '/' &&
           m_html[end + 1] != '!' && m_html[end + 1] != '?')
        end = m_html.find('<', end + 1);
    return text(std::min(end, m_html.size()));
}

HtmlToken HtmlScanner::text(std::size_t end)
{
    HtmlToken token;
    token.offset = m_pos;
    token.length = end - m_pos;
    m_pos = end;
    return token;
}

std::optional<HtmlToken> HtmlScanner::markup()
{
    const std::string_view rest = m_html.substr(m_pos);
    if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
        const bool comment = rest.substr(0, 4) == "<!--";
        std::size_t end = comment ? endOfComment(rest) : rest.find('>');
        end = end == npos ? rest.size() : end + 1;
        HtmlToken token = text(m_pos + end);
        token.kind = HtmlToken::Kind::Other;
        return token;
    }
    return tag();
}

std::optional<HtmlToken> HtmlScanner::tag()
{
    std::size_t pos = m_pos + 1;
    HtmlToken token;
    token.kind = HtmlToken::Kind::StartTag;
    if (pos < m_html.size() && m_html[pos] == '/') {
        token.kind = HtmlToken::Kind::EndTag;
        ++pos;
    }
    if (pos >= m_html.size() || !isLetter(m_html[pos]))
        return std::nullopt;
    const std::size_t nameStart = pos;
    while (pos < m_html.size() && !isSpace(m_html[pos]) && m_html[pos] != '/' && m_html[pos] != '>')
        ++pos;
    token.name = lowered(m_html.substr(nameStart, pos - nameStart));
    if (!attributes(pos, token))
        return std::nullopt;
    token.offset = m_pos;
    token.length = pos - m_pos;
    m_pos = pos;
    if (token.kind == HtmlToken::Kind::StartTag &&
        std::find(rawElements.begin(), rawElements.end(), token.name) != rawElements.end())
        m_rawElement = token.name;
    return token;
}

/// Reads up to and over the ">"; false when the text ends before it.
bool HtmlScanner::attributes(std::size_t& pos, HtmlToken& token) const
{
    for (;;) {
        while (pos < m_html.size() && (isSpace(m_html[pos]) || m_html[pos] == '/'))
            ++pos;
        if (pos >= m_html.size())
            return false;
        if (m_html[pos] == '>') {
            ++pos;
            return true;
        }
        HtmlAttribute found;
        const std::size_t start = pos++; // a leading "=" belongs to the name
        while (pos < m_html.size() && !isSpace(m_html[pos]) && m_html[pos] != '/' && m_html[pos] != '>' &&
               m_html[pos] != '=')
            ++pos;
        found.name = m_html.substr(start, pos - start);
        found.offset = pos;
        if (!attributeValue(pos, found))
            return false;
        token.attributes.push_back(found);
    }
}

/// Reads "= value" where one follows the name; false when its quote is never closed.
bool HtmlScanner::attributeValue(std::size_t& pos, HtmlAttribute& found) const
{
    const auto skipSpace = [&] {
        while (pos < m_html.size() && isSpace(m_html[pos]))
            ++pos;
    };
    skipSpace();
    if (pos >= m_html.size() || m_html[pos] != '=')
        return true;
    ++pos;
    skipSpace();
    if (pos >= m_html.size())
        return false;
    found.hasValue = true;
    found.offset = pos;
    const char quote = m_html[pos];
    if (quote == '"' || quote == '\'') {
        const std::size_t end = m_html.find(quote, pos + 1);
        if (end == npos)
            return false;
        found.offset = pos + 1;
        found.value = m_html.substr(pos + 1, end - pos - 1);
        pos = end + 1;
        return true;
    }
    while (pos < m_html.size() && !isSpace(m_html[pos]) && m_html[pos] != '>')
        ++pos;
    found.value = m_html.substr(found.offset, pos - found.offset);
    return true;
}

/// Where "</script" and the like stand; the end of the text when nowhere.
std::size_t HtmlScanner::endOfRawText() const
{
    for (std::size_t at = m_html.find("</", m_pos); at != npos; at = m_html.find("</", at + 2)) {
        const std::string_view name = m_html.substr(at + 2, m_rawElement.size());
        const std::size_t after = at + 2 + m_rawElement.size();
        if (equalIgnoringCase(name, m_rawElement) &&
            (after >= m_html.size() || isSpace(m_html[after]) || m_html[after] == '>' || m_html[after] == '/'))
            return at;
    }
    return m_html.size();
}

std::string decodedAttribute(std::string_view value)
{
    struct Entity {
        std::string_view name;
        char character;
    };
    constexpr std::array<Entity, 6> entities{
        {{"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&#39;", '\''}, {"&apos;", '\''}}};
    std::string out;
    for (std::size_t pos = 0; pos < value.size();) {
        const auto found = std::find_if(entities.begin(), entities.end(), [&](const Entity& entity) {
            return value.substr(pos, entity.name.size()) == entity.name;
        });
        out += found == entities.end() ? value[pos] : found->character;
        pos += found == entities.end() ? 1 : found->name.size();
    }
    return out;
}

std::string escapedAttribute(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

} // namespace galley
