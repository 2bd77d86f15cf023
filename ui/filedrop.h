// SPDX-License-Identifier: MIT
// FileDrop: files and folders that are dropped on the window: a site is opened, a post too, a picture put into the
// post.
#pragma once

#include "noticestack.h"

#include <QObject>

class QMimeData;

namespace galley
{

class DocumentController;

class FileDrop final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDrop)

public:
    FileDrop(DocumentController* documents, QWidget* window);

Q_SIGNALS:
    void noticed(const galley::Notice& notice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QStringList& paths);

    DocumentController* m_documents;
};

} // namespace galley
