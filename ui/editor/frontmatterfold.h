// SPDX-License-Identifier: MIT
// FrontMatterFold: hides the front matter behind its first line, and shows it again before anything touches it.
#pragma once

#include <QObject>
#include <QTextBlock>
#include <QTextCursor>

class QKeyEvent;

namespace galley
{

class EditorPane;

/// While it is folded the caret and every selection stand below the front matter. Whatever would move them into it
/// or change it (Ctrl+Home, Ctrl+A, Backspace at the body's beginning, find, undo) unfolds it first.
class FrontMatterFold final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrontMatterFold)

public:
    explicit FrontMatterFold(EditorPane* pane);

    /// The blocks from the first to this one are front matter; -1: there is none.
    void setLastBlock(int lastBlock);

    bool isFolded() const { return m_folded; }
    /// There must be a body to put the caret in; otherwise nothing happens.
    void setFolded(bool folded);

    /// While a form's edit runs, a change of the front matter does not unfold it: the form shows it.
    void setEditedByForm(bool edited) { m_editedByForm = edited; }

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    void guardCaret();
    void guardKey(QKeyEvent* event);
    void guardChange(int position);
    void showWhatChanged();
    QTextBlock bodyBlock() const;
    void showBlocks(bool visible);
    void moveCaretIntoBody();

    EditorPane* m_pane;
    int m_lastBlock = -1;
    int m_bodyPosition = 0; ///< of the first block below, as it was before a change
    bool m_touched = false; ///< a change reached into the hidden lines
    bool m_folded = false;
    bool m_editedByForm = false;
};

} // namespace galley
