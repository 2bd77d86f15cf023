// SPDX-License-Identifier: MIT
#include "editcommands.h"

#include "actions.h"
#include "clipboardcommands.h"
#include "editor/editorpane.h"
#include "editor/findbar.h"
#include "editor/longlines.h"
#include "editor/posteditor.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QKeyEvent>
#include <QUrl>

namespace galley
{

EditCommands::EditCommands(const Actions& actions, PostEditor* editor, QWidget* column, PreviewPane* preview)
    : QObject(column), m_actions(actions), m_editor(editor), m_column(column),
      m_clipboard(new ClipboardCommands(actions, editor->pane(), *preview, this))
{
    connect(actions[Act::Undo], &QAction::triggered, this, [this] { m_editor->pane()->undo(); });
    connect(actions[Act::Redo], &QAction::triggered, this, [this] { m_editor->pane()->redo(); });
    connectSearch(actions);
    connectFormat(actions);
    setEditor(editor);
    qApp->installEventFilter(this);
}

void EditCommands::setEditor(PostEditor* editor)
{
    disconnect(m_editor->pane(), nullptr, m_actions[Act::Undo], nullptr);
    disconnect(m_editor->pane(), nullptr, m_actions[Act::Redo], nullptr);
    m_editor = editor;
    m_clipboard->setPane(editor->pane());
    EditorPane* pane = editor->pane();
    connect(pane, &QPlainTextEdit::undoAvailable, m_actions[Act::Undo], &QAction::setEnabled);
    connect(pane, &QPlainTextEdit::redoAvailable, m_actions[Act::Redo], &QAction::setEnabled);
    m_actions[Act::Undo]->setEnabled(pane->document()->isUndoAvailable());
    m_actions[Act::Redo]->setEnabled(pane->document()->isRedoAvailable());
}

// A field of the form would take Ctrl+Z for its own letters; undo is the post's, over text and form alike.
bool EditCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride || watched == m_editor->pane())
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool undo = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
    if (!undo || !widget || !m_column->isAncestorOf(widget) || m_editor->findBar()->isAncestorOf(widget))
        return false;
    event->ignore();
    return true;
}

void EditCommands::connectSearch(const Actions& actions)
{
    const auto bind = [this, &actions](Act act, auto run) {
        connect(actions[act], &QAction::triggered, this, [this, run] { run(*m_editor->findBar()); });
    };
    bind(Act::Find, [](FindBar& bar) { bar.open(false); });
    bind(Act::Replace, [](FindBar& bar) { bar.open(true); });
    bind(Act::FindNext, [](FindBar& bar) { bar.findNext(); });
    bind(Act::FindPrevious, [](FindBar& bar) { bar.findPrevious(); });
    connect(actions[Act::GoToLine], &QAction::triggered, this, &EditCommands::askLine);
}

static QString clipboardUrl()
{
    const QString text = QApplication::clipboard()->text().trimmed();
    const bool isUrl = text.startsWith(QStringLiteral("http://")) || text.startsWith(QStringLiteral("https://"));
    return isUrl && !text.contains(QLatin1Char(' ')) && !text.contains(QLatin1Char('\n')) ? text : QString();
}

void EditCommands::connectFormat(const Actions& actions)
{
    const auto bind = [this, &actions](Act act, const Change& change) {
        connect(actions[act], &QAction::triggered, this, [this, change] { changeText(change); });
    };
    using inlinestyle::Mark;
    bind(Act::Bold, [](QTextCursor& cursor) { commands::toggleMark(cursor, Mark::Bold); });
    bind(Act::Italic, [](QTextCursor& cursor) { commands::toggleMark(cursor, Mark::Italic); });
    bind(Act::Code, [](QTextCursor& cursor) { commands::toggleMark(cursor, Mark::Code); });
    bind(Act::Link, [](QTextCursor& cursor) { commands::toggleLink(cursor, clipboardUrl()); });
    bind(Act::Heading1, [](QTextCursor& cursor) { commands::toggleHeading(cursor, 1); });
    bind(Act::Heading2, [](QTextCursor& cursor) { commands::toggleHeading(cursor, 2); });
    bind(Act::Heading3, [](QTextCursor& cursor) { commands::toggleHeading(cursor, 3); });
    bind(Act::BulletList, [](QTextCursor& cursor) { commands::toggleList(cursor, linestyle::List::Bulleted); });
    bind(Act::NumberedList, [](QTextCursor& cursor) { commands::toggleList(cursor, linestyle::List::Numbered); });
    bind(Act::Quote, [](QTextCursor& cursor) { commands::toggleQuote(cursor); });
}

void EditCommands::changeText(const Change& change)
{
    QTextCursor cursor = m_editor->pane()->textCursor();
    change(cursor);
    m_editor->pane()->setTextCursor(cursor);
    m_editor->pane()->setFocus();
}

void EditCommands::askLine()
{
    const int lines = longlines::lineCount(*m_editor->pane()->document());
    auto* dialog = new QInputDialog(m_editor->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Go to line"));
    dialog->setLabelText(tr("Line (1 to %1):").arg(lines));
    dialog->setIntRange(1, lines);
    dialog->setIntValue(m_editor->caretLine() + 1);
    connect(dialog, &QInputDialog::intValueSelected, m_editor, [this](int line) { m_editor->goToLine(line - 1); });
    dialog->open();
}

} // namespace galley
