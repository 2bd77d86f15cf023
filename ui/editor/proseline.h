// SPDX-License-Identifier: MIT
// ProseLine: which units of a line are read by a reader, and which are code, formulas, addresses, Liquid or HTML.
#pragma once

#include "editor/prosestate.h"

#include <QStringView>

#include <vector>

namespace galley
{

class ProseLine
{
public:
    /// `state` becomes that of the next line. Linear in the line's length.
    ProseLine(QStringView line, ProseState& state, bool isFirst);

    bool isProse(qsizetype at) const { return m_kinds[static_cast<std::size_t>(at)] == Kind::Prose; }
    /// A sign of emphasis, a link's brackets: it parts words as a space does.
    bool isSign(qsizetype at) const { return m_kinds[static_cast<std::size_t>(at)] == Kind::Sign; }

private:
    enum class Kind : char { Prose, Sign, Other };
    using Inside = ProseState::Inside;

    void frontMatter(const LineState& before);
    void body(const LineState& before, const MarkedLine& marked);
    void take(const std::vector<MarkupSpan>& spans);
    void fill(qsizetype begin, qsizetype end, Kind kind);
    bool takeIndentedCode();
    void takeDefinition();
    qsizetype leave(qsizetype at);
    qsizetype enter(qsizetype at);
    qsizetype enterBackslash(qsizetype at);
    qsizetype enterDollar(qsizetype at);
    qsizetype enterBrace(qsizetype at);
    qsizetype enterTag(qsizetype at);
    qsizetype enterCode(qsizetype at);
    qsizetype open(qsizetype at, qsizetype inner, Inside inside, int which = 0);
    qsizetype endOf(qsizetype from) const;

    QStringView m_line;
    ProseState& m_state;
    std::vector<Kind> m_kinds;
};

} // namespace galley
