// SPDX-License-Identifier: MIT
#include "tabstrip.h"

#include "documentcontroller.h"
#include "posttab.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace galley
{

/// Pixels of one tab: names of posts begin with the same date, so the end must be seen; more would show too few tabs.
static constexpr int widestTab = 260;

TabStrip::TabStrip(DocumentController* documents, QWidget* parent) : QTabBar(parent), m_documents(documents)
{
    setObjectName(QStringLiteral("tabs"));
    setAccessibleName(tr("Open posts"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setTabsClosable(true);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideMiddle);
    setFocusPolicy(Qt::NoFocus);
    connect(documents, &DocumentController::tabAdded, this, &TabStrip::follow);
    connect(documents, &DocumentController::tabsChanged, this, &TabStrip::refill);
    connect(documents, &DocumentController::closed, this, &TabStrip::refill);
    connect(documents, &DocumentController::currentChanged, this, &TabStrip::showCurrent);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (PostTab* tab = m_filling ? nullptr : tabAtIndex(index))
            m_documents->show(tab);
    });
    connect(this, &QTabBar::tabCloseRequested, this, [this](int index) {
        if (PostTab* tab = tabAtIndex(index))
            m_documents->closeTab(tab);
    });
    connect(this, &QTabBar::tabMoved, this, [this](int from, int to) { m_documents->move(from, to); });
    for (PostTab* tab : documents->tabs())
        follow(tab);
    refill();
}

void TabStrip::follow(PostTab* tab)
{
    connect(tab->post(), &OpenPost::pathChanged, this, &TabStrip::refresh);
    connect(tab->post(), &OpenPost::modifiedChanged, this, &TabStrip::refresh);
}

PostTab* TabStrip::tabAtIndex(int index) const
{
    const auto& tabs = m_documents->tabs();
    return index >= 0 && static_cast<std::size_t>(index) < tabs.size() ? tabs[static_cast<std::size_t>(index)] : nullptr;
}

/// Two posts of one name show their folders too.
QString TabStrip::label(const PostTab& tab) const
{
    const auto hasSameName = [&](const PostTab* other) {
        return other != &tab && other->post()->name() == tab.post()->name();
    };
    const auto& tabs = m_documents->tabs();
    QString name = tab.post()->name();
    if (!tab.post()->path().isEmpty() && std::any_of(tabs.begin(), tabs.end(), hasSameName))
        name = QFileInfo(tab.post()->path()).dir().dirName() + QLatin1Char('/') + name;
    name.replace(QLatin1Char('&'), QStringLiteral("&&"));
    return tab.post()->isModified() ? QStringLiteral("● ") + name : name;
}

void TabStrip::refill()
{
    m_filling = true;
    const int count = static_cast<int>(m_documents->tabs().size());
    while (this->count() > count)
        removeTab(this->count() - 1);
    while (this->count() < count)
        addTab(QString());
    refresh();
    m_filling = false;
    showCurrent();
    setVisible(count > 1);
}

void TabStrip::refresh()
{
    for (int i = 0; i < count(); ++i) {
        const PostTab* tab = tabAtIndex(i);
        if (!tab)
            continue;
        setTabText(i, label(*tab));
        setTabToolTip(i, QDir::toNativeSeparators(tab->post()->path()));
    }
}

void TabStrip::showCurrent()
{
    const auto& tabs = m_documents->tabs();
    const auto here = std::find(tabs.begin(), tabs.end(), m_documents->current()) - tabs.begin();
    m_filling = true;
    setCurrentIndex(static_cast<int>(here));
    m_filling = false;
}

QSize TabStrip::tabSizeHint(int index) const
{
    QSize size = QTabBar::tabSizeHint(index);
    size.setWidth(qMin(size.width(), widestTab));
    return size;
}

void TabStrip::mouseReleaseEvent(QMouseEvent* event)
{
    PostTab* tab = event->button() == Qt::MiddleButton ? tabAtIndex(tabAt(event->pos())) : nullptr;
    if (tab)
        m_documents->closeTab(tab);
    else
        QTabBar::mouseReleaseEvent(event);
}

void TabStrip::contextMenuEvent(QContextMenuEvent* event)
{
    PostTab* tab = tabAtIndex(tabAt(event->pos()));
    if (!tab)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Close")), &QAction::triggered, tab, [this, tab] { m_documents->closeTab(tab); });
    connect(menu->addAction(tr("Close &Other Saved Posts")), &QAction::triggered, tab,
            [this, tab] { m_documents->closeOthers(tab); });
    menu->popup(event->globalPos());
}

} // namespace galley
