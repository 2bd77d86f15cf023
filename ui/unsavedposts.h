// SPDX-License-Identifier: MIT
// UnsavedPosts: what the last run could not save is there again at the next start.
#pragma once

#include "keep/recovery.h"
#include "noticestack.h"

#include <QObject>

#include <functional>

namespace galley
{

class TaskQueue;

class UnsavedPosts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnsavedPosts)

public:
    UnsavedPosts(TaskQueue* tasks, const QString& stateFolder, QObject* parent);

    /// Looks for journals that no running program holds; a bar for each post found. A post comes back by itself when
    /// `isFree` says that no other text stands in its way.
    void look(std::function<bool(const RecoverablePost&)> isFree);

Q_SIGNALS:
    void recoverAsked(const galley::RecoverablePost& post);
    void noticed(const galley::Notice& notice);

private:
    void lookOnce(const std::function<bool(const RecoverablePost&)>& isFree);
    void take(const Recovery& found, const std::function<bool(const RecoverablePost&)>& isFree);
    void open(const RecoverablePost& post);
    void offer(const RecoverablePost& post);

    TaskQueue* m_tasks;
    QString m_stateFolder;
};

} // namespace galley
