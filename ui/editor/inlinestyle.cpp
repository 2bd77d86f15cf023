// SPDX-License-Identifier: MIT
#include "editor/inlinestyle.h"

#include <QRegularExpression>

#include <optional>
#include <vector>

namespace galley::inlinestyle
{

/// A text between two runs of one sign: **so**.
struct Marked {
    qsizetype open = 0;  ///< first unit of the opening run
    qsizetype close = 0; ///< first unit of the closing run
    qsizetype run = 0;   ///< units of either run

    qsizetype innerStart() const { return open + run; }
    qsizetype end() const { return close + run; }
};

static bool isSign(QChar c, Mark mark)
{
    return mark == Mark::Code ? c == u'`' : c == u'*' || c == u'_';
}

/// Whether a run of this length makes the mark: ** and *** are bold, * and *** are italic.
static bool makes(qsizetype run, Mark mark)
{
    switch (mark) {
    case Mark::Bold: return run == 2 || run == 3;
    case Mark::Italic: return run == 1 || run == 3;
    case Mark::Code: break;
    }
    return run >= 1;
}

static qsizetype runAt(const QString& line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line[end] == line[at])
        ++end;
    return end - at;
}

/// Runs are paired with the nearest earlier run of the same sign and length.
static std::vector<Marked> markedParts(const QString& line, Mark mark)
{
    std::vector<Marked> parts;
    std::vector<std::pair<qsizetype, qsizetype>> open; // position, length
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == u'\\') {
            ++at;
            continue;
        }
        if (!isSign(line[at], mark))
            continue;
        const qsizetype run = runAt(line, at);
        const bool closes = at > 0 && !line[at - 1].isSpace();
        const auto match = std::find_if(open.rbegin(), open.rend(), [&](const auto& earlier) {
            return earlier.second == run && line[earlier.first] == line[at];
        });
        if (closes && match != open.rend()) {
            parts.push_back({match->first, at, run});
            open.erase(std::next(match).base(), open.end());
        } else if (at + run < line.size() && !line[at + run].isSpace()) {
            open.emplace_back(at, run);
        }
        at += run - 1;
    }
    return parts;
}

static std::optional<Marked> enclosing(const Selection& s, Mark mark)
{
    for (const Marked& part : markedParts(s.line, mark)) {
        if (makes(part.run, mark) && s.start >= part.open && s.end <= part.end())
            return part;
    }
    return std::nullopt;
}

static qsizetype signLength(Mark mark)
{
    return mark == Mark::Bold ? 2 : 1;
}

static Selection unmarked(Selection s, const Marked& part, Mark mark)
{
    const qsizetype cut = mark == Mark::Code ? part.run : signLength(mark);
    s.line.remove(part.end() - cut, cut).remove(part.open, cut); // the outer signs: *** keeps its inner *
    const auto moved = [&](qsizetype at) {
        return qBound(part.open, at - qMin(cut, qMax<qsizetype>(0, at - part.open)), part.end() - 2 * cut);
    };
    s.start = moved(s.start);
    s.end = moved(s.end);
    return s;
}

static bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c == u'\'' || c == u'’';
}

static Selection wordAtCaret(Selection s)
{
    while (s.start > 0 && isWordUnit(s.line[s.start - 1]))
        --s.start;
    while (s.end < s.line.size() && isWordUnit(s.line[s.end]))
        ++s.end;
    return s;
}

static Selection trimmed(Selection s)
{
    while (s.start < s.end && s.line[s.start].isSpace())
        ++s.start;
    while (s.end > s.start && s.line[s.end - 1].isSpace())
        --s.end;
    return s;
}

Selection toggled(const Selection& selection, Mark mark)
{
    const QString sign = mark == Mark::Bold     ? QStringLiteral("**")
                         : mark == Mark::Italic ? QStringLiteral("*")
                                                : QStringLiteral("`");
    const bool caret = selection.start == selection.end;
    const QString pair = sign + sign;
    if (caret && selection.start >= sign.size() &&
        runAt(selection.line, selection.start - sign.size()) == pair.size() &&
        QStringView(selection.line).sliced(selection.start - sign.size()).startsWith(pair)) {
        Selection out = selection;
        out.line.remove(out.start - sign.size(), pair.size());
        out.start = out.end = out.start - sign.size();
        return out;
    }
    if (const auto part = enclosing(selection, mark))
        return unmarked(selection, *part, mark);

    const Selection target = caret ? wordAtCaret(selection) : trimmed(selection);
    Selection out = target;
    out.line.insert(target.end, sign).insert(target.start, sign);
    out.start = (caret ? selection.start : target.start) + sign.size();
    out.end = (caret ? selection.end : target.end) + sign.size();
    return out;
}

/// A link [text](target) that holds the selection is replaced by its text.
static std::optional<Selection> unlinked(const Selection& s)
{
    static const QRegularExpression link(QStringLiteral(R"(\[([^\]\[]*)\]\(([^)]*)\))"));
    for (auto it = link.globalMatch(s.line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (s.start < match.capturedStart() || s.end > match.capturedEnd())
            continue;
        Selection out = s;
        out.line.replace(match.capturedStart(), match.capturedLength(), match.captured(1));
        out.start = match.capturedStart();
        out.end = out.start + match.capturedLength(1);
        return out;
    }
    return std::nullopt;
}

Selection toggledLink(const Selection& selection, const QString& url)
{
    if (const auto plain = unlinked(selection))
        return *plain;
    const Selection target = selection.start == selection.end ? wordAtCaret(selection) : trimmed(selection);
    const QString text = target.line.sliced(target.start, target.end - target.start);
    const bool isUrl = text.startsWith(QStringLiteral("http://")) || text.startsWith(QStringLiteral("https://"));
    const QString before = isUrl ? QStringLiteral("[") : QStringLiteral("[%1](").arg(text);
    const QString after = (isUrl ? QStringLiteral("](") + text : url) + QStringLiteral(")");
    Selection out = target;
    out.line.replace(target.start, target.end - target.start, before + after);
    out.start = out.end = target.start + before.size();
    if (text.isEmpty())
        out.start = out.end = target.start + 1;
    else if (!isUrl && !url.isEmpty())
        out.start = out.end = target.start + before.size() + after.size();
    return out;
}

} // namespace galley::inlinestyle
