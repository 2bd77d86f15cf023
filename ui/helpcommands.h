// SPDX-License-Identifier: MIT
// HelpCommands: the Help menu: the table of keys, and what this program is.
#pragma once

#include <QObject>

class QWidget;

namespace galley
{

class Actions;

class HelpCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpCommands)

public:
    HelpCommands(const Actions& actions, QWidget* window);

private:
    void showAbout();

    QWidget* m_window;
};

} // namespace galley
