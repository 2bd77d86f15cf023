// SPDX-License-Identifier: MIT
// EditCommands: the Edit and Format menus at work on the text; ClipboardCommands has what works on the focus.
#pragma once

#include "editor/commands.h"

#include <QObject>

#include <functional>

namespace galley
{

class Actions;
class ClipboardCommands;
class PostEditor;
class PreviewPane;

class EditCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditCommands)

public:
    /// `column`: the editor with the form above it, where undo is the post's.
    EditCommands(const Actions& actions, PostEditor* editor, QWidget* column, PreviewPane* preview);

    /// Another post is shown.
    void setEditor(PostEditor* editor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Change = std::function<void(QTextCursor&)>;
    void connectSearch(const Actions& actions);
    void connectFormat(const Actions& actions);
    void changeText(const Change& change);
    void askLine();

    const Actions& m_actions;
    PostEditor* m_editor;
    QWidget* m_column;
    ClipboardCommands* m_clipboard;
};

} // namespace galley
