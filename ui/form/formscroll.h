// SPDX-License-Identifier: MIT
// FormScroll: a frameless scroll area as high as its content, up to a share of the window.
#pragma once

#include <QEvent>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace galley
{

class FormScroll final : public QScrollArea
{
public:
    FormScroll()
    {
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus); // its fields take the keyboard
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        viewport()->setAutoFillBackground(false);
    }

    QSize sizeHint() const override
    {
        const int most = std::max(leastShown, static_cast<int>(window()->height() * mostShare));
        const int content = widget() ? contentHeight() : 0;
        return {QScrollArea::sizeHint().width(), std::min(content, most)};
    }

    QSize minimumSizeHint() const override { return {260, std::min(leastShown, sizeHint().height())}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool otherRoom = watched == window() && event->type() == QEvent::Resize;
        if (otherRoom || event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return watched != window() && QScrollArea::eventFilter(watched, event);
    }

    // How high the content is depends on the width, and the share on the window; neither asks for a new layout.
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        if (event->oldSize().width() != event->size().width())
            updateGeometry();
    }

    void showEvent(QShowEvent* event) override
    {
        QScrollArea::showEvent(event);
        window()->installEventFilter(this);
        updateGeometry();
    }

private:
    int contentHeight() const
    {
        const int width = std::max(viewport()->width(), 200);
        return widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
    }

    static constexpr int leastShown = 96; // pixels: three fields
    static constexpr double mostShare = 0.42;
};

} // namespace galley
