// SPDX-License-Identifier: MIT
#include "editor/documenttext.h"

#include "base/textcodec.h"
#include "base/textdiff.h"
#include "editor/longlines.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <limits>

namespace galley
{

DocumentText::DocumentText(QTextDocument* document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(document, &QTextDocument::contentsChange, this, &DocumentText::noteChange);
}

/// `position` and `added` describe the document as it is now; what lies in other blocks stayed as it was.
void DocumentText::noteChange(int position, int, int added)
{
    const QTextBlock first = m_document->findBlock(position), last = m_document->findBlock(position + added);
    m_sameBefore = std::min(m_sameBefore, first.isValid() ? first.blockNumber() : 0);
    m_sameAfter = last.isValid() ? std::min(m_sameAfter, m_document->blockCount() - 1 - last.blockNumber()) : 0;
    m_stale = true;
}

std::shared_ptr<const std::string> DocumentText::text() const
{
    if (m_stale)
        refresh();
    return m_text;
}

/// Only the blocks that changed are asked: walking a document of a megabyte takes longer than a key may.
void DocumentText::refresh() const
{
    const std::string& old = *m_text;
    const std::size_t same = static_cast<std::size_t>(m_sameBefore),
                      after = m_blocks.size() - static_cast<std::size_t>(m_sameAfter);
    const std::size_t tailByte = after < m_blocks.size() ? m_blocks[after].byte : old.size();
    const std::vector<BlockStart> tail(m_blocks.begin() + std::ptrdiff_t(after), m_blocks.end());
    auto text = std::make_shared<std::string>();
    text->reserve(old.size() + 4096); // more than a key or a pasted paragraph
    text->append(old, 0, same < m_blocks.size() ? m_blocks[same].byte : old.size());
    int line = same < m_blocks.size() ? m_blocks[same].line : 0;
    m_blocks.resize(same);
    const int end = m_document->blockCount() - m_sameAfter;
    QTextBlock block = m_document->findBlockByNumber(m_sameBefore);
    for (int number = m_sameBefore; number < end; ++number, block = block.next()) {
        const QString units = block.text();
        m_blocks.push_back({static_cast<std::uint32_t>(text->size()), line});
        const bool endsLine = !longlines::isCut(block);
        appendBlock(*text, units, endsLine && number + 1 < m_document->blockCount());
        line += endsLine ? 1 : 0;
    }
    appendTail(tail, text->size(), line);
    text->append(old, tailByte);
    m_text = std::move(text);
    m_sameBefore = m_sameAfter = std::numeric_limits<int>::max();
    m_stale = false;
}

void DocumentText::appendTail(const std::vector<BlockStart>& tail, std::size_t byte, int line) const
{
    if (tail.empty())
        return;
    const auto bytes = static_cast<std::uint32_t>(byte) - tail.front().byte; // may wrap round and back
    const int lines = line - tail.front().line;
    for (const BlockStart& start : tail)
        m_blocks.push_back({start.byte + bytes, start.line + lines});
}

void DocumentText::load(std::string_view coreText)
{
    const QString text = toEditorText(coreText);
    if (text.contains(QChar(longLineMarker))) {
        m_document->setUndoRedoEnabled(false);
        QTextCursor cursor(m_document);
        cursor.select(QTextCursor::Document);
        longlines::insert(cursor, text);
        m_document->setUndoRedoEnabled(true);
    } else {
        m_document->setPlainText(text);
    }
    m_document->setModified(false);
}

void DocumentText::replaceAll(std::string_view coreText)
{
    const TextEdit edit = editBetween(*text(), coreText);
    if (edit.length > 0 || !edit.text.empty())
        apply(edit);
}

void DocumentText::apply(const TextEdit& edit)
{
    QTextCursor cursor(m_document);
    cursor.setPosition(position(edit.offset));
    cursor.setPosition(position(edit.offset + edit.length), QTextCursor::KeepAnchor);
    longlines::insert(cursor, toEditorText(edit.text));
}

std::size_t DocumentText::byteOffset(int position) const
{
    text();
    const QTextBlock block = m_document->findBlock(position);
    if (!block.isValid())
        return m_text->size();
    const QString units = block.text();
    return m_blocks[static_cast<std::size_t>(block.blockNumber())].byte +
           byteColumn(units, position - block.position());
}

int DocumentText::position(std::size_t byteOffset) const
{
    text();
    const auto past = std::upper_bound(m_blocks.begin(), m_blocks.end(), byteOffset,
                                       [](std::size_t byte, const BlockStart& b) { return byte < b.byte; });
    const QTextBlock block = m_document->findBlockByNumber(static_cast<int>(past - m_blocks.begin()) - 1);
    return block.position() + static_cast<int>(editorColumn(block.text(), byteOffset - std::prev(past)->byte));
}

int DocumentText::lineOfPosition(int position) const
{
    const QTextBlock block = m_document->findBlock(position);
    return lineOfBlock(block.isValid() ? block.blockNumber() : m_document->blockCount() - 1);
}

int DocumentText::lineOfBlock(int blockNumber) const
{
    text();
    const int last = static_cast<int>(m_blocks.size()) - 1;
    return m_blocks[static_cast<std::size_t>(std::clamp(blockNumber, 0, last))].line;
}

int DocumentText::lineCount() const
{
    text();
    return m_blocks.back().line + 1;
}

QTextBlock DocumentText::blockOfLine(int line) const
{
    text();
    const auto found = std::lower_bound(m_blocks.begin(), m_blocks.end(), line,
                                        [](const BlockStart& b, int wanted) { return b.line < wanted; });
    const auto number = std::min<std::ptrdiff_t>(found - m_blocks.begin(), std::ssize(m_blocks) - 1);
    return m_document->findBlockByNumber(static_cast<int>(number));
}

} // namespace galley
