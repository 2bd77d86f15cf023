// SPDX-License-Identifier: MIT
#include "clipboardcommands.h"

#include "actions.h"
#include "editor/editorpane.h"
#include "onelinefields.h"
#include "preview/pageselection.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

namespace galley
{

ClipboardCommands::ClipboardCommands(const Actions& actions, EditorPane* pane, const PreviewPane& preview,
                                     QObject* parent)
    : QObject(parent), m_actions(actions), m_pane(nullptr), m_page(new PageSelection(preview, this))
{
    const std::pair<Act, Deed> deeds[] = {
        {Act::Cut, Deed::Cut}, {Act::Copy, Deed::Copy}, {Act::Paste, Deed::Paste}, {Act::SelectAll, Deed::SelectAll}};
    for (const auto& [act, deed] : deeds)
        connect(actions[act], &QAction::triggered, this, [this, todo = deed] { run(todo); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    connect(m_page, &PageSelection::changed, this, &ClipboardCommands::update);
    for (QObject* place : actions[Act::Cut]->associatedObjects()) {
        if (auto* menu = qobject_cast<QMenu*>(place))
            connect(menu, &QMenu::aboutToShow, this, &ClipboardCommands::updateForMenu);
    }
    setPane(pane);
}

void ClipboardCommands::setPane(EditorPane* pane)
{
    if (m_pane)
        disconnect(m_pane, nullptr, this, nullptr);
    m_pane = pane;
    connect(pane, &QPlainTextEdit::selectionChanged, this, &ClipboardCommands::update);
    update();
}

void ClipboardCommands::follow(QWidget* focus)
{
    // A menu borrows the focus: its entries are meant for what had it.
    if (!focus || qobject_cast<QMenuBar*>(focus) || qobject_cast<QMenu*>(focus))
        return;
    m_focus = focus;
    update();
}

QWidget* ClipboardCommands::target() const
{
    QWidget* focus = m_focus && m_focus->isVisible() ? m_focus.data() : m_pane;
    if (auto* box = qobject_cast<QAbstractSpinBox*>(focus))
        return box->findChild<QLineEdit*>();
    if (auto* box = qobject_cast<QComboBox*>(focus); box && box->isEditable())
        return box->lineEdit();
    return focus;
}

static bool isEditable(const QWidget* field)
{
    const auto* line = qobject_cast<const QLineEdit*>(field);
    const auto* text = qobject_cast<const QPlainTextEdit*>(field);
    return (line && !line->isReadOnly()) || (text && !text->isReadOnly());
}

static bool hasSelection(const QWidget* field)
{
    const auto* line = qobject_cast<const QLineEdit*>(field);
    const auto* text = qobject_cast<const QPlainTextEdit*>(field);
    const bool isOpen = line && line->echoMode() == QLineEdit::Normal;
    return (isOpen && line->hasSelectedText()) || (text && text->textCursor().hasSelection());
}

bool ClipboardCommands::can(Deed deed) const
{
    const QWidget* field = target();
    if (!m_actions[Act::Find]->isEnabled() || !field)
        return false;
    if (m_page->isPage(field))
        return deed == Deed::SelectAll || (deed == Deed::Copy && !m_page->isEmpty());
    switch (deed) {
    case Deed::Cut: return isEditable(field) && hasSelection(field);
    case Deed::Copy: return hasSelection(field);
    case Deed::Paste: return isEditable(field);
    case Deed::SelectAll: break;
    }
    return qobject_cast<const QLineEdit*>(field) || qobject_cast<const QPlainTextEdit*>(field);
}

void ClipboardCommands::update()
{
    m_actions[Act::Cut]->setEnabled(can(Deed::Cut));
    m_actions[Act::Copy]->setEnabled(can(Deed::Copy));
    m_actions[Act::Paste]->setEnabled(can(Deed::Paste));
    m_actions[Act::SelectAll]->setEnabled(can(Deed::SelectAll));
}

// Asking the clipboard is asking another program: only when the answer is about to be seen.
void ClipboardCommands::updateForMenu()
{
    update();
    const auto* text = qobject_cast<QPlainTextEdit*>(target());
    const bool isFull = text ? text->canPaste() : !QApplication::clipboard()->text().isEmpty();
    m_actions[Act::Paste]->setEnabled(can(Deed::Paste) && isFull);
}

void ClipboardCommands::run(Deed deed)
{
    QWidget* field = target();
    if (m_page->isPage(field))
        return runOnPage(deed);
    auto* line = qobject_cast<QLineEdit*>(field);
    auto* text = qobject_cast<QPlainTextEdit*>(field);
    switch (deed) {
    case Deed::Cut: return line ? line->cut() : text ? text->cut() : void();
    case Deed::Copy: return line ? line->copy() : text ? text->copy() : void();
    case Deed::Paste: return line ? OneLineFields::paste(line) : text ? text->paste() : void();
    case Deed::SelectAll: return line ? line->selectAll() : text ? text->selectAll() : void();
    }
}

void ClipboardCommands::runOnPage(Deed deed)
{
    if (deed == Deed::Copy)
        m_page->copy();
    else if (deed == Deed::SelectAll)
        m_page->selectAll();
}

} // namespace galley
