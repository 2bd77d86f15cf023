// SPDX-License-Identifier: MIT
#include "base/threeway.h"

#include "base/linediff.h"

#include <algorithm>

namespace galley
{

namespace
{
using Lines = std::vector<std::string_view>;

/// For each line of the base the line it stayed, or -1; at the end the other text's line count, which always fits.
std::vector<int> whereLinesWent(std::string_view base, std::string_view other, std::size_t baseCount)
{
    std::vector<int> went(baseCount + 1, -1);
    for (const DiffRun& run : diffLines(base, other)) {
        for (int i = 0; run.kind == DiffRun::Kind::Same && i < run.count; ++i)
            went[static_cast<std::size_t>(run.beforeLine + i)] = run.afterLine + i;
    }
    went[baseCount] = static_cast<int>(splitLines(other).size());
    return went;
}

bool sameLines(const Lines& a, LineSpan spanA, const Lines& b, LineSpan spanB)
{
    return spanA.count == spanB.count &&
           std::equal(a.begin() + spanA.line, a.begin() + spanA.line + spanA.count, b.begin() + spanB.line);
}

/// Walks the three texts side by side from one line that all have to the next.
class Walk
{
public:
    Walk(std::string_view base, std::string_view mine, std::string_view theirs)
        : m_base(splitLines(base)), m_mine(splitLines(mine)), m_theirs(splitLines(theirs)),
          m_toMine(whereLinesWent(base, mine, m_base.size())), m_toTheirs(whereLinesWent(base, theirs, m_base.size()))
    {
    }

    std::vector<ThreeWayRun> runs()
    {
        const auto end = static_cast<int>(m_base.size());
        for (int line = 0; line <= end; ++line) {
            if (mine(line) < 0 || theirs(line) < 0)
                continue;
            addUpTo(line);
            if (line < end)
                addSame();
        }
        return std::move(m_runs);
    }

private:
    int mine(int line) const { return m_toMine[static_cast<std::size_t>(line)]; }
    int theirs(int line) const { return m_toTheirs[static_cast<std::size_t>(line)]; }

    void addUpTo(int line)
    {
        const ThreeWayRun::Kind none = ThreeWayRun::Kind::Same;
        ThreeWayRun run{none,
                        {m_at.base.line, line - m_at.base.line},
                        {m_at.mine.line, mine(line) - m_at.mine.line},
                        {m_at.theirs.line, theirs(line) - m_at.theirs.line}};
        if (run.base.count + run.mine.count + run.theirs.count == 0)
            return;
        run.kind = kindOf(run);
        m_runs.push_back(run);
        m_at = {none, {line, 0}, {mine(line), 0}, {theirs(line), 0}};
    }

    void addSame()
    {
        if (m_runs.empty() || m_runs.back().kind != ThreeWayRun::Kind::Same)
            m_runs.push_back(m_at);
        for (LineSpan ThreeWayRun::*span : {&ThreeWayRun::base, &ThreeWayRun::mine, &ThreeWayRun::theirs}) {
            ++(m_runs.back().*span).count;
            ++(m_at.*span).line;
        }
    }

    ThreeWayRun::Kind kindOf(const ThreeWayRun& run) const
    {
        if (sameLines(m_mine, run.mine, m_theirs, run.theirs))
            return ThreeWayRun::Kind::Both;
        if (sameLines(m_base, run.base, m_theirs, run.theirs))
            return ThreeWayRun::Kind::Mine;
        if (sameLines(m_base, run.base, m_mine, run.mine))
            return ThreeWayRun::Kind::Theirs;
        return ThreeWayRun::Kind::Clash;
    }

    Lines m_base;
    Lines m_mine;
    Lines m_theirs;
    std::vector<int> m_toMine;
    std::vector<int> m_toTheirs;
    std::vector<ThreeWayRun> m_runs;
    ThreeWayRun m_at; ///< where the next run begins; all counts 0
};
} // namespace

std::vector<ThreeWayRun> compareThree(std::string_view base, std::string_view mine, std::string_view theirs)
{
    return Walk(base, mine, theirs).runs();
}

std::optional<std::string> combined(std::string_view base, std::string_view mine, std::string_view theirs)
{
    const Lines mineLines = splitLines(mine);
    const Lines theirLines = splitLines(theirs);
    std::string text;
    for (const ThreeWayRun& run : compareThree(base, mine, theirs)) {
        if (run.kind == ThreeWayRun::Kind::Clash)
            return std::nullopt;
        const bool takesTheirs = run.kind == ThreeWayRun::Kind::Theirs;
        const LineSpan span = takesTheirs ? run.theirs : run.mine;
        const Lines& lines = takesTheirs ? theirLines : mineLines;
        for (int i = span.line; i < span.line + span.count; ++i)
            text.append(lines[static_cast<std::size_t>(i)]).push_back('\n');
    }
    // A line's LF is no part of it: whether the last one has it is a change like any other.
    const auto ends = [](std::string_view whole) { return whole.ends_with('\n'); };
    if (!text.empty() && !(ends(mine) != ends(base) ? ends(mine) : ends(theirs)))
        text.pop_back();
    return text;
}

} // namespace galley
