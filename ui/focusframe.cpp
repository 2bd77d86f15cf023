// SPDX-License-Identifier: MIT
#include "focusframe.h"

#include "theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace galley
{

FocusFrame::FocusFrame(QWidget* pane) : QWidget(pane)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    pane->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
        setVisible(now && parentWidget()->isAncestorOf(now));
        raise();
    });
}

bool FocusFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

void FocusFrame::paintEvent(QPaintEvent*)
{
    constexpr int thickness = 2; // pixels
    QPainter painter(this);
    painter.setPen(QPen(themeColors(palette()).accent, thickness, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(thickness / 2.0, thickness / 2.0, -thickness / 2.0, -thickness / 2.0));
}

} // namespace galley
