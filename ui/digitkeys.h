// SPDX-License-Identifier: MIT
// DigitKeys: Ctrl with a key of the digit row, on keyboards that write digits with Shift or not at all.
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace galley
{

class Actions;

/// On a French keyboard the key of the 1 writes "&", so Qt finds no Ctrl+1. A key that no shortcut took is looked at
/// by its place: the row's first ten keys have the same codes on every keyboard of X11 and Wayland.
class DigitKeys final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DigitKeys)

public:
    DigitKeys(const Actions& actions, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Actions& m_actions;
    QWidget* m_window;
};

} // namespace galley
