// SPDX-License-Identifier: MIT
// PaneSwitch: the keys that lead from one part of the window to the next, and back to the text.
#pragma once

#include <QObject>

class QMainWindow;
class QWidget;

namespace galley
{

class Actions;
class EditorColumn;
class FrontMatterPanel;

/// What the keys lead to, from left to right.
struct Panes {
    QMainWindow* window;
    QWidget* sidebar;
    FrontMatterPanel* form;
    EditorColumn* column; ///< holds the text
    QWidget* preview;
};

/// F6 and Shift+F6 go round the panes that are shown. Esc, where nothing else takes it, goes back to the text.
class PaneSwitch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneSwitch)

public:
    PaneSwitch(const Actions& actions, const Panes& panes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step(int by);
    void enter(QWidget* pane);

    Panes m_panes;
};

} // namespace galley
