// SPDX-License-Identifier: MIT
#include "editor/piececaret.h"

#include "editor/longlines.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <iterator>

namespace galley::piececaret
{

Way wayOf(const QKeyEvent& event)
{
    using Keys = QKeySequence;
    const auto is = [&event](auto... keys) { return (event.matches(keys) || ...); };
    if (is(Keys::MoveToNextChar, Keys::MoveToPreviousChar, Keys::SelectNextChar, Keys::SelectPreviousChar))
        return Way::ByCharacter;
    if (is(Keys::MoveToNextWord, Keys::MoveToPreviousWord, Keys::SelectNextWord, Keys::SelectPreviousWord))
        return Way::ByWord;
    const bool toRow = is(Keys::MoveToEndOfLine, Keys::SelectEndOfLine, Keys::MoveToNextLine, Keys::MoveToPreviousLine,
                          Keys::SelectNextLine, Keys::SelectPreviousLine, Keys::MoveToNextPage,
                          Keys::MoveToPreviousPage, Keys::SelectNextPage, Keys::SelectPreviousPage);
    return toRow ? Way::ToRow : Way::Anywhere;
}

bool settle(QTextCursor& cursor, Way way, int from)
{
    if (!cursor.atBlockEnd() || !longlines::isCut(cursor.block()))
        return false;
    const auto mode = cursor.hasSelection() ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor;
    const int next = cursor.position() + 1;
    if (way == Way::ToRow || (way == Way::ByCharacter && from == next))
        cursor.movePosition(QTextCursor::PreviousCharacter, mode);
    else if (way == Way::ByWord && from == next)
        cursor.movePosition(QTextCursor::PreviousWord, mode);
    else
        cursor.setPosition(next, mode);
    return true;
}

void stepBehindCut(QTextCursor& cursor, const QKeyEvent& event)
{
    const bool deletes = event.key() == Qt::Key_Backspace || event.matches(QKeySequence::DeleteStartOfWord);
    if (deletes && !cursor.hasSelection() && cursor.atBlockStart() && longlines::continues(cursor.block()))
        cursor.setPosition(cursor.position() - 1);
}

bool selectWholeLine(QTextCursor& cursor)
{
    const QTextBlock piece = cursor.document()->findBlock(cursor.selectionStart());
    const bool isWhole = cursor.selectionStart() == piece.position() &&
                         cursor.selectionEnd() >= piece.position() + piece.length() - 1;
    if (!cursor.hasSelection() || !isWhole || !(longlines::continues(piece) || longlines::isCut(piece)))
        return false;
    const QTextBlock last = longlines::lastPiece(piece);
    cursor.setPosition(longlines::firstPiece(piece).position());
    cursor.setPosition(last.position() + last.length() - (last.next().isValid() ? 0 : 1), QTextCursor::KeepAnchor);
    return true;
}

} // namespace galley::piececaret
