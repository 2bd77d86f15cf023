// SPDX-License-Identifier: MIT
#include "form/tonelabel.h"

#include "form/formcolours.h"

#include <QApplication>
#include <QEvent>

namespace galley
{

ToneLabel::ToneLabel(Tone tone, QWidget* parent) : QLabel(parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    colour();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    colour();
}

void ToneLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

// One role only: the others stay those of the window.
void ToneLabel::colour()
{
    const QPalette all = QApplication::palette();
    const QColor wanted = m_tone == Tone::Error ? errorColour(all) : quietColour(all);
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

} // namespace galley
