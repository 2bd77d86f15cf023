// SPDX-License-Identifier: MIT
#include "editor/keystroke.h"

#include "base/limits.h"
#include "editor/backspace.h"
#include "editor/commands.h"
#include "editor/longlines.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextCursor>

namespace galley::keystroke
{

static Answer pressTab(QTextCursor& cursor, Qt::KeyboardModifiers modifiers, bool deeper)
{
    const bool isPlain = deeper ? modifiers == Qt::NoModifier : modifiers == Qt::ShiftModifier;
    if (!isPlain)
        return Answer::Refused;
    commands::indent(cursor, deeper);
    return Answer::Done;
}

static Answer pressEnter(QTextCursor& cursor, Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::NoModifier)
        return commands::continueList(cursor) ? Answer::Done : Answer::NotOurs;
    if (modifiers != Qt::ShiftModifier)
        return Answer::Refused;
    cursor.insertBlock(); // Qt would put U+2028 into the text
    return Answer::Done;
}

static Answer pressBackspace(QTextCursor& cursor)
{
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype length = backspaceLength(before);
    if (cursor.hasSelection() || length < 2)
        return Answer::NotOurs;
    cursor.setPosition(cursor.position() - static_cast<int>(length), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    return Answer::Done;
}

/// A letter that may make its block too long is a step of its own, so that one undo takes it back with the cut.
static Answer type(QTextCursor& cursor, const QString& text)
{
    if (cursor.block().length() + text.size() <= static_cast<qsizetype>(limits::editorLineUnits))
        return Answer::NotOurs;
    cursor.beginEditBlock();
    cursor.insertText(text);
    cursor.endEditBlock();
    return Answer::Done;
}

/// To the end of the line, over the cuts of a long one.
static Answer deleteToLineEnd(QTextCursor& cursor)
{
    if (cursor.hasSelection() || !longlines::isCut(cursor.block()))
        return Answer::NotOurs;
    const QTextBlock last = longlines::lastPiece(cursor.block());
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    return Answer::Done;
}

Answer press(QTextCursor& cursor, const QKeyEvent& event)
{
    if (event.matches(QKeySequence::DeleteEndOfLine))
        return deleteToLineEnd(cursor);
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    switch (event.key()) {
    case Qt::Key_Tab: return pressTab(cursor, modifiers, !(modifiers & Qt::ShiftModifier));
    case Qt::Key_Backtab: return pressTab(cursor, modifiers | Qt::ShiftModifier, false);
    case Qt::Key_Return:
    case Qt::Key_Enter: return pressEnter(cursor, modifiers);
    case Qt::Key_Backspace:
        if (!(modifiers & ~Qt::ShiftModifier))
            return pressBackspace(cursor);
        break;
    default: break;
    }
    // Alt or the Super key with a letter is a menu's key or a window manager's; AltGr comes without either here.
    const bool isCommand = modifiers & (Qt::AltModifier | Qt::MetaModifier) && !(modifiers & Qt::ControlModifier);
    const bool types = !event.text().isEmpty() && event.text().front().isPrint();
    if (types && isCommand)
        return Answer::Refused;
    return types && !(modifiers & Qt::ControlModifier) ? type(cursor, event.text()) : Answer::NotOurs;
}

} // namespace galley::keystroke
