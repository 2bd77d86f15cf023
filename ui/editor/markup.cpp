// SPDX-License-Identifier: MIT
#include "editor/markup.h"

#include "editor/inlinemarkup.h"

#include <QtGlobal>

namespace galley
{

int LineState::packed() const
{
    return static_cast<int>(zone) | (tilde ? 0x10 : 0) | (static_cast<int>(inside) << 5) | (fenceLength << 8);
}

LineState LineState::unpacked(int userState)
{
    if (userState < 0) // a block that was never looked at
        return {};
    return {static_cast<Zone>(userState & 0xf), static_cast<Inside>((userState >> 5) & 0x7), (userState & 0x10) != 0,
            userState >> 8};
}

static qsizetype indent(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t'))
        ++at;
    return at;
}

static qsizetype runAt(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line[end] == line[at])
        ++end;
    return end - at;
}

static bool isRule(QStringView line, QStringView signs)
{
    return line.trimmed() == signs;
}

static MarkedLine frontMatterLine(QStringView line)
{
    MarkedLine marked;
    marked.next.zone = Zone::FrontMatter;
    if ((line.startsWith(u"---") && isRule(line, u"---")) || (line.startsWith(u"...") && isRule(line, u"..."))) {
        marked.spans.push_back({0, line.size(), Markup::Sign});
        marked.next.zone = Zone::Body;
        return marked;
    }
    const qsizetype start = indent(line);
    if (start < line.size() && line[start] == u'#') {
        marked.spans.push_back({start, line.size() - start, Markup::Comment});
        return marked;
    }
    const qsizetype colon = line.indexOf(u':');
    const bool isKey = colon > 0 && (colon + 1 == line.size() || line[colon + 1].isSpace());
    if (isKey)
        marked.spans.push_back({0, colon, Markup::Key});
    const qsizetype value = isKey ? colon + 1 : 0;
    marked.spans.push_back({value, line.size() - value, Markup::Value});
    return marked;
}

static MarkedLine fenceLine(QStringView line, LineState state)
{
    MarkedLine marked;
    marked.spans.push_back({0, line.size(), Markup::Code});
    marked.next = state;
    const qsizetype at = indent(line);
    const QChar sign = state.tilde ? u'~' : u'`';
    if (at < line.size() && line[at] == sign) {
        const qsizetype run = runAt(line, at);
        if (run >= state.fenceLength && line.sliced(at + run).trimmed().isEmpty())
            marked.next = {};
    }
    return marked;
}

static MarkedLine commentLine(QStringView line)
{
    MarkedLine marked;
    const qsizetype close = line.indexOf(u"-->");
    const qsizetype end = close < 0 ? line.size() : close + 3;
    marked.spans.push_back({0, end, Markup::Comment});
    marked.next.zone = close < 0 ? Zone::Comment : Zone::Body;
    InlineMarkup(line, marked.spans).scan(end, line.size());
    return marked;
}

/// The state after an opening fence at `at`; nothing when it is none.
static LineState openedFence(QStringView line, qsizetype at)
{
    const qsizetype run = runAt(line, at);
    const bool tilde = line[at] == u'~';
    if (run < 3 || (!tilde && line.sliced(at + run).contains(u'`')))
        return {};
    return {Zone::Fence, Inside::LineStart, tilde, static_cast<int>(qMin<qsizetype>(run, 255))};
}

/// Units of a list sign and its space: "- ", "12. "; 0 when there is none.
static qsizetype listSign(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line[end].isDigit())
        ++end;
    const bool numbered = end > at && end < line.size() && (line[end] == u'.' || line[end] == u')');
    const bool bulleted =
        end == at && end < line.size() && (line[end] == u'-' || line[end] == u'*' || line[end] == u'+');
    if ((!numbered && !bulleted) || end + 1 >= line.size() || line[end + 1] != u' ')
        return 0;
    return end + 1 - at;
}

