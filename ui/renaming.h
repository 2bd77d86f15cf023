// SPDX-License-Identifier: MIT
// Renaming: file, picture folder and links of other posts in one step, offered when title or date left the name behind.
#pragma once

#include "keep/changeset.h"
#include "noticestack.h"
#include "site/renameplan.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace galley
{

class Actions;
class DocumentController;
class PostTab;
class RenameDialog;
class SiteLoader;
class TaskQueue;

class Renaming final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Renaming)

public:
    struct Parts {
        QWidget* window;
        DocumentController* documents;
        SiteLoader* sites;
        TaskQueue* tasks;
    };

    Renaming(const Actions& actions, const Parts& parts);

    /// Asks, with `newPath` (from the site's root) in the field; empty: what title and date say. Saves first.
    void ask(const QString& newPath);

Q_SIGNALS:
    void noticed(const galley::Notice& notice);
    void noticeEnded(const QString& id);
    void renamed(const QString& path);

private:
    void follow(PostTab* tab);
    void saved(PostTab* tab);
    void offer(PostTab* tab, const QString& fitting);
    void openDialog(PostTab* tab, const QString& newPath);
    void plan(RenameDialog* dialog, PostTab* tab, const QString& newPath);
    void carryOut(PostTab* tab, const site::RenamePlan& plan);
    void apply(PostTab* tab, const ChangeSet& changes, const QString& path, bool isUndo);
    QString changedElsewhere(const ChangeSet& changes, const PostTab* own) const;

    Parts m_parts;
    std::map<const PostTab*, QString> m_fitting; ///< what the name should have been at the last look
    QPointer<PostTab> m_afterSave;
    QString m_askedPath;
};

} // namespace galley
