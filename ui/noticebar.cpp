// SPDX-License-Identifier: MIT
#include "noticebar.h"

#include "icons.h"
#include "mnemonics.h"
#include "signlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace galley
{

NoticeBar::NoticeBar(const Notice& notice, const QObject* owner, NoticeStack* stack)
    : QWidget(stack), m_id(notice.id), m_owner(owner), m_severity(notice.severity)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 7, 8, 7);
    row->setSpacing(10);
    auto* text = new QLabel(notice.text);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setObjectName(QStringLiteral("text"));
    row->addWidget(new SignLabel(18, notice.severity));
    row->addWidget(text, 1);
    addButtons(notice, row);
    auto* close = new QToolButton;
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(NoticeStack::tr("Close"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::over);
    row->addWidget(close);
    if (notice.passing)
        waitToLeave(notice.buttons.empty() ? stack->passingTime() : 3 * stack->passingTime());
}

void NoticeBar::addButtons(const Notice& notice, QLayout* row)
{
    QSet<QChar> taken = takenMnemonics(*window());
    for (const NoticeButton& each : notice.buttons) {
        auto* button = new QPushButton(withFreeMnemonic(each.text, taken));
        connect(button, &QPushButton::clicked, parentWidget(), [this, run = each.run] {
            Q_EMIT over();
            if (run)
                run();
        });
        row->addWidget(button);
    }
}

// A person who is away, or about to press its button, is waited for.
void NoticeBar::waitToLeave(int milliseconds)
{
    m_leave = new QTimer(this);
    m_leave->setInterval(milliseconds);
    connect(m_leave, &QTimer::timeout, this, [this] {
        if (!isBeingRead())
            Q_EMIT over();
    });
    m_leave->start();
}

bool NoticeBar::isBeingRead() const
{
    const QWidget* focus = focusWidget();
    return !window()->isActiveWindow() || underMouse() || (focus && focus->hasFocus());
}

QString NoticeBar::text() const
{
    return findChild<QLabel*>(QStringLiteral("text"))->text();
}

void NoticeBar::remove()
{
    m_id.clear();
    if (m_leave)
        m_leave->stop();
    hide();
    deleteLater();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const ThemeColors colors = themeColors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_severity == Severity::Note      ? colors.noteBackground
                             : m_severity == Severity::Warning ? colors.warningBackground
                                                               : colors.errorBackground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.border);
}

} // namespace galley
