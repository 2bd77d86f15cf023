// SPDX-License-Identifier: MIT
// The paper a page is printed on: the size that is usual where the person lives, and what the page itself wants.
#pragma once

#include <QLocale>
#include <QPageLayout>
#include <QVariantMap>

namespace galley
{

/// US Letter where it is the usual paper (CLDR's paperSize: the United States, Canada, Mexico and some more), else A4.
QPageSize::PageSizeId usualPaper(const QLocale& locale);

/// The locale that says which paper is usual: LC_ALL, LC_PAPER or LANG, the first that is set.
QLocale paperLocale();

/// The usual paper, upright, with margins.
QPageLayout usualLayout(const QLocale& locale = paperLocale());

/// The same with what the page's own @page rules want: {size} as in CSS ("A5 landscape"), {top, right, bottom, left} in
/// px. No margin becomes smaller than a printer can print.
QPageLayout wantedLayout(const QPageLayout& usual, const QVariantMap& wanted);

/// Width and height of the text on it, in CSS px.
QSizeF textSize(const QPageLayout& layout);

} // namespace galley
