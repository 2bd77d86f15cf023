// SPDX-License-Identifier: MIT
#include "recentmenu.h"

#include "documentcontroller.h"
#include "plaintext.h"
#include "preferences.h"

#include <QMenu>

namespace galley
{

RecentMenu::RecentMenu(QMenu* menu, Preferences* preferences, DocumentController* documents, QObject* parent)
    : QObject(parent), m_menu(menu), m_preferences(preferences), m_documents(documents)
{
    connect(menu, &QMenu::aboutToShow, this, &RecentMenu::fill);
}

void RecentMenu::fill()
{
    m_menu->clear();
    const QStringList recent = m_preferences->presentRecentFiles();
    for (const QString& path : recent)
        connect(m_menu->addAction(menuText(path)), &QAction::triggered, m_documents, [this, path] { m_documents->open(path); });
    m_menu->addSeparator();
    QAction* clear = m_menu->addAction(tr("&Clear This List"));
    clear->setEnabled(!m_preferences->recentFiles().isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_preferences->clearRecentFiles();
        Q_EMIT cleared();
    });
}

} // namespace galley
