// SPDX-License-Identifier: MIT
#include "editor/prosewords.h"

#include <QRegularExpression>

#include <algorithm>

namespace galley
{

static bool isProse(Markup kind)
{
    switch (kind) {
    case Markup::Heading:
    case Markup::Strong:
    case Markup::Emphasis:
    case Markup::Struck:
    case Markup::Link:
    case Markup::Quote: return true;
    default: return false;
    }
}

static std::vector<bool> proseUnits(QStringView line, const MarkedLine& marked)
{
    std::vector<bool> prose(static_cast<std::size_t>(line.size()), true);
    for (const MarkupSpan& span : marked.spans) // later ones lie over earlier ones
        std::fill_n(prose.begin() + span.start, span.length, isProse(span.kind));
    return prose;
}

/// Where the text of a title or description begins; the line's end for every other line of front matter.
static qsizetype textOfFrontMatter(QStringView line)
{
    static const QRegularExpression key(QStringLiteral("^(title|subtitle|description|summary|excerpt):\\s*"));
    const QRegularExpressionMatch match = key.match(line.toString());
    return match.hasMatch() ? match.capturedLength() : line.size();
}

static bool isWordUnit(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

static bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

/// The run of characters without a space round [start, end): an address or a name of code shows in the whole of it.
static bool isTechnical(QStringView line, qsizetype start, qsizetype end)
{
    const auto isBreak = [&](qsizetype at) { return at < 0 || at >= line.size() || line[at].isSpace(); };
    while (!isBreak(start - 1))
        --start;
    while (!isBreak(end))
        ++end;
    const QStringView run = line.sliced(start, end - start);
    const bool isAddress = run.contains(QStringLiteral("://")) || run.startsWith(QStringLiteral("www.")) ||
                           run.contains(u'@') || run.contains(u'\\');
    return isAddress || run.contains(u'_');
}

/// "iPhone", "HTML", "v2": names, which no dictionary has.
static bool isName(QStringView word)
{
    return std::any_of(word.begin() + 1, word.end(), [](QChar c) { return c.isUpper(); });
}

static bool hasDigitBeside(QStringView line, qsizetype start, qsizetype end)
{
    return (start > 0 && line[start - 1].isDigit()) || (end < line.size() && line[end].isDigit());
}

std::vector<ProseWord> proseWords(QStringView line, LineState& state, bool isFirst)
{
    const bool inFrontMatter = state.zone == Zone::FrontMatter;
    const MarkedLine marked = markLine(line, state, isFirst);
    state = marked.next;
    std::vector<bool> prose = proseUnits(line, marked);
    if (inFrontMatter) {
        const qsizetype begin = textOfFrontMatter(line);
        std::fill(prose.begin(), prose.begin() + begin, false);
        std::fill(prose.begin() + begin, prose.end(), true);
    }
    std::vector<ProseWord> words;
    for (qsizetype at = 0; at < line.size();) {
        const auto inWord = [&](qsizetype i) {
            return i < line.size() && prose[static_cast<std::size_t>(i)] && isWordUnit(line[i]);
        };
        if (!inWord(at)) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        while (inWord(at) || (at > start && at < line.size() && isApostrophe(line[at]) && inWord(at + 1)))
            ++at;
        const bool isShort = at - start < 2;
        if (!isShort && !isName(line.sliced(start, at - start)) && !hasDigitBeside(line, start, at) &&
            !isTechnical(line, start, at))
            words.push_back({start, at - start});
    }
    return words;
}

} // namespace galley
