// SPDX-License-Identifier: MIT
#include "sidebar/postrowdelegate.h"

#include "icons.h"
#include "sidebar/postlistmodel.h"
#include "theme.h"

#include <QPainter>
#include <QTreeView>

namespace galley
{

static constexpr int margin = 10; ///< pixels at the left and the right
static constexpr int gap = 2;     ///< between the two lines

static QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QSize PostRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int small = QFontMetrics(smaller(option.font)).height();
    if (!index.parent().isValid())
        return {100, small + 14};
    return {100, option.fontMetrics.height() + gap + small + 12};
}

void PostRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (index.parent().isValid())
        paintRow(painter, option, index);
    else
        paintGroup(painter, option, index);
    painter->restore();
}

void PostRowDelegate::paintGroup(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const bool open = !view || view->isExpanded(index);
    const QRect rect = option.rect.adjusted(margin, 4, -margin, 0);
    const QIcon arrow = themedIcon(open ? QStringLiteral("down") : QStringLiteral("right"));
    arrow.paint(painter, QRect(rect.left() - 4, rect.center().y() - 6, 13, 13));
    QFont font = smaller(option.font);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(themeColors(option.palette).faint);
    const QRect text = rect.adjusted(14, 0, 0, 0);
    const QString count = index.data(PostListModel::DetailRole).toString();
    const int width = painter->fontMetrics().horizontalAdvance(count);
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, count);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width() - width - 8));
}

void PostRowDelegate::paintRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered) {
        QColor back = option.palette.color(QPalette::Highlight);
        back.setAlphaF(selected ? 0.22f : 0.09f);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(back);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 5, 5);
    }
    QRect rect = option.rect.adjusted(margin + 14, 5, -margin, -5);
    if (index.data(PostListModel::ProblemRole).toBool()) {
        themedIcon(QStringLiteral("warning")).paint(painter, QRect(rect.right() - 13, rect.top() + 1, 14, 14));
        rect.setRight(rect.right() - 18);
    }
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    const QFontMetrics metrics = painter->fontMetrics();
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignTop,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->setFont(smaller(option.font));
    painter->setPen(themeColors(option.palette).faint);
    const QString detail = index.data(PostListModel::DetailRole).toString();
    painter->drawText(rect.adjusted(0, metrics.height() + gap, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, rect.width()));
}

} // namespace galley
