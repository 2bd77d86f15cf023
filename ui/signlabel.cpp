// SPDX-License-Identifier: MIT
#include "signlabel.h"

#include "icons.h"

#include <QPainter>

namespace galley
{

SignLabel::SignLabel(int side, Severity severity, QWidget* parent) : QWidget(parent), m_severity(severity)
{
    setFixedSize(side, side);
}

void SignLabel::setSeverity(Severity severity)
{
    m_severity = severity;
    update();
}

void SignLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    severityIcon(m_severity).paint(&painter, rect());
}

} // namespace galley
