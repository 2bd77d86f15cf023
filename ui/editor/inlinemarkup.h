// SPDX-License-Identifier: MIT
// InlineMarkup: the spans inside one line: code, links, emphasis, Liquid, HTML.
#pragma once

#include "editor/markup.h"

namespace galley
{

class InlineMarkup
{
public:
    explicit InlineMarkup(QStringView line, std::vector<MarkupSpan>& spans) : m_line(line), m_spans(spans) {}

    void scan(qsizetype from, qsizetype to);

private:
    using Scanner = qsizetype (InlineMarkup::*)(qsizetype at, qsizetype to);

    qsizetype code(qsizetype at, qsizetype to);
    qsizetype link(qsizetype at, qsizetype to);
    qsizetype angle(qsizetype at, qsizetype to);
    qsizetype liquid(qsizetype at, qsizetype to);
    qsizetype emphasis(qsizetype at, qsizetype to);
    qsizetype bareUrl(qsizetype at, qsizetype to);
    Scanner scannerFor(QChar sign) const;

    qsizetype runLength(qsizetype at, qsizetype to) const;
    qsizetype findRun(QChar sign, qsizetype length, qsizetype from, qsizetype to);
    qsizetype closingBracket(qsizetype open, qsizetype to, QChar opening, QChar closing) const;
    void add(qsizetype start, qsizetype end, Markup kind) { m_spans.push_back({start, end - start, kind}); }

    QStringView m_line;
    std::vector<MarkupSpan>& m_spans;
    int m_searches = 0; ///< searches that found nothing; see maxSearches
};

} // namespace galley
