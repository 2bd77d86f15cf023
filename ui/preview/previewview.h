// SPDX-License-Identifier: MIT
// PreviewView: the web view with the program's own context menu.
#pragma once

#include <QWebEngineView>

#include <functional>

class QMenu;

namespace galley
{

class PreviewView final : public QWebEngineView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewView)

public:
    explicit PreviewView(QWidget* parent = nullptr);

    /// Called for each menu about to be shown: the pane adds its actions.
    void setMenuFiller(std::function<void(QMenu*)> filler) { m_filler = std::move(filler); }

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    std::function<void(QMenu*)> m_filler;
};

} // namespace galley
