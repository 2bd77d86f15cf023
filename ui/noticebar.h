// SPDX-License-Identifier: MIT
// NoticeBar: one notice. It paints its own background, so that it follows the palette.
#pragma once

#include "noticestack.h"

class QTimer;

namespace galley
{

class NoticeBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeBar)

public:
    NoticeBar(const Notice& notice, const QObject* owner, NoticeStack* stack);

    const QString& id() const { return m_id; } ///< empty when it was dismissed
    const QObject* owner() const { return m_owner; }
    QString text() const;

    /// Hidden now, deleted in a moment: one of its buttons may be what is running.
    void remove();

Q_SIGNALS:
    void over(); ///< closed by the person, or its time has passed

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addButtons(const Notice& notice, QLayout* row);
    void waitToLeave(int milliseconds);
    bool isBeingRead() const;

    QString m_id;
    const QObject* m_owner;
    Severity m_severity;
    QTimer* m_leave = nullptr; ///< of one that passes
};

} // namespace galley
