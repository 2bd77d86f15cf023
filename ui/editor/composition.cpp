// SPDX-License-Identifier: MIT
#include "editor/composition.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>

#include <utility>

namespace galley
{

bool Composition::accepts(const QInputMethodEvent& event)
{
    const bool isEmptyEvent = event.preeditString().isEmpty() && event.commitString().isEmpty();
    if (!m_ending && !isEmptyEvent) {
        const QString echo = std::exchange(m_echo, QString());
        if (!echo.isEmpty() && event.commitString() == echo && event.preeditString().isEmpty())
            return false;
    }
    m_word = event.preeditString();
    return true;
}

void Composition::end(QWidget* field)
{
    if (m_word.isEmpty())
        return;
    const QString word = m_word;
    m_ending = true;
    QGuiApplication::inputMethod()->commit();
    if (!m_word.isEmpty()) { // it left that to us
        QInputMethodEvent event;
        event.setCommitString(word);
        QCoreApplication::sendEvent(field, &event);
        QGuiApplication::inputMethod()->reset();
    }
    m_ending = false;
    m_word.clear();
    m_echo = word;
}

} // namespace galley
