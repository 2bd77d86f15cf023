// SPDX-License-Identifier: MIT
#include "form/flowlayout.h"

#include <QWidget>
#include <QWidgetItem>

namespace galley
{

void FlowLayout::insertWidget(int index, QWidget* widget)
{
    addChildWidget(widget);
    m_items.emplace(m_items.begin() + index, new QWidgetItem(widget));
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

// Returns the height that the items take.
int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    int x = area.x();
    int y = area.y();
    int lineHeight = 0;
    for (const auto& item : m_items) {
        const QSize hint = item->sizeHint();
        const bool isLast = item == m_items.back();
        const int least = isLast ? item->minimumSize().width() : hint.width();
        if (x > area.x() && x + least > area.right() + 1) {
            x = area.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        lineHeight = std::max(lineHeight, hint.height());
        const int width = isLast ? area.right() + 1 - x : std::min(hint.width(), area.width());
        if (apply)
            item->setGeometry(QRect(x, y, width, hint.height()));
        x += width + spacing();
    }
    return y + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace galley
