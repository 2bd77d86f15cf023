// SPDX-License-Identifier: MIT
// DocumentController: new, open, save and close; asks before text is lost and never holds up the typing.
#pragma once

#include "keep/recovery.h"
#include "noticestack.h"
#include "safekeeping.h"

#include <QObject>

#include <functional>

namespace galley
{

class OpenPost;
class TaskQueue;

class DocumentController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentController)

public:
    DocumentController(OpenPost* post, SafeKeeping* keeping, TaskQueue* tasks, QWidget* window);

    bool isOpen() const { return m_open; }

    void newPost();
    void openWithDialog();
    void openFolderWithDialog();
    /// A file or a folder. What cannot be opened gives a notice and leaves everything as it is.
    void open(const QString& path);
    void reload();
    /// The unsaved text of an earlier run, over what its file holds now; it is modified until it is saved.
    void recover(const RecoverablePost& post);
    void save();
    void saveAs();
    void closePost();

    /// Calls `next` when nothing can be lost: at once, after a save, or after Discard; never after Cancel.
    void whenSafe(std::function<void()> next);

    /// The name offered for an untitled post.
    void setSuggestedPath(const QString& path) { m_suggestedPath = path; }

Q_SIGNALS:
    void opened();
    void closed();
    void folderChosen(const QString& folder);
    void noticed(const galley::Notice& notice);
    void noticeEnded(const QString& id);

private:
    void load(const QString& path);
    void refused(const SaveTarget& target, const SaveProblem& problem);
    std::vector<NoticeButton> waysOut(const SaveTarget& target, SaveObstacle obstacle);

    OpenPost* m_post;
    SafeKeeping* m_keeping;
    TaskQueue* m_tasks;
    QWidget* m_window;
    QString m_suggestedPath;
    std::function<void()> m_afterSave;
    bool m_open = false;
};

} // namespace galley