static void markSigns(QStringView line, qsizetype& at, std::vector<MarkupSpan>& spans)
{
    while (at < line.size()) {
        const qsizetype length = line[at] == u'>' ? 1 : listSign(line, at);
        if (length == 0)
            return;
        if (line[at] == u'>')
            spans.push_back({at, line.size() - at, Markup::Quote});
        spans.push_back({at, length, Markup::Sign});
        at += length;
        at += indent(line.sliced(at));
    }
}

static MarkedLine bodyLine(QStringView line)
{
    MarkedLine marked;
    qsizetype at = indent(line);
    if (at >= line.size())
        return marked;
    markSigns(line, at, marked.spans);
    if (at >= line.size())
        return marked;
    if (line[at] == u'`' || line[at] == u'~')
        marked.next = openedFence(line, at);
    if (marked.next.zone == Zone::Fence) {
        marked.spans.push_back({at, line.size() - at, Markup::Code});
        return marked;
    }
    if (line.sliced(at).startsWith(u"<!--") && line.indexOf(u"-->", at) < 0) {
        marked.spans.push_back({at, line.size() - at, Markup::Comment});
        marked.next.zone = Zone::Comment;
        return marked;
    }
    const qsizetype signs = line[at] == u'#' ? runAt(line, at) : 0;
    if (signs >= 1 && signs <= 6 && (at + signs == line.size() || line[at + signs].isSpace())) {
        marked.spans.push_back({at, line.size() - at, Markup::Heading});
        marked.spans.push_back({at, signs, Markup::Sign});
    }
    InlineMarkup(line, marked.spans).scan(at, line.size());
    return marked;
}

static MarkedLine wholeLine(QStringView line, LineState state, bool isFirst)
{
    if (isFirst && line.startsWith(u"---") && isRule(line, u"---")) {
        MarkedLine opening;
        opening.spans.push_back({0, line.size(), Markup::Sign});
        opening.next.zone = Zone::FrontMatter;
        return opening;
    }
    switch (state.zone) {
    case Zone::FrontMatter: return frontMatterLine(line);
    case Zone::Fence: return fenceLine(line, state);
    case Zone::Comment: return commentLine(line);
    case Zone::Body: break;
    }
    return bodyLine(line);
}

/// What the rest of a line is whose first piece looks like this.
static Inside insideOf(const MarkedLine& marked)
{
    for (const MarkupSpan& span : marked.spans) {
        switch (span.kind) {
        case Markup::Heading: return Inside::Heading;
        case Markup::Quote: return Inside::Quote;
        case Markup::Value: return Inside::Value;
        case Markup::Comment: return Inside::Comment;
        default: break;
        }
    }
    return Inside::Text;
}

/// Signs of lines are text in the middle of one.
static MarkedLine laterPiece(QStringView piece, LineState state)
{
    MarkedLine marked;
    if (state.zone == Zone::Comment) {
        marked = commentLine(piece);
        marked.next.inside = state.inside;
        return marked;
    }
    marked.next = state;
    const auto all = [&](Markup kind) { marked.spans.push_back({0, piece.size(), kind}); };
    if (state.zone == Zone::Fence) {
        all(Markup::Code);
        return marked;
    }
    switch (state.inside) {
    case Inside::Heading: all(Markup::Heading); break;
    case Inside::Quote: all(Markup::Quote); break;
    case Inside::Value: all(Markup::Value); break;
    case Inside::Comment:
        if (state.zone == Zone::FrontMatter)
            all(Markup::Comment);
        break;
    default: break;
    }
    if (state.zone == Zone::Body)
        InlineMarkup(piece, marked.spans).scan(0, piece.size());
    return marked;
}

MarkedLine markLine(QStringView line, LineState state, bool isFirst, bool isCut)
{
    const bool isLater = state.inside != Inside::LineStart;
    MarkedLine marked = isLater ? laterPiece(line, state) : wholeLine(line, state, isFirst);
    if (!isCut)
        marked.next.inside = Inside::LineStart;
    else if (!isLater)
        marked.next.inside = insideOf(marked);
    return marked;
}

} // namespace galley
