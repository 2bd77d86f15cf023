// SPDX-License-Identifier: MIT
// EditCommands: the Edit and Format menus at work on the text, or on the field that has the focus.
#pragma once

#include "editor/commands.h"

#include <QObject>

#include <functional>

namespace galley
{

class Actions;
class PostEditor;

class EditCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditCommands)

public:
    EditCommands(const Actions& actions, PostEditor* editor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Change = std::function<void(QTextCursor&)>;
    void connectClipboard(const Actions& actions);
    void connectSearch(const Actions& actions);
    void connectFormat(const Actions& actions);
    void changeText(const Change& change);
    void askLine();

    PostEditor* m_editor;
};

} // namespace galley
