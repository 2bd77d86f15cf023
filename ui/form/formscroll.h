// SPDX-License-Identifier: MIT
// FormScroll: a frameless scroll area as high as its content, up to a share of the window.
#pragma once

#include <QEvent>
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
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
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
