// SPDX-License-Identifier: MIT
// EditorLayout: the plain text layout with air between the lines.
#pragma once

#include <QPlainTextDocumentLayout>

namespace galley
{

/// QPlainTextEdit's layout knows no line height; this one moves the lines of a block apart after they were laid out.
class EditorLayout final : public QPlainTextDocumentLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorLayout)

public:
    explicit EditorLayout(QTextDocument* document) : QPlainTextDocumentLayout(document) {}

    QRectF blockBoundingRect(const QTextBlock& block) const override;

    /// Pixels added to each line, half of them above it.
    qreal lineGap() const;
};

} // namespace galley
