// SPDX-License-Identifier: MIT
// Where windows stand: remembered from run to run, and never larger than the screen.
#pragma once

#include <QObject>

class QMainWindow;
class QWidget;

namespace galley
{

class Preferences;

/// The size and place it had, with its toolbar; a common size the first time.
void restorePlace(QMainWindow& window, const Preferences& preferences);
void rememberPlace(const QMainWindow& window, Preferences& preferences);

/// Makes a window that is about to be shown no larger than the screen's free part, and moves it inside.
void fitOnScreen(QWidget& window);

/// Does so with each dialog of the application.
class DialogFit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DialogFit)

public:
    explicit DialogFit(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace galley
