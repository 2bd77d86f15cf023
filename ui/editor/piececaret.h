// SPDX-License-Identifier: MIT
// PieceCaret: the caret of a line that lies in several blocks: a place between two pieces is one place, not two.
#pragma once

class QKeyEvent;
class QTextCursor;

namespace galley::piececaret
{

/// How a caret came to where it stands.
enum class Way { Anywhere, ByCharacter, ByWord, ToRow };
Way wayOf(const QKeyEvent& event);

/// A caret at the end of a piece goes to the beginning of the next one; backwards from there, on to what the key wanted;
/// with End, an arrow up or down, or the mouse, before the row's last character, as in a row that wraps. `from`: its
/// position before. False where it stands well.
bool settle(QTextCursor& cursor, Way way, int from);

/// Before a key that deletes backwards: at the beginning of a piece the caret goes behind the piece before it.
void stepBehindCut(QTextCursor& cursor, const QKeyEvent& event);

/// A third click selects a line, not a piece of it.
bool selectWholeLine(QTextCursor& cursor);

} // namespace galley::piececaret
