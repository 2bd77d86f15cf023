// SPDX-License-Identifier: MIT
// RenameDialog: another name for the post; all that goes with it is listed before anything is touched.
#pragma once

#include "site/renameplan.h"

#include <QDialog>

#include <optional>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace galley
{

class RenameDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RenameDialog)

public:
    /// Both relative to the site's root; `root` shortens the paths that are listed.
    RenameDialog(const QString& path, const QString& newPath, const QString& root, QWidget* parent);

    QString newPath() const;
    void showPlan(const Expected<site::RenamePlan>& plan);
    const std::optional<site::RenamePlan>& plan() const { return m_plan; }

    QLineEdit* field() const { return m_field; }
    QListWidget* list() const { return m_list; }
    QDialogButtonBox* buttons() const { return m_buttons; }

Q_SIGNALS:
    void planWanted(const QString& newPath);

private:
    void wantPlan();
    void fill(const site::RenamePlan& plan);

    QString m_path;
    QString m_root;
    std::optional<site::RenamePlan> m_plan;
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_state;
    QDialogButtonBox* m_buttons;
};

} // namespace galley
