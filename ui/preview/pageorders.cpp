// SPDX-License-Identifier: MIT
#include "preview/pageorders.h"

#include <algorithm>
#include <charconv>

namespace galley
{

namespace
{

void appendEscaped(QString& out, QChar c)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += QLatin1String("\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        out += QLatin1Char(digits[(c.unicode() >> shift) & 15]);
}

void appendNumber(std::string& out, int number)
{
    char digits[12];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

QString linesOf(const std::vector<ShownBlock>& blocks)
{
    std::string out = "[";
    out.reserve(blocks.size() * 14 + 2);
    for (const ShownBlock& block : blocks) {
        out += '[';
        appendNumber(out, block.firstLine);
        out += ',';
        appendNumber(out, block.lastLine);
        out += "],";
    }
    return QString::fromLatin1(out.data(), qsizetype(out.size())) + QLatin1Char(']');
}

QString call(QLatin1String kind, const QString& order)
{
    return QLatin1String("galley.take('") + kind + QLatin1String("',{") + order + QLatin1String("})");
}

std::vector<std::string_view> shellPieces(const RenderedPage& page)
{
    const std::string_view html = page.html;
    const std::size_t begin = page.blocks.empty() ? html.size() : page.blocks.front().offset;
    const std::size_t end = page.blocks.empty() ? html.size() : page.blocks.back().offset + page.blocks.back().length;
    return {html.substr(0, begin), html.substr(end)};
}

} // namespace

QString scriptString(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    QString out;
    out.reserve(text.size() + text.size() / 16 + 2);
    out += QLatin1Char('"');
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            out += QLatin1Char('\\') + c;
        else if (c.unicode() < 0x20 || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            appendEscaped(out, c);
        else
            out += c;
    }
    return out += QLatin1Char('"');
}

PageOrder shellOrder(const RenderedPage& page)
{
    return {shellPieces(page), call(QLatin1String("shell"), QString())};
}

PageOrder patchOrder(const BlockPatch& patch, bool follow)
{
    QString order = QLatin1String("first:") + QString::number(patch.first) + QLatin1String(",removed:") +
                    QString::number(patch.removed) + QLatin1String(",shift:") + QString::number(patch.lineShift) +
                    QLatin1String(",lines:") + linesOf(patch.blocks);
    if (patch.seam)
        order += QLatin1String(",seam:{from:") + scriptString(patch.seam->from) + QLatin1String(",to:") +
                 scriptString(patch.seam->to) + QLatin1Char('}');
    if (!patch.table.empty())
        order += QLatin1String(",table:") + linesOf(patch.table);
    if (!patch.complete)
        order += QLatin1String(",more:true");
    if (follow)
        order += QLatin1String(",follow:true");
    return {patch.units, call(QLatin1String("patch"), order)};
}

PageOrder wholeOrder(const RenderedPage& page)
{
    std::vector<std::string_view> pieces = shellPieces(page);
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        pieces.push_back(unitOf(page, i));
    const QString lines = QLatin1String("lines:") + linesOf(shownAs(page).blocks);
    return {std::move(pieces), call(QLatin1String("whole"), lines)};
}

PageOrder adoptOrder(const RenderedPage& page)
{
    const QString lines = QLatin1String("lines:") + linesOf(shownAs(page).blocks);
    return {{shellPieces(page).front()}, call(QLatin1String("adopt"), lines)};
}

/// At most so many bytes of the next piece, cut between characters.
std::string_view PieceWriter::takePiece(std::size_t bytes)
{
    const std::string_view rest = m_pieces[m_next].substr(m_offset);
    std::size_t length = std::min(bytes, rest.size());
    while (length < rest.size() && length > 0 && (static_cast<unsigned char>(rest[length]) & 0xc0) == 0x80)
        --length;
    if (length == rest.size()) {
        ++m_next;
        m_offset = 0;
    } else {
        m_offset += length;
    }
    return rest.substr(0, length);
}

QString PieceWriter::take(std::size_t bytes)
{
    constexpr std::size_t leastBytes = 16; // room for any character
    QString out = m_offset > 0 ? QStringLiteral("galley.hold(true,[") : QStringLiteral("galley.hold(false,[");
    for (std::size_t left = bytes; !atEnd() && left >= leastBytes;) {
        const std::string_view piece = takePiece(left);
        out += scriptString(piece) + QLatin1Char(',');
        left -= std::min(left, piece.size() + 8); // many small pieces are a cost too
        if (m_offset > 0)
            break;
    }
    return out + QLatin1String("]);");
}

/// A comment before the doctype changes nothing, one before the byte order mark would make that text.
std::string numberedPage(std::string_view html, std::string_view key, int load)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    const std::size_t begin = html.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    std::string out(html.substr(0, begin));
    out.append("<!--galley-load:").append(key).append(":").append(std::to_string(load)).append("-->");
    return out.append(html.substr(begin));
}

std::string markedPage(const RenderedPage& page, std::string_view key)
{
    if (page.blocks.empty())
        return page.html;
    const std::string mark = "<!--galley:" + std::string(key) + "-->";
    const ShownPage shown = shownAs(page);
    std::string out = shown.head;
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        out.append(mark).append(unitOf(page, i));
    return out + mark + shown.tail;
}

} // namespace galley
