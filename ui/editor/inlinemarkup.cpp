// SPDX-License-Identifier: MIT
#include "editor/inlinemarkup.h"

#include <QString>

namespace galley
{

/// Searches for a closing sign that fail in one line before the rest of it stays plain: keeps a line of 4,096
/// stars from costing 4,096² steps.
static constexpr int maxSearches = 40;

static bool isWordChar(QStringView line, qsizetype at)
{
    return at >= 0 && at < line.size() && (line[at].isLetterOrNumber() || line[at].isSurrogate());
}

static bool isSpaceAt(QStringView line, qsizetype at)
{
    return at < 0 || at >= line.size() || line[at].isSpace();
}

InlineMarkup::Scanner InlineMarkup::scannerFor(QChar sign) const
{
    switch (sign.unicode()) {
    case u'`': return &InlineMarkup::code;
    case u'!':
    case u'[': return &InlineMarkup::link;
    case u'<': return &InlineMarkup::angle;
    case u'{': return &InlineMarkup::liquid;
    case u'*':
    case u'_':
    case u'~': return &InlineMarkup::emphasis;
    case u'h': return &InlineMarkup::bareUrl;
    default: return nullptr;
    }
}

void InlineMarkup::scan(qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to;) {
        if (m_line[at] == u'\\') {
            at += 2;
            continue;
        }
        const Scanner scanner = m_searches < maxSearches ? scannerFor(m_line[at]) : nullptr;
        const qsizetype next = scanner ? (this->*scanner)(at, to) : at;
        at = next > at ? next : at + 1;
    }
}

qsizetype InlineMarkup::runLength(qsizetype at, qsizetype to) const
{
    qsizetype end = at;
    while (end < to && m_line[end] == m_line[at])
        ++end;
    return end - at;
}

/// Where a run of exactly this length begins; -1 when there is none.
qsizetype InlineMarkup::findRun(QChar sign, qsizetype length, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to; ++at) {
        if (m_line[at] != sign)
            continue;
        const qsizetype run = runLength(at, to);
        if (run == length)
            return at;
        at += run - 1;
    }
    ++m_searches;
    return -1;
}

qsizetype InlineMarkup::code(qsizetype at, qsizetype to)
{
    const qsizetype run = runLength(at, to);
    const qsizetype close = findRun(u'`', run, at + run, to);
    if (close < 0)
        return at + run;
    add(at, close + run, Markup::Code);
    return close + run;
}

qsizetype InlineMarkup::closingBracket(qsizetype open, qsizetype to, QChar opening, QChar closing) const
{
    int depth = 0;
    for (qsizetype at = open; at < to; ++at) {
        if (m_line[at] == u'\\')
            ++at;
        else if (m_line[at] == opening)
            ++depth;
        else if (m_line[at] == closing && --depth == 0)
            return at;
    }
    return -1;
}

qsizetype InlineMarkup::link(qsizetype at, qsizetype to)
{
    const qsizetype open = m_line[at] == u'!' ? at + 1 : at;
    if (open >= to || m_line[open] != u'[')
        return at + 1;
    const qsizetype close = closingBracket(open, to, u'[', u']');
    if (close < 0) {
        ++m_searches;
        return open + 1;
    }
    qsizetype end = close + 1;
    if (end < to && (m_line[end] == u'(' || m_line[end] == u'[')) {
        const bool round = m_line[end] == u'(';
        const qsizetype last = closingBracket(end, to, m_line[end], round ? u')' : u']');
        if (last > 0)
            end = last + 1;
    }
    add(at, end, Markup::Sign);
    add(open + 1, close, Markup::Link);
    return end;
}

qsizetype InlineMarkup::angle(qsizetype at, qsizetype to)
{
    if (at + 1 >= to || !(m_line[at + 1].isLetter() || m_line[at + 1] == u'/' || m_line[at + 1] == u'!'))
        return at + 1;
    const qsizetype close = m_line.first(to).indexOf(u'>', at);
    if (close < 0) {
        ++m_searches;
        return at + 1;
    }
    const QStringView inside = m_line.sliced(at + 1, close - at - 1);
    const bool isLink = inside.contains(QStringLiteral("://")) && !inside.contains(u' ');
    add(at, close + 1, isLink ? Markup::Link : Markup::Html);
    return close + 1;
}

qsizetype InlineMarkup::liquid(qsizetype at, qsizetype to)
{
    if (at + 1 >= to || (m_line[at + 1] != u'{' && m_line[at + 1] != u'%'))
        return at + 1;
    const QString closing = m_line[at + 1] == u'{' ? QStringLiteral("}}") : QStringLiteral("%}");
    const qsizetype close = m_line.first(to).indexOf(closing, at + 2);
    if (close < 0) {
        ++m_searches;
        return at + 2;
    }
    add(at, close + 2, Markup::Liquid);
    return close + 2;
}

qsizetype InlineMarkup::emphasis(qsizetype at, qsizetype to)
{
    const QChar sign = m_line[at];
    const qsizetype run = runLength(at, to);
    const bool opens = !isSpaceAt(m_line, at + run) && (sign == u'*' || !isWordChar(m_line, at - 1));
    if (!opens || run > 3 || (sign == u'~' && run != 2))
        return at + run;
    const qsizetype close = findRun(sign, run, at + run, to);
    if (close < 0 || isSpaceAt(m_line, close - 1) || (sign == u'_' && isWordChar(m_line, close + run)))
        return at + run;
    if (sign == u'~')
        add(at, close + run, Markup::Struck);
    if (sign != u'~' && run != 2)
        add(at, close + run, Markup::Emphasis);
    if (sign != u'~' && run >= 2)
        add(at, close + run, Markup::Strong);
    add(at, at + run, Markup::Sign);
    add(close, close + run, Markup::Sign);
    scan(at + run, close);
    return close + run;
}

qsizetype InlineMarkup::bareUrl(qsizetype at, qsizetype to)
{
    const QStringView rest = m_line.sliced(at, to - at);
    if (isWordChar(m_line, at - 1) || !(rest.startsWith(u"http://") || rest.startsWith(u"https://")))
        return at + 1;
    qsizetype end = at;
    while (end < to && !m_line[end].isSpace() && m_line[end] != u'<' && m_line[end] != u')')
        ++end;
    add(at, end, Markup::Link);
    return end;
}

} // namespace galley
