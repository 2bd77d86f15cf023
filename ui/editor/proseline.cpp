// SPDX-License-Identifier: MIT
#include "editor/proseline.h"

#include "editor/inlinemarkup.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>

namespace galley
{
namespace
{
/// Elements and Liquid blocks whose content no reader reads as prose.
constexpr std::array<const char16_t*, 9> elements{u"pre",  u"code", u"script", u"style",   u"kbd",
                                                  u"samp", u"svg",  u"math",   u"textarea"};
constexpr std::array<const char16_t*, 6> blocks{u"highlight", u"comment", u"katex", u"mermaid", u"math", u"prism"};

template <std::size_t count>
int indexOf(const std::array<const char16_t*, count>& names, QStringView name)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (name.compare(QStringView(names[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

qsizetype indentOf(QStringView line)
{
    qsizetype columns = 0;
    for (const QChar c : line) {
        if (c == u'\t')
            columns += 4 - columns % 4;
        else if (c == u' ')
            ++columns;
        else
            break;
    }
    return columns;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

qsizetype wordEnd(QStringView line, qsizetype at)
{
    while (at < line.size() && (line[at].isLetterOrNumber() || line[at] == u'-' || line[at] == u'_'))
        ++at;
    return at;
}

/// The name of the tag whose {% stands at `at`.
QStringView liquidName(QStringView line, qsizetype at)
{
    at += 2;
    while (at < line.size() && (line[at].isSpace() || line[at] == u'-'))
        ++at;
    return line.sliced(at, wordEnd(line, at) - at);
}

/// Behind `sign`; -1 when it does not come.
qsizetype behind(QStringView line, QStringView sign, qsizetype from)
{
    const qsizetype found = line.indexOf(sign, from, Qt::CaseInsensitive);
    return found < 0 ? -1 : found + sign.size();
}

/// Behind the > of a tag, past those in quotes.
qsizetype behindTag(QStringView line, qsizetype from)
{
    QChar quote;
    for (qsizetype at = from; at < line.size(); ++at) {
        if (!quote.isNull())
            quote = line[at] == quote ? QChar() : quote;
        else if (line[at] == u'>')
            return at + 1;
        else if ((line[at] == u'"' || line[at] == u'\'') && at > from && line[at - 1] == u'=')
            quote = line[at];
    }
    return -1;
}

/// Behind a run of so many backticks.
qsizetype behindTicks(QStringView line, qsizetype from, int count)
{
    for (qsizetype at = from; at < line.size();) {
        qsizetype end = at;
        while (end < line.size() && line[end] == u'`')
            ++end;
        if (end - at == count)
            return end;
        at = qMax(end, at + 1);
    }
    return -1;
}
} // namespace

ProseLine::ProseLine(QStringView line, ProseState& state, bool isFirst)
    : m_line(line), m_state(state), m_kinds(static_cast<std::size_t>(line.size()), Kind::Prose)
{
    const LineState before = state.line;
    const MarkedLine marked = markLine(line, before, isFirst);
    state.line = marked.next;
    if (before.zone == Zone::FrontMatter || state.line.zone == Zone::FrontMatter)
        frontMatter(before);
    else
        body(before, marked);
}

void ProseLine::fill(qsizetype begin, qsizetype end, Kind kind)
{
    std::fill(m_kinds.begin() + begin, m_kinds.begin() + end, kind);
}

void ProseLine::take(const std::vector<MarkupSpan>& spans)
{
    for (const MarkupSpan& span : spans) { // later ones lie over earlier ones
        switch (span.kind) {
        case Markup::Heading:
        case Markup::Strong:
        case Markup::Emphasis:
        case Markup::Struck:
        case Markup::Link:
        case Markup::Quote: fill(span.start, span.start + span.length, Kind::Prose); break;
        case Markup::Sign: fill(span.start, span.start + span.length, Kind::Sign); break;
        default: fill(span.start, span.start + span.length, Kind::Other); break;
        }
    }
}

// Of front matter only titles and descriptions are prose, and the lines that go on from them.
void ProseLine::frontMatter(const LineState& before)
{
    static const QRegularExpression key(QStringLiteral("^(title|subtitle|description|summary|excerpt):\\s*"));
    const bool goesOn = m_state.inValue && (isBlank(m_line) || m_line.startsWith(u' '));
    const QRegularExpressionMatch match = key.match(m_line.toString());
    const bool isInside = before.zone == Zone::FrontMatter && m_state.line.zone == Zone::FrontMatter;
    m_state.inValue = isInside && (goesOn || match.hasMatch());
    m_state.afterBlank = true; // for the body's first line
    const qsizetype begin = !m_state.inValue ? m_line.size() : goesOn ? 0 : match.capturedLength();
    fill(0, begin, Kind::Other);
    std::vector<MarkupSpan> spans;
    InlineMarkup(m_line, spans).scan(begin, m_line.size());
    take(spans);
}

void ProseLine::body(const LineState& before, const MarkedLine& marked)
{
    const bool isParagraph = m_state.inside == Inside::Code || m_state.inside == Inside::Tag || m_state.which == 1;
    if (isBlank(m_line)) {
        m_state.afterBlank = true;
        if (isParagraph && m_state.inside != Inside::Element && m_state.inside != Inside::LiquidBlock) {
            m_state.inside = Inside::Nothing; // what was never closed in its paragraph was no span
            m_state.which = 0;
        }
        return;
    }
    take(marked.spans);
    const bool isFence = before.zone == Zone::Fence || m_state.line.zone == Zone::Fence;
    if (m_state.inside == Inside::Nothing && (isFence || takeIndentedCode())) {
        m_state.afterBlank = false;
        return;
    }
    takeDefinition();
    const bool isComment = before.zone == Zone::Comment;
    for (qsizetype at = isComment ? qMax<qsizetype>(0, behind(m_line, u"-->", 0)) : 0; at < m_line.size();)
        at = m_state.inside == Inside::Nothing ? enter(at) : leave(at);
    m_state.afterBlank = false;
}

// Four columns below a blank line, outside of lists; inside of one, eight.
bool ProseLine::takeIndentedCode()
{
    const qsizetype indent = indentOf(m_line);
    const QStringView text = m_line.trimmed();
    static const QRegularExpression item(QStringLiteral("^([-*+]|\\d+[.)])\\s"));
    const bool isItem = indent < 4 && item.match(text.toString()).hasMatch();
    if (isItem)
        m_state.inList = true;
    else if (indent == 0 && m_state.afterBlank)
        m_state.inList = false;
    const qsizetype wanted = m_state.inList ? 8 : 4;
    m_state.inCode = indent >= wanted && (m_state.afterBlank || m_state.inCode);
    if (m_state.inCode)
        fill(0, m_line.size(), Kind::Other);
    return m_state.inCode;
}

// "[id]: address", "[^1]: text of a note", "*[HTML]: what it means": what stands in the brackets is a name.
void ProseLine::takeDefinition()
{
    static const QRegularExpression definition(QStringLiteral("^ {0,3}(\\*?)\\[(\\^?)[^\\]]*\\]:"));
    const QRegularExpressionMatch match = definition.match(m_line.toString());
    if (!match.hasMatch() || m_state.inside != Inside::Nothing)
        return;
    const bool isAddress = match.capturedLength(1) == 0 && match.capturedLength(2) == 0;
    fill(0, isAddress ? m_line.size() : match.capturedLength(), Kind::Other);
}

/// Where what the line is inside of ends, searched from there on; -1 when it goes on in the next line.
qsizetype ProseLine::endOf(qsizetype from) const
{
    switch (m_state.inside) {
    case Inside::Code: return behindTicks(m_line, from, m_state.which);
    case Inside::Tag: return behindTag(m_line, from);
    case Inside::LiquidTag: return behind(m_line, u"%}", from);
    case Inside::LiquidValue: return behind(m_line, u"}}", from);
    case Inside::Math: return behind(m_line, u"$$", from);
    case Inside::TexMath: {
        const qsizetype round = behind(m_line, u"\\)", from), square = behind(m_line, u"\\]", from);
        return round < 0 ? square : square < 0 ? round : qMin(round, square);
    }
    case Inside::Element: {
        const QString closing = QStringLiteral("</") + QStringView(elements[static_cast<std::size_t>(m_state.which)]);
        const qsizetype tag = behind(m_line, closing, from);
        return tag < 0 ? -1 : behind(m_line, u">", tag);
    }
    case Inside::LiquidBlock: {
        const QString closing = QStringLiteral("end") + QStringView(blocks[static_cast<std::size_t>(m_state.which)]);
        const qsizetype tag = behind(m_line, closing, from);
        return tag < 0 ? -1 : behind(m_line, u"%}", tag);
    }
    case Inside::Nothing: break;
    }
    return from;
}

qsizetype ProseLine::leave(qsizetype at)
{
    const qsizetype end = endOf(at);
    fill(at, end < 0 ? m_line.size() : end, Kind::Other);
    if (end < 0)
        return m_line.size();
    m_state.inside = Inside::Nothing;
    m_state.which = 0;
    return qMax(end, at + 1);
}

qsizetype ProseLine::open(qsizetype at, qsizetype inner, Inside inside, int which)
{
    fill(at, inner, Kind::Other);
    m_state.inside = inside;
    m_state.which = which;
    return inner;
}

qsizetype ProseLine::enter(qsizetype at)
{
    switch (m_line[at].unicode()) {
    case u'\\': return enterBackslash(at);
    case u'$': return enterDollar(at);
    case u'{': return enterBrace(at);
    case u'<': return enterTag(at);
    case u'`': return enterCode(at);
    default: return at + 1;
    }
}

qsizetype ProseLine::enterBackslash(qsizetype at)
{
    const QChar next = at + 1 < m_line.size() ? m_line[at + 1] : QChar();
    if (next == u'(' || next == u'[')
        return behind(m_line, next == u'(' ? u"\\)" : u"\\]", at) < 0 && next == u'('
                   ? at + 2
                   : open(at, at + 2, Inside::TexMath, 1);
    return at + 2;
}

// "$x^2$" is a formula to MathJax, "$5 and $6" are prices.
qsizetype ProseLine::enterDollar(qsizetype at)
{
    if (m_line.sliced(at).startsWith(u"$$"))
        return open(at, at + 2, Inside::Math, m_line.first(at).trimmed().isEmpty() ? 0 : 1);
    const qsizetype close = m_line.indexOf(u'$', at + 1);
    const bool fits = close > at + 1 && !m_line[at + 1].isSpace() && !m_line[close - 1].isSpace() &&
                      (close + 1 == m_line.size() || !m_line[close + 1].isDigit());
    if (!fits)
        return at + 1;
    fill(at, close + 1, Kind::Other);
    return close + 1;
}

qsizetype ProseLine::enterBrace(qsizetype at)
{
    const QChar next = at + 1 < m_line.size() ? m_line[at + 1] : QChar();
    if (next == u'{')
        return open(at, at + 2, Inside::LiquidValue);
    if (next == u'%') {
        const int block = indexOf(blocks, liquidName(m_line, at));
        return block < 0 ? open(at, at + 2, Inside::LiquidTag) : open(at, at + 2, Inside::LiquidBlock, block);
    }
    const qsizetype close = next == u':' ? m_line.indexOf(u'}', at) : -1; // kramdown's {: .class}
    if (close < 0)
        return at + 1;
    fill(at, close + 1, Kind::Other);
    return close + 1;
}

qsizetype ProseLine::enterTag(qsizetype at)
{
    const QChar next = at + 1 < m_line.size() ? m_line[at + 1] : QChar();
    if (!next.isLetter() && next != u'/' && next != u'!' && next != u'?')
        return at + 1;
    const qsizetype nameEnd = wordEnd(m_line, at + 1);
    const int element = indexOf(elements, m_line.sliced(at + 1, nameEnd - at - 1));
    const qsizetype end = behindTag(m_line, at);
    if (element < 0 || (end > 1 && m_line[end - 2] == u'/'))
        return open(at, at + 1, Inside::Tag);
    return open(at, end < 0 ? m_line.size() : end, Inside::Element, element);
}

qsizetype ProseLine::enterCode(qsizetype at)
{
    qsizetype end = at;
    while (end < m_line.size() && m_line[end] == u'`')
        ++end;
    return open(at, end, Inside::Code, static_cast<int>(qMin<qsizetype>(end - at, 255)));
}

} // namespace galley
