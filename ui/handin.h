// SPDX-License-Identifier: MIT
// HandIn: the finished post on its way to whoever publishes it: its folder, its path, its HTML, a .zip of all of it.
#pragma once

#include "noticestack.h"
#include "outputplace.h"

#include <QObject>

namespace galley
{

class Actions;
class DocumentController;
class LivePage;
class TaskQueue;

class HandIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HandIn)

public:
    struct Parts {
        QWidget* window;
        DocumentController* documents;
        LivePage* page;
        TaskQueue* tasks;
        OutputPlace place; ///< of the archives
    };

    HandIn(const Actions& actions, const Parts& parts);

    /// In the system's file manager, selected.
    void showInFolder(const QString& path);
    void copyPath(const QString& path);
    /// Packs the post as it stands in the editor, with the files it uses, in the folders they have in the site.
    void writeZip(const QString& target);

Q_SIGNALS:
    void noticed(const galley::Notice& notice);
    void zipWritten(const QString& path);

private:
    QString currentPath() const;
    void copyHtml();
    void askZipName();

    Parts m_parts;
};

} // namespace galley
