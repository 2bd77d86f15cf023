// SPDX-License-Identifier: MIT
#include "keeping/difflines.h"

#include "base/linediff.h"
#include "base/textcheck.h"
#include "base/threeway.h"
#include "shorttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace galley
{

namespace
{
using Lines = std::vector<std::string_view>;

constexpr int contextLines = 3;
constexpr int mostLines = 20'000;
constexpr qsizetype mostColumns = 2000; // a line of 1 MB would take seconds to lay out, and nobody reads it here

QString numbered(QChar sign, int number, std::string_view line)
{
    return QStringLiteral("%1 %2  ").arg(sign).arg(number, 5) +
           shortText(QString::fromStdString(displayText(line)), mostColumns);
}

QString gapText(int skipped)
{
    return QCoreApplication::translate("DiffLines", "… %1 lines").arg(skipped); // two at least
}

/// Of lines that did not change those next to a change.
struct Context {
    int head = 0; ///< lines shown at the beginning
    int tail = 0; ///< and at the end; what lies between is a gap

    Context(int count, bool isFirst, bool isLast) : head(isFirst ? 0 : contextLines), tail(isLast ? 0 : contextLines)
    {
        if (head + tail + 1 >= count) {
            head = count;
            tail = 0;
        }
    }
};

class TwoWay
{
public:
    TwoWay(std::string_view before, std::string_view after) : m_before(splitLines(before)), m_after(splitLines(after))
    {
        const std::vector<DiffRun> runs = diffLines(before, after);
        for (std::size_t i = 0; i < runs.size() && m_shown.lines.size() < mostLines; ++i) {
            const bool changed = runs[i].kind != DiffRun::Kind::Same;
            if (changed && (i == 0 || runs[i - 1].kind == DiffRun::Kind::Same))
                m_shown.changes << static_cast<int>(m_shown.lines.size());
            if (changed)
                add(runs[i], 0, runs[i].count);
            else
                addSame(runs[i], i == 0, i + 1 == runs.size());
        }
        if (m_shown.lines.size() >= mostLines)
            m_shown.lines << DiffLine{QStringLiteral("…"), Tint::Missing};
    }

    TwoWayLines shown() { return std::move(m_shown); }

private:
    void addSame(const DiffRun& run, bool isFirst, bool isLast)
    {
        const Context context(run.count, isFirst, isLast);
        add(run, 0, context.head);
        if (context.head + context.tail < run.count)
            m_shown.lines << DiffLine{gapText(run.count - context.head - context.tail), Tint::Missing};
        add(run, run.count - context.tail, run.count);
    }

    void add(const DiffRun& run, int from, int to)
    {
        const bool gone = run.kind == DiffRun::Kind::Removed;
        const bool same = run.kind == DiffRun::Kind::Same;
        const int first = gone ? run.beforeLine : run.afterLine;
        const Lines& lines = gone ? m_before : m_after;
        for (int n = from; n < to && m_shown.lines.size() < mostLines; ++n)
            m_shown.lines << DiffLine{numbered(same   ? u' '
                                               : gone ? u'−'
                                                      : u'+',
                                               first + n + 1, lines[static_cast<std::size_t>(first + n)]),
                                      same   ? Tint::None
                                      : gone ? Tint::Gone
                                             : Tint::Come};
    }

    Lines m_before;
    Lines m_after;
    TwoWayLines m_shown;
};

Tint tintOf(ThreeWayRun::Kind kind)
{
    switch (kind) {
    case ThreeWayRun::Kind::Same: return Tint::None;
    case ThreeWayRun::Kind::Mine: return Tint::Mine;
    case ThreeWayRun::Kind::Theirs: return Tint::Theirs;
    case ThreeWayRun::Kind::Both: return Tint::Both;
    case ThreeWayRun::Kind::Clash: break;
    }
    return Tint::Clash;
}

class ThreeWay
{
public:
    ThreeWay(std::string_view base, std::string_view mine, std::string_view theirs)
        : m_base(splitLines(base)), m_mine(splitLines(mine)), m_theirs(splitLines(theirs))
    {
        const std::vector<ThreeWayRun> runs = compareThree(base, mine, theirs);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            count(runs[i].kind);
            if (m_shown.base.size() >= mostLines)
                continue;
            if (runs[i].kind == ThreeWayRun::Kind::Same)
                addSame(runs[i], i == 0, i + 1 == runs.size());
            else
                addChanged(runs[i]);
        }
        if (m_shown.base.size() >= mostLines)
            addGap(QStringLiteral("…"));
    }

    ThreeWayLines shown() { return std::move(m_shown); }

private:
    void count(ThreeWayRun::Kind kind)
    {
        m_shown.mineCount += kind == ThreeWayRun::Kind::Mine;
        m_shown.theirsCount += kind == ThreeWayRun::Kind::Theirs;
        m_shown.clashCount += kind == ThreeWayRun::Kind::Clash;
    }

    void addSame(const ThreeWayRun& run, bool isFirst, bool isLast)
    {
        const Context context(run.base.count, isFirst, isLast);
        addRows(run, 0, context.head);
        if (context.head + context.tail < run.base.count)
            addGap(gapText(run.base.count - context.head - context.tail));
        addRows(run, run.base.count - context.tail, run.base.count);
    }

    void addChanged(const ThreeWayRun& run)
    {
        m_shown.changes << static_cast<int>(m_shown.base.size());
        addRows(run, 0, std::max({run.base.count, run.mine.count, run.theirs.count}));
    }

    void addRows(const ThreeWayRun& run, int from, int to)
    {
        const Tint tint = tintOf(run.kind);
        for (int n = from; n < to && m_shown.base.size() < mostLines; ++n) {
            m_shown.mine << row(m_mine, run.mine, n, run.kind == ThreeWayRun::Kind::Theirs ? Tint::None : tint);
            m_shown.base << row(m_base, run.base, n, tint);
            m_shown.theirs << row(m_theirs, run.theirs, n, run.kind == ThreeWayRun::Kind::Mine ? Tint::None : tint);
        }
    }

    static DiffLine row(const Lines& lines, LineSpan span, int n, Tint tint)
    {
        if (n >= span.count)
            return {QString(), Tint::Missing};
        const int line = span.line + n;
        return {numbered(u' ', line + 1, lines[static_cast<std::size_t>(line)]), tint};
    }

    void addGap(const QString& text)
    {
        for (QList<DiffLine>* column : {&m_shown.mine, &m_shown.base, &m_shown.theirs})
            *column << DiffLine{text, Tint::Missing};
    }

    Lines m_base;
    Lines m_mine;
    Lines m_theirs;
    ThreeWayLines m_shown;
};
} // namespace

TwoWayLines twoWayLines(std::string_view before, std::string_view after)
{
    return TwoWay(before, after).shown();
}

ThreeWayLines threeWayLines(std::string_view base, std::string_view mine, std::string_view theirs)
{
    return ThreeWay(base, mine, theirs).shown();
}

} // namespace galley
