// SPDX-License-Identifier: MIT
// ToneLabel: plain text in a colour that the palette has no role for, and that follows the palette.
#pragma once

#include <QLabel>

namespace galley
{

class ToneLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToneLabel)

public:
    enum class Tone { Quiet, Error };

    explicit ToneLabel(Tone tone, QWidget* parent = nullptr);
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    Tone m_tone;
};

} // namespace galley
