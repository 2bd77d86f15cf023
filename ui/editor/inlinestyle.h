// SPDX-License-Identifier: MIT
// Bold, italic, code and link inside one line; each takes itself back when it is there already.
#pragma once

#include <QString>

namespace galley::inlinestyle
{

enum class Mark { Bold, Italic, Code };

/// A line and what is selected of it, in UTF-16 units; start == end is a caret.
struct Selection {
    QString line;
    qsizetype start = 0;
    qsizetype end = 0;

    bool operator==(const Selection&) const = default;
};

/// Without a selection the word at the caret is meant, or an empty pair of signs with the caret between.
Selection toggled(const Selection& selection, Mark mark);

/// `url` may be empty: the caret then waits between the brackets for it.
Selection toggledLink(const Selection& selection, const QString& url);

} // namespace galley::inlinestyle
