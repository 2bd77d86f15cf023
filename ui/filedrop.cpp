// SPDX-License-Identifier: MIT
#include "filedrop.h"

#include "documentcontroller.h"
#include "postimages.h"
#include "posttab.h"
#include "preparedimage.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace galley
{

FileDrop::FileDrop(DocumentController* documents, QWidget* window) : QObject(window), m_documents(documents)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

/// Nothing when one of them is an address of somewhere else.
static QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        paths << url.toLocalFile();
    }
    return paths;
}

bool FileDrop::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return false;
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList paths = localPaths(*drop->mimeData());
    if (paths.isEmpty())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        take(paths);
    return true;
}

void FileDrop::take(const QStringList& paths)
{
    QStringList pictures;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir() && isImageName(path))
            pictures << path;
        else
            m_documents->open(path);
    }
    if (pictures.isEmpty())
        return;
    if (m_documents->isOpen())
        m_documents->current()->findChild<PostImages*>()->insertFiles(pictures);
    else
        Q_EMIT noticed({QStringLiteral("image"),
                        Severity::Note,
                        tr("A picture goes into the post that is open: open or begin one first."),
                        {}});
}

} // namespace galley
