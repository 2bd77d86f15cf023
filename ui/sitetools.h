// SPDX-License-Identifier: MIT
// SiteTools: what one does with the posts of a site beside writing them: find, check, hand in, rename.
#pragma once

#include "sidebarlink.h"

namespace galley
{

class HandIn;
class NoticeStack;
class SiteLoader;

class SiteTools final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SiteTools)

public:
    SiteTools(const Actions& actions, const SidebarParts& parts, SiteLoader* sites, NoticeStack* notices);

Q_SIGNALS:
    void renamed(); ///< an open post has another path

private:
    void showMenu(const QString& path, const QPoint& position);

    SidebarParts m_parts;
    SidebarLink* m_sidebar;
    HandIn* m_handIn;
};

} // namespace galley
