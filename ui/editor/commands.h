// SPDX-License-Identifier: MIT
// The formatting commands on a document: each is one undo step and leaves what it changed selected.
#pragma once

#include "editor/inlinestyle.h"
#include "editor/linestyle.h"

class QTextCursor;

namespace galley::commands
{

void toggleMark(QTextCursor& cursor, inlinestyle::Mark mark);
void toggleLink(QTextCursor& cursor, const QString& url);
void toggleHeading(QTextCursor& cursor, int level);
void toggleList(QTextCursor& cursor, linestyle::List kind);
void toggleQuote(QTextCursor& cursor);

/// Enter. Continues a list or a quote, leaves it behind an empty item; false where it has nothing to do.
/// What is typed behind a list or quote that was left is a paragraph of its own: empty lines part them.
bool continueList(QTextCursor& cursor);

/// Tab and Shift+Tab: moves the lines of the selection, or the item at whose beginning the caret stands, in or out.
/// Elsewhere Tab types a tab (front matter, which may hold none: two spaces) and Shift+Tab moves the caret's line
/// out. Nothing but white space ever comes or goes.
void indent(QTextCursor& cursor, bool deeper);

} // namespace galley::commands
