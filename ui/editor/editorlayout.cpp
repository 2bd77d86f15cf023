// SPDX-License-Identifier: MIT
#include "editor/editorlayout.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace galley
{

/// Part of a line's height that is added as air: prose is read more easily at 1.4 of the font size than at 1.15.
static constexpr qreal airPart = 0.28;

qreal EditorLayout::lineGap() const
{
    return qMax(2.0, std::round(QFontMetricsF(document()->defaultFont()).height() * airPart));
}

/// Wider lines than any window are those of a text that is not wrapped: they have no right edge.
static constexpr qreal widestLine = 1e6;

/// How far a line of a paragraph in Arabic or Hebrew goes to the right, so that it begins at the right edge: Qt lays
/// the lines of all paragraphs out from the left.
static qreal toRightEdge(const QTextLine& line)
{
    return line.width() < widestLine ? qMax(0.0, line.width() - line.naturalTextWidth()) : 0;
}

// A freshly laid out block begins at 0: that is how one that was not spread yet is told from one that was.
static void spread(const QTextBlock& block, qreal gap)
{
    const QTextLayout& layout = *block.layout();
    if (layout.lineCount() == 0 || layout.lineAt(0).y() > 0)
        return;
    const bool isRightToLeft = block.textDirection() == Qt::RightToLeft;
    for (int i = 0; i < layout.lineCount(); ++i) {
        QTextLine line = layout.lineAt(i);
        line.setPosition(line.position() + QPointF(isRightToLeft ? toRightEdge(line) : 0, gap * (i + 0.5)));
    }
}

QRectF EditorLayout::blockBoundingRect(const QTextBlock& block) const
{
    // A folded line is asked for its height with each paint, and laying it out is what costs.
    if (!block.isValid() || !block.isVisible())
        return {};
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    const qreal gap = lineGap();
    spread(block, gap);
    rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    return rect.adjusted(0, 0, 0, gap / 2);
}

} // namespace galley
