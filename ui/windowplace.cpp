// SPDX-License-Identifier: MIT
#include "windowplace.h"

#include "preferences.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QStyle>

namespace galley
{

void restorePlace(QMainWindow& window, const Preferences& preferences)
{
    window.resize(1280, 820);
    window.restoreGeometry(preferences.state(QStringLiteral("window/geometry")));
    window.restoreState(preferences.state(QStringLiteral("window/state")));
    fitOnScreen(window);
}

void rememberPlace(const QMainWindow& window, Preferences& preferences)
{
    preferences.setState(QStringLiteral("window/geometry"), window.saveGeometry());
    preferences.setState(QStringLiteral("window/state"), window.saveState());
}

void fitOnScreen(QWidget& window)
{
    if (window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))
        return;
    // The frame is not there before the window is shown.
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    const QRect room = window.screen()->availableGeometry().adjusted(0, title, 0, 0);
    window.resize(window.size().boundedTo(room.size()));
    if (!window.testAttribute(Qt::WA_Moved))
        return; // the window manager finds a place
    const QPoint at = window.geometry().topLeft();
    const int right = room.right() + 1 - window.width();
    const int bottom = room.bottom() + 1 - window.height();
    const QPoint inside(qBound(room.left(), at.x(), right), qBound(room.top(), at.y(), bottom));
    if (inside != at)
        window.setGeometry(QRect(inside, window.size()));
}

DialogFit::DialogFit(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool DialogFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && !event->spontaneous()) {
        if (auto* dialog = qobject_cast<QDialog*>(watched); dialog && dialog->isWindow())
            fitOnScreen(*dialog);
    }
    return false;
}

} // namespace galley
