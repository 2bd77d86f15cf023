// SPDX-License-Identifier: MIT
#include "editor/longlines.h"

#include "base/textcodec.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace galley::longlines
{

static constexpr int cutObject = QTextFormat::UserObject + 0x4c4c;

bool continues(const QTextBlock& block)
{
    return block.position() > 0 && block.charFormat().objectType() == cutObject;
}

bool isCut(const QTextBlock& block)
{
    const QTextBlock next = block.next();
    return next.isValid() && continues(next);
}

QTextBlock firstPiece(const QTextBlock& block)
{
    QTextBlock first = block;
    while (continues(first))
        first = first.previous();
    return first;
}

QTextBlock lastPiece(const QTextBlock& block)
{
    QTextBlock last = block;
    while (isCut(last))
        last = last.next();
    return last;
}

QString lineText(const QTextBlock& firstPiece)
{
    QString text = firstPiece.text();
    for (QTextBlock piece = firstPiece; isCut(piece);) {
        piece = piece.next();
        text += piece.text();
    }
    return text;
}

int columnOf(const QTextDocument& document, int position)
{
    QTextBlock block = document.findBlock(position);
    if (!block.isValid())
        block = document.lastBlock();
    int column = position - block.position();
    for (; continues(block); column += block.length() - 1)
        block = block.previous();
    return column;
}

int positionOf(const QTextBlock& firstPiece, qsizetype column)
{
    QTextBlock piece = firstPiece;
    while (isCut(piece) && column >= piece.length() - 1) {
        column -= piece.length() - 1;
        piece = piece.next();
    }
    return piece.position() + static_cast<int>(qMin<qsizetype>(column, piece.length() - 1));
}

QString selectedText(const QTextCursor& cursor)
{
    QString text;
    const int end = cursor.selectionEnd();
    for (QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
         block.isValid() && block.position() <= end; block = block.next()) {
        const int from = qMax(0, cursor.selectionStart() - block.position());
        const int to = qMin(end - block.position(), block.length() - 1);
        if (block.position() > cursor.selectionStart() && !continues(block))
            text += u'\n';
        text += QStringView(block.text()).sliced(from, to - from);
    }
    return text;
}

void insertCut(QTextCursor& cursor)
{
    QTextCharFormat format;
    format.setObjectType(cutObject);
    cursor.insertBlock(cursor.blockFormat(), format);
}

static constexpr char16_t cutUnits[] = {longLineMarker, u'\n', 0};

/// Behind a high surrogate the marker's unit would be half of a character.
static qsizetype nextCut(QStringView text, qsizetype from)
{
    qsizetype at = text.indexOf(QStringView(cutUnits, 2), from);
    while (at > 0 && text[at - 1].isHighSurrogate())
        at = text.indexOf(QStringView(cutUnits, 2), at + 1);
    return at;
}

void insert(QTextCursor& cursor, QStringView editorText)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    qsizetype from = 0;
    for (qsizetype at = 0; (at = nextCut(editorText, from)) >= 0; from = at + 2) {
        cursor.insertText(editorText.sliced(from, at - from).toString());
        insertCut(cursor);
    }
    cursor.insertText(editorText.sliced(from).toString());
    cursor.endEditBlock();
}

QString uncut(const QString& editorText)
{
    QString whole;
    qsizetype from = 0;
    for (qsizetype at = 0; (at = nextCut(editorText, from)) >= 0; from = at + 2)
        whole += QStringView(editorText).sliced(from, at - from);
    return from == 0 ? editorText : whole + QStringView(editorText).sliced(from);
}

int lineCount(const QTextDocument& document)
{
    int lines = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        lines += continues(block) ? 0 : 1;
    return lines;
}

} // namespace galley::longlines
