// SPDX-License-Identifier: MIT
// Composition: the word that an input method is putting together, so that a click ends it once.
#pragma once

#include <QString>

class QInputMethodEvent;
class QWidget;

namespace galley
{

class Composition
{
public:
    /// To be asked before the field takes the event. False: the field must not take it, for the word is there already.
    bool accepts(const QInputMethodEvent& event);

    /// A click somewhere else: the word goes where it was composed. Some input methods (ibus-hangul) send it once more
    /// when they are told of the end, to where the caret has gone meanwhile.
    void end(QWidget* field);

    void keyPressed() { m_echo.clear(); }
    bool isEmpty() const { return m_word.isEmpty(); }

private:
    QString m_word; ///< as it stands, not in the text yet
    QString m_echo; ///< the word that a click ended, until anything else happens
    bool m_ending = false;
};

} // namespace galley
