// SPDX-License-Identifier: MIT
#include "plaintext.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>

namespace galley
{

void PlainText::install()
{
    if (!qApp->findChild<PlainText*>(QString(), Qt::FindDirectChildrenOnly))
        qApp->installEventFilter(new PlainText(qApp));
}

/// Labels are polished before they are measured or drawn, and a tool tip (a label too) before it gets its text.
bool PlainText::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish) {
        auto* label = qobject_cast<QLabel*>(watched);
        if (label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    }
    return false;
}

QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace galley
