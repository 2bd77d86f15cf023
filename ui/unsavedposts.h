// SPDX-License-Identifier: MIT
// UnsavedPosts: what the last run could not save is there again at the next start.
#pragma once

#include "keep/recovery.h"
#include "noticestack.h"

#include <QObject>

namespace galley
{

class DocumentController;
class PostTab;
class TaskQueue;

class UnsavedPosts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnsavedPosts)

public:
    UnsavedPosts(DocumentController* documents, TaskQueue* tasks, const QString& stateFolder, QObject* parent);

    /// Looks for journals that no running program holds; a bar for each post found. A post comes back by itself when
    /// no other text stands in its way.
    void look();

Q_SIGNALS:
    void noticed(const galley::Notice& notice);

private:
    void lookOnce();
    void take(const Recovery& found);
    PostTab* open(const RecoverablePost& post);
    void offer(const RecoverablePost& post);

    DocumentController* m_documents;
    TaskQueue* m_tasks;
    QString m_stateFolder;
};

} // namespace galley
