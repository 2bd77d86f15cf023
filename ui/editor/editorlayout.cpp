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

// A freshly laid out block begins at 0: that is how one that was not spread yet is told from one that was.
static void spread(QTextLayout& layout, qreal gap)
{
    if (layout.lineCount() == 0 || layout.lineAt(0).y() > 0)
        return;
    for (int i = 0; i < layout.lineCount(); ++i) {
        QTextLine line = layout.lineAt(i);
        line.setPosition(line.position() + QPointF(0, gap * (i + 0.5)));
    }
}

QRectF EditorLayout::blockBoundingRect(const QTextBlock& block) const
{
    // A folded line is asked for its height with each paint, and laying it out is what costs.
    if (!block.isValid() || !block.isVisible())
        return {};
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    const qreal gap = lineGap();
    spread(*block.layout(), gap);
    rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    return rect.adjusted(0, 0, 0, gap / 2);
}

} // namespace galley
