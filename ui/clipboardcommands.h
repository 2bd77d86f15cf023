// SPDX-License-Identifier: MIT
// ClipboardCommands: cut, copy, paste and select all at work on what has the focus: the text, a field, the page.
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace galley
{

class Actions;
class EditorPane;
class PageSelection;
class PreviewPane;

/// Whatever else has the focus (a list, a button) has nothing to cut or to paste: then the entries are grey.
class ClipboardCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardCommands)

public:
    ClipboardCommands(const Actions& actions, EditorPane* pane, const PreviewPane& preview, QObject* parent);

    /// Another post is shown.
    void setPane(EditorPane* pane);

private:
    enum class Deed { Cut, Copy, Paste, SelectAll };
    void follow(QWidget* focus);
    void update();
    void updateForMenu();
    void run(Deed deed);
    void runOnPage(Deed deed);
    bool can(Deed deed) const;
    QWidget* target() const;

    const Actions& m_actions;
    EditorPane* m_pane;
    PageSelection* m_page;
    QPointer<QWidget> m_focus; ///< the last one that is no menu
};

} // namespace galley
