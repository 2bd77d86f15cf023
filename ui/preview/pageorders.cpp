// SPDX-License-Identifier: MIT
#include "preview/pageorders.h"

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

QString linesOf(const std::vector<ShownBlock>& blocks)
{
    QString out = QStringLiteral("[");
    for (const ShownBlock& block : blocks)
        out += QLatin1Char('[') + QString::number(block.firstLine) + QLatin1Char(',') +
               QString::number(block.lastLine) + QLatin1String("],");
    return out + QLatin1Char(']');
}

QString call(QLatin1String kind, const QString& order)
{
    return QLatin1String("galley.take('") + kind + QLatin1String("',{") + order + QLatin1String("})");
}

QString shellOf(const RenderedPage& page)
{
    const std::string_view html = page.html;
    const std::size_t begin = page.blocks.empty() ? html.size() : page.blocks.front().offset;
    const std::size_t end =
        page.blocks.empty() ? html.size() : page.blocks.back().offset + page.blocks.back().length;
    return QLatin1String("head:") + scriptString(html.substr(0, begin)) + QLatin1String(",tail:") +
           scriptString(html.substr(end));
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

QString shellOrder(const RenderedPage& page)
{
    return call(QLatin1String("shell"), shellOf(page));
}

QString patchOrder(const BlockPatch& patch, bool follow)
{
    QString units = QStringLiteral("[");
    for (const std::string_view unit : patch.units)
        units += scriptString(unit) + QLatin1Char(',');
    QString order = QLatin1String("first:") + QString::number(patch.first) + QLatin1String(",removed:") +
                    QString::number(patch.removed) + QLatin1String(",shift:") +
                    QString::number(patch.lineShift) + QLatin1String(",lines:") + linesOf(patch.blocks) +
                    QLatin1String(",units:") + units + QLatin1Char(']');
    if (patch.seam)
        order += QLatin1String(",seam:{from:") + scriptString(patch.seam->from) + QLatin1String(",to:") +
                 scriptString(patch.seam->to) + QLatin1Char('}');
    if (!patch.table.empty())
        order += QLatin1String(",table:") + linesOf(patch.table);
    if (follow)
        order += QLatin1String(",follow:true");
    return call(QLatin1String("patch"), order);
}

QString wholeOrder(const RenderedPage& page)
{
    QString units = QStringLiteral(",units:[");
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        units += scriptString(unitOf(page, i)) + QLatin1Char(',');
    return call(QLatin1String("whole"), shellOf(page) + QLatin1String(",lines:") +
                                            linesOf(shownAs(page).blocks) + units + QLatin1Char(']'));
}

QString adoptOrder(const RenderedPage& page)
{
    const ShownPage shown = shownAs(page);
    return call(QLatin1String("adopt"), QLatin1String("head:") + scriptString(shown.head) +
                                            QLatin1String(",lines:") + linesOf(shown.blocks));
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
