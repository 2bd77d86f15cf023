// SPDX-License-Identifier: MIT
#include "sidebarlink.h"

#include "actions.h"
#include "checker.h"
#include "documentcontroller.h"
#include "editor/posteditor.h"
#include "livepage.h"
#include "posttab.h"
#include "preferences.h"
#include "quickopen.h"
#include "sidebar/checkpanel.h"
#include "sidebar/outlinepanel.h"
#include "sidebar/sidebar.h"
#include "sidebar/sitepanel.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "taskqueue.h"

#include <QDir>
#include <QFile>

namespace galley
{

SidebarLink::SidebarLink(const Actions& actions, const SidebarParts& parts)
    : QObject(parts.window), m_parts(parts), m_checker(new Checker(this)), m_list(std::make_shared<const PostList>())
{
    connectActions(actions);
    connectPanels();
    connectChecks();
    for (PostTab* tab : parts.documents->tabs())
        follow(tab);
}

void SidebarLink::connectActions(const Actions& actions)
{
    m_shown = actions[Act::Sidebar];
    m_shown->setChecked(m_parts.preferences->flag(QStringLiteral("view/sidebar"), false));
    m_parts.sidebar->setVisible(m_shown->isChecked());
    connect(m_shown, &QAction::toggled, this, [this](bool on) {
        m_parts.preferences->setFlag(QStringLiteral("view/sidebar"), on);
        m_parts.sidebar->setVisible(on);
        checkPost();
    });
    const auto bind = [this, &actions](Act act, Sidebar::Page page) {
        connect(actions[act], &QAction::triggered, this, [this, page] {
            m_shown->setChecked(true);
            m_parts.sidebar->showPage(page);
            if (page == Sidebar::Page::Site)
                m_parts.sidebar->site()->focusFilter();
        });
    };
    bind(Act::ShowSite, Sidebar::Page::Site);
    bind(Act::ShowOutline, Sidebar::Page::Outline);
    bind(Act::ShowCheck, Sidebar::Page::Check);
    connect(actions[Act::QuickOpen], &QAction::triggered, this, &SidebarLink::quickOpen);
}

void SidebarLink::connectPanels()
{
    SitePanel* site = m_parts.sidebar->site();
    site->setGrouping(static_cast<Grouping>(m_parts.preferences->state(QStringLiteral("sidebar/grouping")).toInt()));
    connect(site, &SitePanel::groupingChanged, this, [this](Grouping grouping) {
        m_parts.preferences->setState(QStringLiteral("sidebar/grouping"),
                                      QByteArray::number(static_cast<int>(grouping)));
    });
    connect(site, &SitePanel::fileChosen, this, &SidebarLink::fileAsked);
    connect(site, &SitePanel::menuAsked, this, &SidebarLink::menuAsked);
    connect(m_parts.sidebar->outline(), &OutlinePanel::lineChosen, this, [this](int line) {
        m_parts.documents->current()->editor()->goToLine(line);
        m_parts.documents->current()->editor()->setFocus();
    });
    connect(m_parts.documents, &DocumentController::tabAdded, this, &SidebarLink::follow);
    connect(m_parts.documents, &DocumentController::currentChanged, this, &SidebarLink::showPost);
    connect(m_parts.documents, &DocumentController::opened, this, &SidebarLink::showPost);
    connect(m_parts.documents, &DocumentController::closed, this, &SidebarLink::showPost);
    connect(m_parts.page, &LivePage::rendered, this, [this] {
        m_parts.sidebar->outline()->setHeadings(m_parts.page->result()->page.headings);
        checkPost();
    });
}

void SidebarLink::connectChecks()
{
    CheckPanel* panel = m_parts.sidebar->check();
    connect(m_parts.sidebar, &Sidebar::pageShown, this, &SidebarLink::checkPost);
    connect(panel, &CheckPanel::lineChosen, this, [this](int line, int column) {
        PostEditor* editor = m_parts.documents->current()->editor();
        editor->goToLine(line - 1, qMax(0, column - 1));
        editor->setFocus();
    });
    connect(panel, &CheckPanel::fileChosen, this, [this](const QString& file, int line) {
        if (m_site)
            Q_EMIT lineAsked(QDir(QFile::decodeName(m_site->root().c_str())).filePath(file), line);
    });
    connect(panel, &CheckPanel::fixAsked, this, &SidebarLink::applyFix);
    connect(panel, &CheckPanel::siteCheckAsked, this, [this] { m_checker->checkSite(m_site); });
    connect(panel, &CheckPanel::siteCheckCancelled, m_checker, &Checker::cancelSite);
    connect(m_checker, &Checker::siteProgressed, panel, &CheckPanel::showProgress);
    connect(m_checker, &Checker::siteCheckEnded, panel, &CheckPanel::endProgress);
    connect(m_checker, &Checker::siteChecked, panel, &CheckPanel::showSite);
    connect(m_checker, &Checker::postChecked, this,
            [this, panel](const check::Findings& findings, const std::shared_ptr<const std::string>& text) {
                if (!m_parts.documents->isOpen() || text != m_parts.documents->current()->post()->text().text())
                    return;
                m_checkedText = text;
                panel->showPost(findings);
            });
}

void SidebarLink::follow(PostTab* tab)
{
    connect(tab->editor(), &PostEditor::caretMoved, this, [this, tab](int line) {
        if (tab == m_parts.documents->current())
            m_parts.sidebar->outline()->setLine(line - 1);
    });
    connect(tab->post(), &OpenPost::pathChanged, this, &SidebarLink::showPost);
}

void SidebarLink::showPost()
{
    const bool open = m_parts.documents->isOpen();
    m_parts.sidebar->site()->setCurrentPath(open ? m_parts.documents->current()->post()->path() : QString());
    if (open)
        return;
    m_parts.sidebar->outline()->setHeadings({});
    m_parts.sidebar->check()->clearPost();
}

/// Only while somebody looks: a check renders the page once more.
void SidebarLink::checkPost()
{
    if (!m_parts.sidebar->isVisible() || m_parts.sidebar->page() != Sidebar::Page::Check ||
        !m_parts.documents->isOpen())
        return;
    OpenPost* post = m_parts.documents->current()->post();
    m_checker->checkPost(post->text().text(), post->place(), m_parts.page->site());
}

/// An edit of the text that was checked; when it has changed since, the next check offers its own.
void SidebarLink::applyFix(const check::Finding& finding)
{
    OpenPost* post = m_parts.documents->current()->post();
    if (!finding.fix || post->text().text() != m_checkedText)
        return;
    if (finding.fix->edit)
        m_parts.documents->current()->editor()->applyFormEdit(*finding.fix->edit);
    else if (!finding.fix->newPath.empty())
        Q_EMIT renameAsked(QString::fromStdString(finding.fix->newPath));
}

static QString siteName(const Site& site)
{
    const QString title = QString::fromStdString(site.content().setting("title"));
    return title.isEmpty() ? QDir(QFile::decodeName(site.root().c_str())).dirName() : title;
}

void SidebarLink::showSite(const std::shared_ptr<const Site>& site)
{
    m_parts.sidebar->check()->setHasSite(site != nullptr);
    if (!site || site == m_site) {
        setReading(false);
        return;
    }
    m_site = site;
    const auto read = [site] { return std::make_shared<const PostList>(site::listing(*site)); };
    m_parts.tasks->run(this, read, [this, site](const std::shared_ptr<const PostList>& list) {
        if (site != m_site)
            return;
        m_list = list;
        m_parts.sidebar->site()->showSite(siteName(*site), list);
        setReading(false);
    });
}

void SidebarLink::setReading(bool reading)
{
    m_isReading = reading;
    m_parts.sidebar->site()->setReading(reading);
    if (m_quickOpen)
        m_quickOpen->showList(m_list, reading);
}

void SidebarLink::showSitePanel()
{
    m_shown->setChecked(true);
    m_parts.sidebar->showPage(Sidebar::Page::Site);
}

void SidebarLink::quickOpen()
{
    m_quickOpen = new QuickOpen(m_parts.window);
    m_quickOpen->showList(m_list, m_isReading);
    connect(m_quickOpen, &QuickOpen::fileChosen, this, &SidebarLink::fileAsked);
    m_quickOpen->open();
}

} // namespace galley
