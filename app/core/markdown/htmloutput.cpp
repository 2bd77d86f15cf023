// SPDX-License-Identifier: MIT
#include "markdown/htmloutput.h"

#include "base/unicode.h"
#include "markdown/references.h"

#include <algorithm>
#include <cstring>

namespace galley::markdown
{

namespace
{
/// The entity for a byte; null for bytes that stay.
const char* escaped(char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    default: return nullptr;
    }
}

bool isNameByte(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Length of the reference at the head of `text`, 0 when there is none: &name; &#1; &#xA;
std::size_t referenceLength(std::string_view text)
{
    std::size_t pos = 1;
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    if (at(1) == '#') {
        const bool hex = at(2) == 'x';
        const std::size_t digits = pos = hex ? 3 : 2;
        while ((at(pos) >= '0' && at(pos) <= '9') || (hex && std::isxdigit(static_cast<int>(at(pos))) != 0))
            ++pos;
        return pos > digits && at(pos) == ';' ? pos + 1 : 0;
    }
    if (!isNameByte(static_cast<unsigned char>(at(1))) && at(1) != ':')
        return 0;
    while (isNameByte(static_cast<unsigned char>(at(pos))) || at(pos) == '-' || at(pos) == '.' || at(pos) == ':')
        ++pos;
    return at(pos) == ';' ? pos + 1 : 0;
}

void escapeWith(std::string& out, std::string_view text, const char* special, bool keepEntities)
{
    std::size_t from = 0;
    for (std::size_t pos = text.find_first_of(special); pos < text.size(); pos = text.find_first_of(special, pos)) {
        out.append(text, from, pos - from);
        const std::size_t reference = keepEntities && text[pos] == '&' ? referenceLength(text.substr(pos)) : 0;
        if (reference != 0)
            out.append(text, pos, reference);
        else
            out += escaped(text[pos]);
        pos += std::max<std::size_t>(reference, 1);
        from = pos;
    }
    out.append(text, from);
}

void appendPlain(std::string& out, const Node& node)
{
    switch (node.kind) {
    case Kind::Text:
    case Kind::CodeSpan:
    case Kind::Math:
    case Kind::Abbreviation:
        out += node.value;
        break;
    case Kind::Entity:
        out += node.extra.empty() ? decodeReferences(node.value) : std::string(node.extra);
        break;
    case Kind::LineBreak:
        out += ' ';
        break;
    case Kind::SmartQuote:
    case Kind::Symbol:
        out += node.extra;
        break;
    default:
        for (const Node* child = node.first; child; child = child->next)
            appendPlain(out, *child);
    }
}
} // namespace

void escapeCode(std::string& out, std::string_view text)
{
    escapeWith(out, text, "<>&", false);
}

void escapeText(std::string& out, std::string_view text)
{
    escapeWith(out, text, "<>&", true);
}

void escapeAttribute(std::string& out, std::string_view text)
{
    escapeWith(out, text, "<>&\"", true);
}

void escapeAll(std::string& out, std::string_view text)
{
    escapeWith(out, text, "<>&\"", false);
}

std::uint64_t hashOf(std::string_view html)
{
    // Eight bytes a step with a multiply: a megabyte costs a fraction of a millisecond.
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ull;
    std::uint64_t hash = prime ^ html.size();
    while (!html.empty()) {
        std::uint64_t word = 0;
        const std::size_t bytes = std::min<std::size_t>(html.size(), sizeof word);
        std::memcpy(&word, html.data(), bytes);
        hash = (hash ^ word) * prime;
        hash ^= hash >> 29;
        html.remove_prefix(bytes);
    }
    return hash;
}

std::string plainText(const Node& node)
{
    std::string text;
    appendPlain(text, node);
    return text;
}

void noteBlock(Document& document, std::size_t begin, std::size_t end, const Node& node)
{
    const std::string_view html = std::string_view(document.html).substr(begin, end - begin);
    if (html.find_first_not_of(" \t\r\n") != std::string_view::npos)
        document.blocks.push_back({begin, html.size(), node.firstLine, node.lastLine, hashOf(html)});
}

} // namespace galley::markdown
