// SPDX-License-Identifier: MIT
#include "digitkeys.h"

#include "actions.h"

#include <QApplication>
#include <QKeyEvent>

namespace galley
{

DigitKeys::DigitKeys(const Actions& actions, QWidget* window) : QObject(window), m_actions(actions), m_window(window)
{
    qApp->installEventFilter(this);
}

/// What the key's place means together with Ctrl; empty when it is no key of the digit row.
static QKeySequence sequenceOf(const QKeyEvent& event)
{
    constexpr quint32 keyOfOne = 10; // evdev's KEY_1 and X11's offset of 8; KEY_0 is the tenth
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const bool shift = modifiers == (Qt::ControlModifier | Qt::ShiftModifier);
    const quint32 place = event.nativeScanCode() - keyOfOne;
    if ((modifiers != Qt::ControlModifier && !shift) || event.nativeScanCode() < keyOfOne || place > 9)
        return {};
    const int digit = static_cast<int>(place + 1) % 10;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(Qt::Key_0 + digit)));
}

bool DigitKeys::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = event->type() == QEvent::KeyPress ? qobject_cast<QWidget*>(watched) : nullptr;
    if (!widget || widget->window() != m_window)
        return false;
    const QKeySequence wanted = sequenceOf(*static_cast<QKeyEvent*>(event));
    if (wanted.isEmpty())
        return false;
    for (const ActionRow& row : actionRows()) {
        if (row.act == Act::Separator || !m_actions[row.act]->shortcuts().contains(wanted))
            continue;
        m_actions[row.act]->trigger();
        return true;
    }
    return false;
}

} // namespace galley
