// SPDX-License-Identifier: MIT
#include "editor/linecutter.h"

#include "base/limits.h"
#include "editor/longlines.h"

#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QTextDocument>

namespace galley
{

static constexpr int mostUnits = limits::editorLineUnits;

/// Less than the most, so that a key more and a key less do not cut and join in turn.
static constexpr int joinedUnits = mostUnits * 3 / 4;

LineCutter::LineCutter(QTextDocument* document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(document, &QTextDocument::contentsChange, this, &LineCutter::note);
    connect(document, &QTextDocument::contentsChanged, this, &LineCutter::repair);
}

void LineCutter::note(int position, int, int added)
{
    m_from = m_from < 0 ? position : qMin(m_from, position);
    m_to = qMax(m_to, position + added);
}

static int unitsOf(const QTextBlock& block)
{
    return block.length() - 1;
}

/// Whether this piece belongs into the block before it.
static bool joinsPrevious(const QTextBlock& piece)
{
    if (!longlines::continues(piece))
        return false;
    const int before = unitsOf(piece.previous()), here = unitsOf(piece);
    return before == 0 || here == 0 || before + here <= joinedUnits;
}

QTextBlock LineCutter::blockAt(int position) const
{
    const QTextBlock block = m_document->findBlock(position);
    return block.isValid() ? block : m_document->lastBlock();
}

// In the middle, behind a space where one is near it: a piece cut to the brim would be cut again at the next key.
static int placeOfCut(const QString& text)
{
    const qsizetype middle = qMin<qsizetype>(text.size() / 2, mostUnits - 1);
    const qsizetype space = text.lastIndexOf(u' ', middle);
    const qsizetype near = space >= middle / 2 ? space + 1 : middle;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(near);
    const qsizetype whole = finder.isAtBoundary() ? near : finder.toPreviousBoundary();
    return static_cast<int>(whole > 0 ? whole : near);
}

/// One step; the block to go on with, which is the same one while there is more to do to it.
QTextBlock LineCutter::repaired(QTextCursor& cursor, const QTextBlock& block) const
{
    const int start = block.position();
    if (joinsPrevious(block)) {
        cursor.setPosition(start - 1);
        cursor.setPosition(start, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        return m_document->findBlock(start - 1);
    }
    if (unitsOf(block) > mostUnits) {
        cursor.setPosition(start + placeOfCut(block.text()));
        longlines::insertCut(cursor);
        return m_document->findBlock(start);
    }
    return block.next();
}

void LineCutter::repair()
{
    if (m_repairing || m_from < 0)
        return;
    QTextBlock block = blockAt(m_from);
    const QTextBlock last = blockAt(m_to);
    m_from = m_to = -1;
    const QTextBlock end = last.next().isValid() ? last.next() : last; // a piece behind may have to join
    const auto needs = [](const QTextBlock& each) { return joinsPrevious(each) || unitsOf(each) > mostUnits; };
    while (block != end && !needs(block))
        block = block.next();
    if (!needs(block))
        return;
    m_repairing = true;
    QTextCursor behind(end); // follows what is cut before it
    behind.movePosition(QTextCursor::EndOfBlock);
    QTextCursor cursor(m_document);
    cursor.joinPreviousEditBlock();
    while (block.isValid() && block.position() <= behind.position())
        block = repaired(cursor, block);
    cursor.endEditBlock();
    m_repairing = false;
    m_from = m_to = -1;
}

} // namespace galley
