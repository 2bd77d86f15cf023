// SPDX-License-Identifier: MIT
#include "sidebar/sitepanel.h"

#include "sidebar/postlistmodel.h"
#include "sidebar/postrowdelegate.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace galley
{

SitePanel::SitePanel(QWidget* parent)
    : QWidget(parent), m_name(new QLabel), m_filter(new QLineEdit), m_grouping(new QComboBox), m_view(new QTreeView),
      m_empty(new QLabel), m_model(new PostListModel(this))
{
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &SitePanel::filterBy);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setGrouping(grouping());
        m_view->expandAll();
        showCurrent();
        Q_EMIT groupingChanged(grouping());
    });
    connect(m_view, &QTreeView::clicked, this, &SitePanel::choose);
    connect(m_view, &QTreeView::customContextMenuRequested, this, [this](const QPoint& position) {
        const QString path = m_view->indexAt(position).data(PostListModel::PathRole).toString();
        if (!path.isEmpty())
            Q_EMIT menuAsked(path, m_view->viewport()->mapToGlobal(position));
    });
    m_filter->installEventFilter(this);
    m_view->installEventFilter(this);
    showEmptiness();
}

void SitePanel::build()
{
    m_filter->setPlaceholderText(tr("Filter titles and authors"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter titles and authors"));
    m_grouping->addItems({tr("By kind"), tr("By author"), tr("By month")});
    m_grouping->setAccessibleName(tr("Grouping"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PostRowDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setIndentation(0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Files of the site"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_empty->setContentsMargins(16, 24, 16, 16);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 8, 8, 4);
    head->addWidget(m_name, 1);
    head->addWidget(m_grouping);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(8, 0, 8, 6);
    search->addWidget(m_filter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
}

void SitePanel::showSite(const QString& name, std::shared_ptr<const PostList> list)
{
    m_hasSite = true;
    m_isReading = false;
    m_name->setText(name);
    m_name->setToolTip(name);
    m_model->setList(std::move(list));
    m_view->expandAll();
    showCurrent();
    showEmptiness();
}

void SitePanel::setReading(bool reading)
{
    m_isReading = reading;
    showEmptiness();
}

void SitePanel::filterBy(const QString& text)
{
    m_model->setFilter(text);
    m_view->expandAll();
    showCurrent();
    showEmptiness();
}

/// Why nothing is listed, and what to do about it.
void SitePanel::showEmptiness()
{
    const bool empty = m_model->shownFiles() == 0;
    m_view->setVisible(!empty);
    m_empty->setVisible(empty);
    if (m_isReading)
        m_empty->setText(tr("The site is being read…"));
    else if (!m_hasSite)
        m_empty->setText(tr("Open a site's folder, or a post that lies in one, to see its posts here."));
    else if (!m_filter->text().isEmpty())
        m_empty->setText(tr("No title or author has “%1”.").arg(m_filter->text()));
    else
        m_empty->setText(tr("There are no posts or pages in this folder yet."));
}

Grouping SitePanel::grouping() const
{
    return static_cast<Grouping>(m_grouping->currentIndex());
}

void SitePanel::setGrouping(Grouping grouping)
{
    m_grouping->setCurrentIndex(static_cast<int>(grouping));
}

void SitePanel::setCurrentPath(const QString& path)
{
    m_current = path;
    showCurrent();
}

void SitePanel::showCurrent()
{
    const QModelIndex index = m_current.isEmpty() ? QModelIndex() : m_model->indexOfPath(m_current);
    m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
}

void SitePanel::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void SitePanel::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    if (!index.parent().isValid())
        m_view->setExpanded(index, !m_view->isExpanded(index));
    else
        Q_EMIT fileChosen(index.data(PostListModel::PathRole).toString());
}

/// From the field: Down goes into the list, Enter opens its first row, Escape empties the field.
bool SitePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_view) {
        if (!enter)
            return false;
        choose(m_view->currentIndex());
        return true;
    }
    const QModelIndex first = m_model->index(0, 0, m_model->index(0, 0));
    if (key == Qt::Key_Down && first.isValid()) {
        m_view->setFocus();
        m_view->setCurrentIndex(first);
    } else if (enter && first.isValid()) {
        choose(first);
    } else if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
    } else {
        return false;
    }
    return true;
}

} // namespace galley
