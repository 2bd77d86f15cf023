// SPDX-License-Identifier: MIT
// Keystroke: the keys that the text field does not leave to Qt, and those that must do nothing.
#pragma once

class QKeyEvent;
class QTextCursor;

namespace galley::keystroke
{

enum class Answer {
    Done,    ///< the text or the caret is as the key wants it
    Refused, ///< the key does nothing to the text: Qt would type its letter, or a tab over the selection
    NotOurs, ///< typing, moving, deleting as every text field does
};

Answer press(QTextCursor& cursor, const QKeyEvent& event);

} // namespace galley::keystroke
