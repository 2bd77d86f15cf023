// SPDX-License-Identifier: MIT
#include "liquid/htmltext.h"

#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;

bool isLetterByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether `&` at `pos` begins an entity: letters or # and digits, then ';'.
bool isEntity(std::string_view text, std::size_t pos)
{
    std::size_t end = pos + 1;
    const bool numeric = end < text.size() && text[end] == '#';
    end += numeric ? 1 : 0;
    const std::size_t first = end;
    while (end < text.size() && (numeric ? isDigitByte(text[end]) : isLetterByte(text[end])))
        ++end;
    return end > first && end < text.size() && text[end] == ';';
}

struct Block {
    std::string_view open;
    std::string_view close;
    bool ended = false; ///< no further close: not looked for again
};

/// The end of the script, comment or style that begins at `pos`; npos when none does.
std::size_t blockEnd(std::string_view html, std::size_t pos, Block (&blocks)[3])
{
    for (Block& block : blocks) {
        if (block.ended || html.substr(pos, block.open.size()) != block.open)
            continue;
        const std::size_t end = html.find(block.close, pos + block.open.size());
        block.ended = end == npos;
        if (end != npos)
            return end + block.close.size();
    }
    return npos;
}

std::string withoutBlocks(std::string_view html)
{
    Block blocks[3] = {{"<script", "</script>"}, {"<!--", "-->"}, {"<style", "</style>"}};
    std::string out;
    std::size_t kept = 0;
    for (std::size_t pos = html.find('<'); pos != npos; pos = html.find('<', pos)) {
        const std::size_t end = blockEnd(html, pos, blocks);
        if (end == npos) {
            ++pos;
            continue;
        }
        out += html.substr(kept, pos - kept);
        kept = pos = end;
    }
    out += html.substr(kept);
    return out;
}

int hexDigit(char c)
{
    if (isDigitByte(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
} // namespace

std::string escapedHtmlOnce(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const std::string_view named = htmlEntity(text[pos]);
        if (named.empty() || (text[pos] == '&' && isEntity(text, pos)))
            out += text[pos];
        else
            out += named;
    }
    return out;
}

std::string strippedHtml(std::string_view html)
{
    const std::string text = withoutBlocks(html);
    std::string out;
    std::size_t pos = 0;
    while (pos < text.size()) {
        const std::size_t open = std::min(text.find('<', pos), text.size());
        const std::size_t close = text.find('>', open);
        out.append(text, pos, (close == npos ? text.size() : open) - pos);
        pos = close == npos ? text.size() : close + 1;
    }
    return out;
}

std::string urlEncoded(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isWordByte(c) || c == '-' || c == '.' || c == '~') {
            out += c;
        } else if (c == ' ') {
            out += '+';
        } else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    return out;
}

std::string urlDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const int high = text[pos] == '%' && pos + 2 < text.size() ? hexDigit(text[pos + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[pos + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            pos += 2;
        } else {
            out += text[pos] == '+' ? ' ' : text[pos];
        }
    }
    return out;
}

} // namespace galley::liquid
