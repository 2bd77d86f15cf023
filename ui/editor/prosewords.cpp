// SPDX-License-Identifier: MIT
#include "editor/prosewords.h"

#include "editor/proseline.h"

#include <algorithm>

namespace galley
{
namespace
{
bool isHighAt(QStringView line, qsizetype at)
{
    return at + 1 < line.size() && line[at].isHighSurrogate() && line[at + 1].isLowSurrogate();
}

/// Units of the letter or mark at `at`; 0 where there is none: emoji are no letters.
qsizetype letterAt(QStringView line, qsizetype at)
{
    if (at >= line.size())
        return 0;
    if (!isHighAt(line, at))
        return line[at].isLetter() || line[at].isMark() ? 1 : 0;
    const char32_t c = QChar::surrogateToUcs4(line[at], line[at + 1]);
    return QChar::isLetter(c) || QChar::isMark(c) ? 2 : 0;
}

/// What may stand between the letters of a word: an apostrophe, and the joiners of Persian and of Indic scripts.
bool isInner(QChar c)
{
    return c == u'\'' || c == u'’' || c == QChar(0x200C) || c == QChar(0x200D);
}

class Words
{
public:
    Words(QStringView line, const ProseLine& kinds) : m_line(line), m_kinds(kinds) {}

    std::vector<ProseWord> find() const
    {
        std::vector<ProseWord> words;
        for (qsizetype at = 0; at < m_line.size();) {
            const qsizetype start = at;
            for (qsizetype units = wordUnits(at, start); units > 0; units = wordUnits(at, start))
                at += units;
            if (at == start)
                ++at;
            else if (at - start >= 2 && !isName(start, at) && !isTechnical(start, at))
                words.push_back({start, at - start});
        }
        return words;
    }

private:
    bool isProse(qsizetype at) const { return at >= 0 && at < m_line.size() && m_kinds.isProse(at); }

    qsizetype wordUnits(qsizetype at, qsizetype start) const
    {
        if (!isProse(at))
            return 0;
        if (const qsizetype units = letterAt(m_line, at); units > 0)
            return units;
        const bool joins = at > start && isInner(m_line[at]) && isProse(at + 1) && letterAt(m_line, at + 1) > 0;
        return joins ? 1 : 0;
    }

    /// "iPhone", "HTML", "v2": names, which no dictionary has.
    bool isName(qsizetype start, qsizetype end) const
    {
        const QStringView word = m_line.sliced(start, end - start);
        const bool hasCapital = std::any_of(word.begin() + 1, word.end(), [](QChar c) { return c.isUpper(); });
        const bool hasDigit =
            (start > 0 && m_line[start - 1].isDigit()) || (end < m_line.size() && m_line[end].isDigit());
        return hasCapital || hasDigit;
    }

    bool isAt(qsizetype at, QChar c) const { return at >= 0 && at < m_line.size() && m_line[at] == c; }

    /// An underscore that is no sign of emphasis is part of a name.
    bool isJoined(qsizetype at) const { return isAt(at, u'_') && !m_kinds.isSign(at); }

    /// A name of code, an address, "&nbsp;", ":smile:", "[^note]".
    bool isTechnical(qsizetype start, qsizetype end) const
    {
        if (isJoined(start - 1) || isJoined(end) || isAt(start - 1, u'\\') || isAt(start - 1, u'^'))
            return true;
        if ((isAt(start - 1, u'&') && isAt(end, u';')) || (isAt(start - 1, u':') && isAt(end, u':')))
            return true;
        const auto isBreak = [&](qsizetype at) { return !isProse(at) || m_line[at].isSpace(); };
        while (!isBreak(start - 1))
            --start;
        while (!isBreak(end))
            ++end;
        const QStringView run = m_line.sliced(start, end - start);
        return run.contains(QStringLiteral("://")) || run.startsWith(QStringLiteral("www.")) || run.contains(u'@') ||
               hasJoint(run);
    }

    /// snake_case, "C:\dir" and "exampel.org": letters on both sides of the sign. A capital behind a full stop begins
    /// a sentence.
    static bool hasJoint(QStringView run)
    {
        for (qsizetype at = 1; at + 1 < run.size(); ++at) {
            const bool isLetterBehind = run[at + 1].isLetterOrNumber() && run[at - 1].isLetterOrNumber();
            if (run[at] == u'\\' && run[at + 1].isLetter())
                return true;
            if (isLetterBehind && (run[at] == u'_' || (run[at] == u'.' && run[at + 1].isLower())))
                return true;
        }
        return false;
    }

    QStringView m_line;
    const ProseLine& m_kinds;
};
} // namespace

std::vector<ProseWord> proseWords(QStringView line, ProseState& state, bool isFirst)
{
    const ProseLine kinds(line, state, isFirst);
    return Words(line, kinds).find();
}

} // namespace galley
