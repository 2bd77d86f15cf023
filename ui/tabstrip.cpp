// SPDX-License-Identifier: MIT
#include "tabstrip.h"

#include "documentcontroller.h"
#include "icons.h"
#include "plaintext.h"
#include "posttab.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

namespace galley
{

/// Pixels of one tab: wider ones would show too few; narrower ones say nothing, and the strip scrolls instead.
static constexpr int widestTab = 260;
static constexpr int narrowestTab = 130;

TabStrip::TabStrip(DocumentController* documents, QWidget* parent) : QTabBar(parent), m_documents(documents)
{
    setObjectName(QStringLiteral("tabs"));
    setAccessibleName(tr("Open posts"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
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
    return index >= 0 && static_cast<std::size_t>(index) < tabs.size() ? tabs[static_cast<std::size_t>(index)]
                                                                       : nullptr;
}

/// Names of posts begin with dates: without them the names are told apart at a glance.
static QString withoutDate(QString name)
{
    static const QRegularExpression date(QStringLiteral("^\\d{4}-\\d{1,2}-\\d{1,2}-"));
    return name.remove(date);
}

/// Two posts that would look the same show their whole names, or their folders.
QString TabStrip::label(const PostTab& tab) const
{
    const QString whole = tab.post()->name();
    QString shown = withoutDate(whole);
    for (const PostTab* other : m_documents->tabs()) {
        const QString theirs = other->post()->name();
        if (other != &tab && theirs == whole && !tab.post()->path().isEmpty())
            shown = QFileInfo(tab.post()->path()).dir().dirName() + QLatin1Char('/') + whole;
        else if (other != &tab && theirs != whole && withoutDate(theirs) == withoutDate(whole))
            shown = whole;
    }
    shown = menuText(shown);
    return tab.post()->isModified() ? QStringLiteral("● ") + shown : shown;
}

void TabStrip::refill()
{
    m_filling = true;
    const int count = static_cast<int>(m_documents->tabs().size());
    while (this->count() > count)
        removeTab(this->count() - 1);
    while (this->count() < count)
        setTabButton(addTab(QString()), QTabBar::RightSide, closeButton());
    refresh();
    m_filling = false;
    showCurrent();
    setVisible(count > 1);
}

/// Drawn as all other icons are; the style's own close buttons are not.
QWidget* TabStrip::closeButton()
{
    auto* button = new QToolButton(this);
    button->setIcon(themedIcon(QStringLiteral("close")));
    button->setIconSize(QSize(12, 12));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setToolTip(tr("Close"));
    button->setAccessibleName(tr("Close"));
    connect(button, &QToolButton::clicked, this, [this, button] {
        for (int i = 0; i < count(); ++i) {
            if (tabButton(i, QTabBar::RightSide) == button)
                m_documents->closeTab(tabAtIndex(i));
        }
    });
    return button;
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

QSize TabStrip::minimumTabSizeHint(int index) const
{
    QSize size = tabSizeHint(index);
    size.setWidth(qMin(size.width(), narrowestTab));
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
