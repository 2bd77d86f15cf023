// SPDX-License-Identifier: MIT
#include "editor/documenttext.h"

#include "base/textcodec.h"
#include "base/textdiff.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace galley
{

DocumentText::DocumentText(QTextDocument* document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(document, &QTextDocument::contentsChange, this, [this] { m_text.reset(); });
}

std::shared_ptr<const std::string> DocumentText::text() const
{
    if (!m_text)
        refresh();
    return m_text;
}

void DocumentText::refresh() const
{
    auto text = std::make_shared<std::string>();
    text->reserve(static_cast<std::size_t>(m_document->characterCount()));
    m_blocks.clear();
    m_blocks.reserve(static_cast<std::size_t>(m_document->blockCount()));
    int line = 0;
    for (QTextBlock block = m_document->firstBlock(), next; block.isValid(); block = next) {
        next = block.next();
        const QString units = block.text();
        m_blocks.push_back({static_cast<std::uint32_t>(text->size()), line});
        appendBlock(*text, units, next.isValid());
        line += continuesInNextBlock(units) ? 0 : 1;
    }
    m_text = std::move(text);
}

void DocumentText::load(std::string_view coreText)
{
    m_document->setPlainText(toEditorText(coreText));
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
    cursor.insertText(toEditorText(edit.text));
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
