// SPDX-License-Identifier: MIT
// FocusFrame: a line round a pane while something in it has the keyboard and does not show it itself.
#pragma once

#include <QWidget>

namespace galley
{

class FocusFrame final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusFrame)

public:
    /// Lies over the pane and lets the mouse through.
    explicit FocusFrame(QWidget* pane);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace galley
