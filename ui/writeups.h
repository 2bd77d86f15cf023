// SPDX-License-Identifier: MIT
// WriteUps: File → New Write-up…: the dialog over the site that is open or was last, and the post that comes of it.
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace galley
{

class DocumentController;
class Preferences;
class SiteLoader;
struct NewPostDraft;

class WriteUps final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WriteUps)

public:
    WriteUps(DocumentController* documents, SiteLoader* site, Preferences* preferences, QWidget* window);

    void ask();

Q_SIGNALS:
    void photosChosen(const QStringList& files); ///< for the post that has just been made

private:
    QStringList knownRoots() const;
    void make(const NewPostDraft& draft);

    DocumentController* m_documents;
    SiteLoader* m_site;
    Preferences* m_preferences;
    QWidget* m_window;
};

} // namespace galley
