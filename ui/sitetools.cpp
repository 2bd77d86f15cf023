// SPDX-License-Identifier: MIT
#include "sitetools.h"

#include "documentcontroller.h"
#include "handin.h"
#include "posttab.h"
#include "renaming.h"
#include "siteloader.h"

#include <QMenu>

namespace galley
{

SiteTools::SiteTools(const Actions& actions, const SidebarParts& parts, SiteLoader* sites, NoticeStack* notices)
    : QObject(parts.window), m_parts(parts), m_sidebar(new SidebarLink(actions, parts)),
      m_handIn(new HandIn(actions, {parts.window, parts.documents, parts.page, parts.tasks,
                                    OutputPlace(parts.page, parts.preferences)}))
{
    auto* renaming = new Renaming(actions, {parts.window, parts.documents, sites, parts.tasks});
    connect(sites, &SiteLoader::reading, m_sidebar, [this] { m_sidebar->setReading(true); });
    connect(sites, &SiteLoader::siteLoaded, this, [this, sites] { m_sidebar->showSite(sites->site()); });
    connect(parts.documents, &DocumentController::folderChosen, m_sidebar, &SidebarLink::showSitePanel);
    connect(m_sidebar, &SidebarLink::fileAsked, parts.documents, &DocumentController::open);
    connect(m_sidebar, &SidebarLink::lineAsked, parts.documents, &DocumentController::openAt);
    connect(m_sidebar, &SidebarLink::renameAsked, renaming, &Renaming::ask);
    connect(m_sidebar, &SidebarLink::menuAsked, this, &SiteTools::showMenu);
    const auto tell = [notices, documents = parts.documents](const Notice& notice) {
        notices->showFor(documents->current(), notice);
    };
    connect(m_handIn, &HandIn::noticed, notices, tell);
    connect(renaming, &Renaming::noticed, notices, tell);
    connect(renaming, &Renaming::noticeEnded, notices, [notices, documents = parts.documents](const QString& id) {
        notices->dismissFor(documents->current(), id);
    });
    connect(renaming, &Renaming::renamed, this, &SiteTools::renamed);
}

void SiteTools::showMenu(const QString& path, const QPoint& position)
{
    auto* menu = new QMenu(m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Open")), &QAction::triggered, m_parts.documents,
            [this, path] { m_parts.documents->open(path); });
    connect(menu->addAction(tr("&Show in Folder")), &QAction::triggered, m_handIn,
            [this, path] { m_handIn->showInFolder(path); });
    connect(menu->addAction(tr("Copy &Path")), &QAction::triggered, m_handIn,
            [this, path] { m_handIn->copyPath(path); });
    menu->popup(position);
}

} // namespace galley
