// SPDX-License-Identifier: MIT
// SidebarLink: the sidebar in step with the site, the post and the caret; and what its rows ask for.
#pragma once

#include "check/finding.h"
#include "noticestack.h"
#include "sidebar/postlist.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace galley
{

class Actions;
class Checker;
class DocumentController;
class LivePage;
class Preferences;
class PostTab;
class QuickOpen;
class Sidebar;
class Site;
class TaskQueue;

/// What the link acts on.
struct SidebarParts {
    QWidget* window;
    Sidebar* sidebar;
    DocumentController* documents;
    LivePage* page;
    TaskQueue* tasks;
    Preferences* preferences;
};

class SidebarLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidebarLink)

public:
    SidebarLink(const Actions& actions, const SidebarParts& parts);

    /// The site that was read; null leaves the last one in the panel.
    void showSite(const std::shared_ptr<const Site>& site);

    /// A site is being read; showSite() follows.
    void setReading(bool reading);

    /// A folder was opened: its files are what the person wants to see.
    void showSitePanel();

    const std::shared_ptr<const PostList>& list() const { return m_list; }

Q_SIGNALS:
    void fileAsked(const QString& path);
    void lineAsked(const QString& path, int line); ///< 1-based
    void renameAsked(const QString& newPath);      ///< of the post that is shown; from the site's root
    void menuAsked(const QString& path, const QPoint& globalPosition);

private:
    void connectActions(const Actions& actions);
    void connectPanels();
    void connectChecks();
    void follow(PostTab* tab);
    void showPost();
    void checkPost();
    void applyFix(const check::Finding& finding);
    void quickOpen();

    SidebarParts m_parts;
    QAction* m_shown = nullptr;
    Checker* m_checker;
    QPointer<QuickOpen> m_quickOpen; ///< while it is open
    bool m_isReading = false;
    std::shared_ptr<const Site> m_site;
    std::shared_ptr<const PostList> m_list;
    std::shared_ptr<const std::string> m_checkedText; ///< the fixes that are shown are edits of this
};

} // namespace galley
