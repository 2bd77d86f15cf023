// SPDX-License-Identifier: MIT
// DocumentText: a QTextDocument read and edited as core text, exactly; offsets and lines of one are found in the other.
#pragma once

#include "base/textedit.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

class QTextBlock;
class QTextDocument;

namespace galley
{

/// Lives in the GUI thread beside its document. The text is taken from the document once for each change, when
/// somebody asks for it, and shared by all who ask (renderer, journal, save): nobody else copies it.
/// QTextDocument::toPlainText is never the way: it turns NBSP into a space and U+2028 into a line end.
class DocumentText final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentText)

public:
    /// Does not own `document`, which must live longer.
    explicit DocumentText(QTextDocument* document, QObject* parent = nullptr);

    /// The whole core text as it stands; safe to hand to other threads.
    std::shared_ptr<const std::string> text() const;

    /// Puts `coreText` in, forgetting undo: for a file that is opened. Marks the document unmodified.
    void load(std::string_view coreText);

    /// Replaces the whole as one undo step that touches only what differs, so that carets elsewhere stay: for
    /// a file that was changed outside, a restored version, a recovered journal.
    void replaceAll(std::string_view coreText);

    /// One undo step. An edit that reaches past the end ends there.
    void apply(const TextEdit& edit);

    /// Byte offset in text() of a document position, and back. Inside a character: its beginning.
    std::size_t byteOffset(int position) const;
    int position(std::size_t byteOffset) const;

    /// Lines of the file, 0-based. They are the document's blocks, save where a long line was cut into several.
    int lineOfPosition(int position) const;
    int lineOfBlock(int blockNumber) const;
    int lineCount() const;

    /// The block a line begins with; the last block for lines past the end.
    QTextBlock blockOfLine(int line) const;

private:
    struct BlockStart {
        std::uint32_t byte; ///< offset in text(); files are at most limits::fileBytes long
        int line;
    };
    void noteChange(int position, int removed, int added);
    void refresh() const;
    void appendTail(const std::vector<BlockStart>& tail, std::size_t byte, int line) const;

    QTextDocument* m_document;
    mutable std::shared_ptr<const std::string> m_text = std::make_shared<std::string>();
    mutable std::vector<BlockStart> m_blocks; ///< of m_text
    mutable bool m_stale = true;
    mutable int m_sameBefore = 0; ///< blocks at the beginning that are as in m_text; as many at the end
    mutable int m_sameAfter = 0;
};

} // namespace galley
