// SPDX-License-Identifier: MIT
// Lines too long for one block of a document: the block breaks inside them, and the line as a whole.
#pragma once

#include <QString>

class QTextBlock;
class QTextCursor;
class QTextDocument;

/*
 * A block costs its whole length at each key, so a long line lies in several blocks, its pieces. The break between two
 * pieces is a block separator like any other whose character format carries an object type of ours: it goes wherever
 * the separator goes, through deletion, undo and redo, and Qt takes it off whatever is typed, pasted or broken behind
 * it. Deleting such a break alone changes no text.
 */
namespace galley::longlines
{

/// Whether the block goes on with the line of the block before it.
bool continues(const QTextBlock& block);

/// Whether the block's line goes on in the block behind it.
bool isCut(const QTextBlock& block);

/// The blocks that a block's line begins and ends with.
QTextBlock firstPiece(const QTextBlock& block);
QTextBlock lastPiece(const QTextBlock& block);

/// The line that begins with this piece, whole.
QString lineText(const QTextBlock& firstPiece);

/// UTF-16 units of the line before a position, and back; a place between two pieces is the beginning of the second.
int columnOf(const QTextDocument& document, int position);
int positionOf(const QTextBlock& firstPiece, qsizetype column);

/// What is selected, with '\n' where a line ends and nothing where a piece does.
QString selectedText(const QTextCursor& cursor);

/// In place of the selection; one undo step. A marker of `editorText` with its '\n' (base/textcodec) becomes a break
/// inside a line: no document holds the marker itself.
void insert(QTextCursor& cursor, QStringView editorText);
void insertCut(QTextCursor& cursor);

/// Editor text with its lines whole.
QString uncut(const QString& editorText);

/// Lines of the file.
int lineCount(const QTextDocument& document);

} // namespace galley::longlines
