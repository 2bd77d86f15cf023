// SPDX-License-Identifier: MIT
// HistoryDialog: the last versions of a post, each beside the text as it stands, to look at and to bring back.
#pragma once

#include "keep/history.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QListWidget;

namespace galley
{

class DiffColumn;
class OpenPost;
class TaskQueue;

class HistoryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)

public:
    /// The files are read on the task queue's thread.
    HistoryDialog(OpenPost* post, const QString& stateFolder, TaskQueue* tasks, QWidget* parent);

private:
    void build();
    void showVersions(const std::vector<PostVersion>& versions);
    void showVersion(int row);
    void compare(const std::string& bytes);
    void restore();

    OpenPost* m_post;
    TaskQueue* m_tasks;
    QListWidget* m_list;
    QLabel* m_summary;
    DiffColumn* m_view;
    QDialogButtonBox* m_buttons;
    QPushButton* m_restore;
    std::vector<PostVersion> m_versions;
    std::string m_chosen; ///< core text of the version that is shown
    QList<int> m_changes;
    int m_asked = 0; ///< the answer to an older question is dropped
};

} // namespace galley
