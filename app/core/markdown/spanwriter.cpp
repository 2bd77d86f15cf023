// SPDX-License-Identifier: MIT
// The spans of kramdown's HTML, and raw HTML in either place.
#include "base/unicode.h"
#include "markdown/entities.h"
#include "markdown/htmlelements.h"
#include "markdown/htmloutput.h"
#include "markdown/kramdownwriter.h"
#include "markdown/lexis.h"

#include <charconv>
#include <utility>

namespace galley::markdown
{

namespace
{
/// Han, Hiragana and Katakana, between which a line end is no space.
bool isCjk(char32_t c)
{
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3021 && c <= 0x3029) ||
           (c >= 0x3041 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) ||
           (c >= 0x20000 && c <= 0x3134F);
}

std::string withoutCjkBreaks(std::string_view text)
{
    std::string out;
    char32_t last = 0;
    for (Pos pos = 0; pos < text.size();) {
        const Pos begin = pos;
        const char32_t c = unicode::next(text, pos);
        Pos peek = pos;
        const bool joins = c == '\n' && isCjk(last) && pos < text.size() && isCjk(unicode::next(text, peek));
        if (!joins)
            out.append(text, begin, pos - begin);
        last = c;
    }
    return out;
}

std::string utf8(char32_t c)
{
    std::string out;
    unicode::append(out, c);
    return out;
}
} // namespace

void KramdownWriter::text(std::string_view value)
{
    if (m_state.options.removeLineBreaksForCjk)
        escapeText(m_out, withoutCjkBreaks(value));
    else
        escapeText(m_out, value);
}

/// A character in the form that `entity_output` asks for. `original` is the reference as written, if it was one.
void KramdownWriter::entity(std::string_view character, std::string_view original)
{
    const EntityOutput form = m_state.options.entityOutput;
    const bool isMarkup = character == "<" || character == ">" || character == "&" || character == "\"";
    Pos pos = 0;
    const char32_t codePoint = character.empty() ? 0 : unicode::next(character, pos);
    const auto name = [&] { return entityName(codePoint); }; // rarely asked for
    if (form == EntityOutput::AsChar && !character.empty() && (!isMarkup || character == "\""))
        m_out += character;
    else if ((form == EntityOutput::AsInput || form == EntityOutput::AsChar) && !original.empty())
        m_out += original;
    else if ((form == EntityOutput::Symbolic || isMarkup) && !name().empty())
        m_out.append("&").append(name()).append(";");
    else
        m_out.append("&#").append(std::to_string(static_cast<std::uint32_t>(codePoint))).append(";");
}

/// A quote as `smart_quotes` wants it: a code point's number, an entity's name, else the usual character.
std::string KramdownWriter::quoteHtml(std::size_t index)
{
    constexpr std::string_view usual[] = {"‘", "’", "“", "”"};
    const std::string& wanted = m_state.options.smartQuotes[index];
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    std::string before = std::exchange(m_out, {});
    if (error == std::errc() && end == wanted.data() + wanted.size()) {
        entity(utf8(correctedCodePoint(number)), {});
    } else {
        const auto codePoint = entityCodePoint(wanted);
        entity(codePoint ? std::string_view(utf8(*codePoint)) : usual[index], {});
    }
    return std::exchange(m_out, std::move(before));
}

std::string KramdownWriter::symbolHtml(std::size_t index)
{
    constexpr std::string_view names[] = {"mdash", "ndash", "hellip", "laquo_space", "raquo_space", "laquo", "raquo"};
    constexpr std::string_view signs[][2] = {{"—"}, {"–"}, {"…"}, {"«", "\u00A0"}, {"\u00A0", "»"}, {"«"}, {"»"}};
    std::string before = std::exchange(m_out, {});
    const auto& wanted = m_state.options.typographicSymbols;
    if (const auto own = wanted.find(names[index]); own != wanted.end()) {
        escapeText(m_out, own->second);
    } else {
        for (const std::string_view sign : signs[index]) {
            if (!sign.empty())
                entity(sign, {});
        }
    }
    return std::exchange(m_out, std::move(before));
}

void KramdownWriter::abbreviation(const Node& node)
{
    const auto found = m_state.abbreviations.find(node.value);
    m_out += "<abbr";
    if (found != m_state.abbreviations.end()) {
        attributes(found->second.ending->attributes);
        if (!found->second.title.empty()) {
            m_out += " title=\"";
            escapeAttribute(m_out, found->second.title);
            m_out += '"';
        }
    }
    m_out.append(">").append(node.value).append("</abbr>");
}

void KramdownWriter::htmlSpan(const Node& node)
{
    m_state.notePresence(Concern::Html);
    m_out.append("<").append(node.value);
    attributes(node.attributes);
    const std::size_t tagEnd = m_out.size();
    m_out += '>';
    const std::size_t begin = m_out.size();
    inner(node, 0);
    if (m_out.size() == begin && isVoidElement(node.value)) {
        m_out.resize(tagEnd);
        m_out += " />";
        return;
    }
    closeTag(node.value);
}

void KramdownWriter::htmlBlock(const Node& node, int indent)
{
    m_state.notePresence(Concern::Html);
    const bool insideRaw =
        node.parent && node.parent->kind == Kind::HtmlElement && node.parent->content == Content::Raw;
    if (!insideRaw)
        indentation(indent);
    m_out.append("<").append(node.value);
    attributes(node.attributes);
    const std::size_t tagEnd = m_out.size();
    const bool block = node.content == Content::Block;
    m_out += block ? ">\n" : ">";
    const std::size_t begin = m_out.size();
    inner(node, indent);
    if (node.closed && node.content == Content::Raw) {
        m_out.resize(tagEnd);
        m_out += " />";
    } else if (m_out.size() > begin) {
        if (block) {
            m_out += m_out.back() == '\n' ? "" : "\n";
            indentation(indent);
        }
        closeTag(node.value);
    } else {
        m_out.resize(tagEnd);
        if (isVoidElement(node.value)) {
            m_out += " />";
        } else {
            m_out += '>';
            closeTag(node.value);
        }
    }
    if (!insideRaw)
        m_out += '\n';
}

void KramdownWriter::htmlComment(const Node& node, int indent)
{
    const bool insideRaw =
        node.parent && node.parent->kind == Kind::HtmlElement && node.parent->content == Content::Raw;
    if (node.span || insideRaw) {
        m_out += node.value;
        return;
    }
    indentation(indent);
    m_out.append(node.value).append("\n");
}

void KramdownWriter::writeSpan(const Node& node)
{
    switch (node.kind) {
    case Kind::Text: return text(node.value);
    case Kind::LineBreak: m_out += "<br />"; return;
    case Kind::Link: return m_writingToc ? inner(node, 0) : spanElement("a", node);
    case Kind::Image:
        m_out += "<img";
        attributes(node.attributes);
        m_out += " />";
        return;
    case Kind::Emphasis: return spanElement("em", node);
    case Kind::Strong: return spanElement("strong", node);
    case Kind::CodeSpan: return codeSpan(node);
    case Kind::Entity: return entity(node.extra, node.value);
    case Kind::SmartQuote: m_out += m_quotes[node.level & 3]; return;
    case Kind::Symbol: m_out += m_symbols[node.level]; return;
    case Kind::FootnoteMarker: return m_writingToc ? void() : footnoteMarker(node);
    case Kind::Abbreviation: return abbreviation(node);
    default: return inner(node, 0);
    }
}

} // namespace galley::markdown
