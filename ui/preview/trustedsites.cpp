// SPDX-License-Identifier: MIT
#include "preview/trustedsites.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace galley
{

static QString allowed(const PreviewTrust& trust)
{
    if (trust.scripts)
        return TrustedSites::tr("Everything, with its scripts");
    if (trust.design && trust.content)
        return TrustedSites::tr("Styles and images from elsewhere");
    return trust.design ? TrustedSites::tr("Styles from elsewhere") : TrustedSites::tr("Images from elsewhere");
}

TrustedSites::TrustedSites(QWidget* parent)
    : QDialog(parent), m_list(new QTreeWidget),
      m_empty(new QLabel(tr("No site is trusted: pages run no scripts and load nothing from elsewhere.")))
{
    setWindowTitle(tr("Trusted Sites"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHeaderLabels({tr("Folder or file"), tr("Allowed in the preview")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setAccessibleName(tr("Trusted sites"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_forget = buttons->addButton(tr("&Trust No Longer"), QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_forget, &QPushButton::clicked, this, &TrustedSites::forgetSelected);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_forget->setEnabled(!m_list->selectedItems().isEmpty()); });
    resize(640, 320);
    fill();
}

void TrustedSites::fill()
{
    m_list->clear();
    for (const TrustedPlace& place : m_store.places()) {
        auto* item = new QTreeWidgetItem(m_list, {QDir::toNativeSeparators(place.path), allowed(place.trust)});
        item->setData(0, Qt::UserRole, place.path);
        item->setToolTip(0, place.path);
    }
    const bool empty = m_list->topLevelItemCount() == 0;
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    m_forget->setEnabled(false);
}

void TrustedSites::forgetSelected()
{
    for (const QTreeWidgetItem* item : m_list->selectedItems())
        m_store.forget(item->data(0, Qt::UserRole).toString());
    fill();
    Q_EMIT forgotten();
}

} // namespace galley
