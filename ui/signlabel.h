// SPDX-License-Identifier: MIT
// SignLabel: the sign of a note, a warning or an error, in the colours of the moment.
#pragma once

#include "base/diagnostic.h"

#include <QWidget>

namespace galley
{

class SignLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignLabel)

public:
    /// `side` in pixels.
    explicit SignLabel(int side, Severity severity = Severity::Note, QWidget* parent = nullptr);

    void setSeverity(Severity severity);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Severity m_severity;
};

} // namespace galley
