// SPDX-License-Identifier: MIT
#include "sidebar/findingrow.h"

#include "signlabel.h"
#include "theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

namespace galley
{

FindingRow::FindingRow(const check::Finding& finding, const QString& place, bool withFix, QWidget* parent)
    : QWidget(parent), m_text(QString::fromStdString(finding.diagnostic.text))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(place + QStringLiteral(": ") + m_text);
    auto* sign = new SignLabel(16, finding.diagnostic.severity);
    auto* where = new QLabel(place);
    where->setTextFormat(Qt::PlainText);
    where->setForegroundRole(QPalette::PlaceholderText);
    where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* sentence = new QLabel(m_text);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setMinimumWidth(60);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 10, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    grid->addWidget(sign, 0, 0, Qt::AlignTop);
    grid->addWidget(where, 0, 1);
    grid->addWidget(sentence, 1, 1);
    if (withFix && finding.fix) {
        m_fix = new QPushButton(QString::fromStdString(finding.fix->title));
        grid->addWidget(m_fix, 2, 1, Qt::AlignLeft);
        connect(m_fix, &QPushButton::clicked, this, &FindingRow::fixAsked);
    }
}

QString FindingRow::text() const
{
    return m_text;
}

void FindingRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT chosen();
}

void FindingRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT chosen();
    else
        QWidget::keyPressEvent(event);
}

void FindingRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(10, height() - 1, width() - 20, 1), themeColors(palette()).border);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themeColors(palette()).accent);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 1.5, -2.5, -3.5), 5, 5);
}

} // namespace galley
