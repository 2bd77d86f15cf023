// SPDX-License-Identifier: MIT
// FindingRow: one sentence of the check with its place; click or Enter goes there, a button may mend it.
#pragma once

#include "check/finding.h"

#include <QWidget>

class QPushButton;

namespace galley
{

class FindingRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingRow)

public:
    /// `withFix`: whether its button is offered.
    FindingRow(const check::Finding& finding, const QString& place, bool withFix, QWidget* parent = nullptr);

    QString text() const;
    QPushButton* fixButton() const { return m_fix; } ///< null without a fix

Q_SIGNALS:
    void chosen();
    void fixAsked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QPushButton* m_fix = nullptr;
};

} // namespace galley
