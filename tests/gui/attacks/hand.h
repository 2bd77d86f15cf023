// SPDX-License-Identifier: MIT
// Hand: mouse moves, clicks and drags on a web view, as they come from a person.
#pragma once

#include <QApplication>
#include <QMimeData>
#include <QMouseEvent>
#include <QTest>
#include <QUrl>
#include <QWebEngineView>

namespace galley::test
{

class Hand
{
public:
    explicit Hand(QWebEngineView* view) : m_view(view) {}

    void hover(const QPoint& place)
    {
        send(QEvent::MouseMove, place + QPoint(1, 1), Qt::NoButton, Qt::NoButton, {});
        send(QEvent::MouseMove, place, Qt::NoButton, Qt::NoButton, {});
        QTest::qWait(15);
    }

    void click(const QPoint& place, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        send(QEvent::MouseButtonPress, place, button, button, modifiers);
        send(QEvent::MouseButtonRelease, place, button, Qt::NoButton, modifiers);
        QTest::qWait(30);
    }

    /// The second half of a double click; a click comes before it.
    void doubleClick(const QPoint& place)
    {
        send(QEvent::MouseButtonDblClick, place, Qt::LeftButton, Qt::LeftButton, {});
        send(QEvent::MouseButtonRelease, place, Qt::LeftButton, Qt::NoButton, {});
        QTest::qWait(30);
    }

    void drag(const QPoint& from, const QPoint& to)
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton, {});
        for (int i = 1; i <= 5; ++i)
            send(QEvent::MouseMove, from + (to - from) * i / 5, Qt::NoButton, Qt::LeftButton, {});
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton, {});
        QTest::qWait(30);
    }

    /// Drops an address on the view, if anything in it takes drops; what the window round it does with a file is its
    /// own affair.
    void drop(const QUrl& url, const QPoint& place)
    {
        QWidget* target = widgetAt(place);
        while (target && target != m_view && !target->acceptDrops())
            target = target->parentWidget();
        if (!target || !target->acceptDrops())
            return;
        QMimeData data;
        data.setUrls({url});
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(target, &enter);
        QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(target, &event);
    }

private:
    QWidget* widgetAt(const QPoint& place) const
    {
        QWidget* child = m_view->childAt(place);
        return child ? child : m_view;
    }

    void send(QEvent::Type type, const QPoint& place, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers)
    {
        QWidget* target = widgetAt(place);
        const QPoint local = target->mapFrom(m_view, place);
        QMouseEvent event(type, local, m_view->mapToGlobal(place), button, buttons, modifiers);
        QApplication::sendEvent(target, &event);
    }

    QWebEngineView* m_view;
};

} // namespace galley::test
