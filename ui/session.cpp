// SPDX-License-Identifier: MIT
#include "session.h"

#include "documentcontroller.h"
#include "editor/posteditor.h"
#include "posttab.h"
#include "preferences.h"
#include "siteloader.h"

#include <QFile>
#include <QFileInfo>

namespace galley
{

static QString folderKey()
{
    return QStringLiteral("files/folder");
}

Session::Session(Preferences* preferences, DocumentController* documents, SiteLoader* sites, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_documents(documents), m_sites(sites)
{
    connect(documents, &DocumentController::tabsChanged, this, &Session::remember);
    connect(documents, &DocumentController::tabClosing, this, &Session::rememberPlace);
}

void Session::openLast()
{
    QStringList paths = m_preferences->session();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    m_documents->openSession(paths, m_preferences->lastFile());
    const QString folder = QFile::decodeName(m_preferences->state(folderKey()));
    if (paths.isEmpty() && !folder.isEmpty() && QFileInfo(folder).isDir())
        m_sites->open(folder);
}

void Session::remember()
{
    QStringList paths;
    for (const PostTab* tab : m_documents->tabs()) {
        if (tab->isOpen() && !tab->post()->path().isEmpty())
            paths << tab->post()->path();
    }
    m_preferences->setSession(paths);
    if (!m_sites->root().isEmpty())
        m_preferences->setState(folderKey(), QFile::encodeName(m_sites->root()));
    m_preferences->setLastFile(m_documents->isOpen() ? m_documents->current()->post()->path() : QString());
}

void Session::rememberPlace(PostTab* tab)
{
    if (tab->isOpen() && !tab->post()->path().isEmpty())
        m_preferences->setPlace(tab->post()->path(), tab->editor()->place());
}

} // namespace galley
