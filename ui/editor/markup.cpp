// SPDX-License-Identifier: MIT
#include "editor/markup.h"

#include "editor/inlinemarkup.h"

#include <QtGlobal>

namespace galley
{

int LineState::packed() const
{
    return static_cast<int>(zone) | (tilde ? 0x10 : 0) | (fenceLength << 8);
}

LineState LineState::unpacked(int userState)
{
    if (userState < 0) // a block that was never looked at
        return {};
    return {static_cast<Zone>(userState & 0xf), (userState & 0x10) != 0, userState >> 8};
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
    return {Zone::Fence, tilde, static_cast<int>(qMin<qsizetype>(run, 255))};
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

MarkedLine markLine(QStringView line, LineState state, bool isFirst)
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

} // namespace galley
