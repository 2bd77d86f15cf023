// SPDX-License-Identifier: MIT
// ThreeWayDialog: yours, what both began with, and what lies on disk, side by side.
#pragma once

#include "keeping/conflict.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace galley
{

class DiffColumn;

class ThreeWayDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreeWayDialog)

public:
    /// Shows the conflict; its answers are buttons, Close is the default and decides nothing.
    ThreeWayDialog(const Conflict& conflict, const QString& postName, QWidget* parent);

private:
    QWidget* columns(const Conflict& conflict);
    void scrollTogether();
    void addButtons(const Conflict& conflict);

    DiffColumn* m_mine;
    DiffColumn* m_base;
    DiffColumn* m_theirs;
    QLabel* m_summary;
    QDialogButtonBox* m_buttons;
    QList<int> m_changes;
};

} // namespace galley
