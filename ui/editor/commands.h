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

/// Enter. Continues a list or a quote, ends an empty item; false where it has nothing to do.
bool continueList(QTextCursor& cursor);

/// Tab and Shift+Tab on list items; false elsewhere.
bool indentItems(QTextCursor& cursor, bool deeper);

} // namespace galley::commands
