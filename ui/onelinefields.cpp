// SPDX-License-Identifier: MIT
#include "onelinefields.h"

#include "base/oneline.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>

namespace galley
{

static QString asOneLine(const QString& text)
{
    return QString::fromStdString(oneLine(text.toStdString()));
}

static bool hasBreak(const QString& text)
{
    return hasLineBreak(text.toStdString());
}

/// False: the clipboard's text is one line already, and Qt pastes it as it is.
static bool pasteOneLine(QLineEdit* field, QClipboard::Mode mode)
{
    const QString text = QApplication::clipboard()->text(mode);
    if (field->isReadOnly() || !hasBreak(text))
        return false;
    field->insert(asOneLine(text));
    return true;
}

// A combo box has the focus for its line edit and hands the events on without sending them.
static QLineEdit* fieldOf(QObject* watched)
{
    if (const auto* box = qobject_cast<QComboBox*>(watched))
        return box->lineEdit();
    return qobject_cast<QLineEdit*>(watched);
}

OneLineFields::OneLineFields(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

void OneLineFields::paste(QLineEdit* field)
{
    if (!pasteOneLine(field, QClipboard::Clipboard))
        field->paste();
}

bool OneLineFields::eventFilter(QObject* watched, QEvent* event)
{
    QLineEdit* field = m_resending ? nullptr : fieldOf(watched);
    if (!field)
        return false;
    switch (event->type()) {
    case QEvent::KeyPress:
        return static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste) &&
               pasteOneLine(field, QClipboard::Clipboard);
    case QEvent::MouseButtonRelease:
        if (static_cast<QMouseEvent*>(event)->button() != Qt::MiddleButton || watched != field ||
            !QApplication::clipboard()->supportsSelection())
            return false;
        field->deselect();
        return pasteOneLine(field, QClipboard::Selection);
    case QEvent::Drop: return watched == field && drop(field, event);
    case QEvent::InputMethod: return commit(watched, event);
    case QEvent::ContextMenu: return watched == field && openMenu(field, event);
    default: return false;
    }
}

bool OneLineFields::drop(QLineEdit* field, QEvent* event)
{
    auto* drop = static_cast<QDropEvent*>(event);
    if (!hasBreak(drop->mimeData()->text()))
        return false;
    QMimeData line;
    line.setText(asOneLine(drop->mimeData()->text()));
    QDropEvent again(drop->position(), drop->possibleActions(), &line, drop->buttons(), drop->modifiers());
    again.setDropAction(drop->dropAction());
    m_resending = true;
    QApplication::sendEvent(field, &again);
    m_resending = false;
    drop->setDropAction(again.dropAction());
    drop->setAccepted(again.isAccepted());
    return true;
}

// Clipboard managers and on-screen keyboards "type" a whole text at once.
bool OneLineFields::commit(QObject* watched, QEvent* event)
{
    const auto* input = static_cast<QInputMethodEvent*>(event);
    if (!hasBreak(input->commitString()))
        return false;
    QInputMethodEvent again(input->preeditString(), input->attributes());
    again.setCommitString(asOneLine(input->commitString()), input->replacementStart(), input->replacementLength());
    m_resending = true;
    QApplication::sendEvent(watched, &again);
    m_resending = false;
    return true;
}

// Qt's own menu, whose Paste would put the clipboard's text in as it is.
bool OneLineFields::openMenu(QLineEdit* field, QEvent* event)
{
    if (field->contextMenuPolicy() != Qt::DefaultContextMenu)
        return false;
    QMenu* menu = field->createStandardContextMenu();
    if (!menu)
        return false;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction* action : menu->actions()) {
        if (!action->text().startsWith(QLineEdit::tr("&Paste")))
            continue;
        action->disconnect();
        connect(action, &QAction::triggered, field, [field] { OneLineFields::paste(field); });
    }
    menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
}

} // namespace galley
