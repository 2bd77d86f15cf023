// SPDX-License-Identifier: MIT
// Texts cut for display, between the characters a person sees, and positions told in characters.
#pragma once

#include <QString>
#include <QStringView>

namespace galley
{

/// At most `most` UTF-16 units and "…" where something was cut; no surrogate pair, accent or emoji is cut in half.
QString shortText(const QString& text, qsizetype most);

/// The first letter as at the beginning of a title: "title" → "Title", "ǆ" → "ǅ".
QString capitalized(const QString& text);

/// UTF-16 units of the first `characters` code points of a line, and how many code points its first `units` are.
qsizetype unitsOf(QStringView line, int characters);
int charactersOf(QStringView line, qsizetype units);

} // namespace galley
