// SPDX-License-Identifier: MIT
#include "markdown/htmloutput.h"

#include "base/unicode.h"
#include "markdown/references.h"

#include <algorithm>
#include <array>
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

constexpr std::array<bool, 256> makeMarkup()
{
    std::array<bool, 256> table{};
    for (const char c : {'<', '>', '&', '"'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

bool isMarkup(char c)
{
    static constexpr std::array<bool, 256> table = makeMarkup();
    return table[static_cast<unsigned char>(c)];
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

/// Whether a text is short and holds none of these: most texts between two marks.
bool staysAsItIs(std::string_view text)
{
    constexpr std::size_t shortText = 48; ///< bytes; from there on the C library's search is the quicker one
    return text.size() <= shortText && std::none_of(text.begin(), text.end(), isMarkup);
}

/// Each special character is looked for by itself, from the last one found on: the C library reads 32 bytes a step.
void escapeWith(std::string& out, std::string_view text, std::string_view special, bool keepEntities)
{
    if (staysAsItIs(text)) {
        out += text;
        return;
    }
    constexpr std::size_t most = 4;
    std::size_t places[most];
    for (std::size_t i = 0; i < special.size(); ++i)
        places[i] = text.find(special[i]);
    std::size_t from = 0;
    for (;;) {
        std::size_t* const nearest = std::min_element(places, places + special.size());
        const std::size_t pos = *nearest;
        if (pos == std::string_view::npos)
            break;
        out.append(text, from, pos - from);
        const std::size_t reference = keepEntities && text[pos] == '&' ? referenceLength(text.substr(pos)) : 0;
        if (reference != 0)
            out.append(text, pos, reference);
        else
            out += escaped(text[pos]);
        from = pos + std::max<std::size_t>(reference, 1);
        *nearest = text.find(text[pos], from);
    }
    out.append(text, from);
}

void appendPlain(std::string& out, const Node& node)
{
    switch (node.kind) {
    case Kind::Text:
    case Kind::CodeSpan:
    case Kind::Math:
    case Kind::Abbreviation: out += node.value; break;
    case Kind::Entity: out += node.extra.empty() ? decodeReferences(node.value) : std::string(node.extra); break;
    case Kind::LineBreak: out += ' '; break;
    case Kind::SmartQuote:
    case Kind::Symbol: out += node.extra; break;
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

namespace
{
/// Two chains that do not wait for one another: a megabyte costs a tenth of a millisecond.
struct Chains {
    static constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ull;
    std::uint64_t state[2];

    void add(const std::uint64_t (&words)[2])
    {
        for (int i = 0; i < 2; ++i) {
            state[i] = (state[i] ^ words[i]) * prime;
            state[i] ^= state[i] >> 29;
        }
    }
};
} // namespace

std::uint64_t hashOf(std::string_view html)
{
    Chains chains{{Chains::prime ^ html.size(), ~Chains::prime}};
    std::uint64_t words[2];
    for (; html.size() >= sizeof words; html.remove_prefix(sizeof words)) {
        std::memcpy(words, html.data(), sizeof words);
        chains.add(words);
    }
    words[0] = words[1] = 0;
    if (!html.empty())
        std::memcpy(words, html.data(), html.size());
    chains.add(words);
    return chains.state[0] ^ chains.state[1] * Chains::prime;
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
