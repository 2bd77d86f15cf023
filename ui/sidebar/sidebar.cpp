// SPDX-License-Identifier: MIT
#include "sidebar/sidebar.h"

#include "sidebar/checkpanel.h"
#include "sidebar/outlinepanel.h"
#include "sidebar/sitepanel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley
{

Sidebar::Sidebar(QWidget* parent)
    : QWidget(parent), m_site(new SitePanel), m_outline(new OutlinePanel), m_check(new CheckPanel),
      m_buttons(new QButtonGroup(this)), m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("sidebar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 8, 0);
    head->setSpacing(2);
    int number = 0;
    for (const QString& title : {tr("Site"), tr("Outline"), tr("Check")}) {
        auto* button = new QToolButton;
        button->setText(title);
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_buttons->addButton(button, number++);
        head->addWidget(button);
    }
    head->addStretch(1);
    for (QWidget* page :
         {static_cast<QWidget*>(m_site), static_cast<QWidget*>(m_outline), static_cast<QWidget*>(m_check)})
        m_pages->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { showPage(static_cast<Page>(id)); });
    m_buttons->button(0)->setChecked(true);
    setMinimumWidth(190);
}

Sidebar::Page Sidebar::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void Sidebar::showPage(Page page)
{
    m_buttons->button(static_cast<int>(page))->setChecked(true);
    m_pages->setCurrentIndex(static_cast<int>(page));
    Q_EMIT pageShown(page);
}

} // namespace galley
