// SPDX-License-Identifier: MIT
#include "sidebar/postlistmodel.h"

#include <QLocale>

namespace galley
{

// The internal id of a group is 0, that of a row its group's number + 1.

void PostListModel::setList(std::shared_ptr<const PostList> list)
{
    beginResetModel();
    m_list = std::move(list);
    m_groups = m_list->groups(m_grouping, m_filter);
    endResetModel();
}

void PostListModel::setFilter(const QString& filter)
{
    m_filter = filter;
    refill();
}

void PostListModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    refill();
}

void PostListModel::refill()
{
    beginResetModel();
    m_groups = m_list->groups(m_grouping, m_filter);
    endResetModel();
}

int PostListModel::shownFiles() const
{
    std::size_t count = 0;
    for (const PostGroup& group : m_groups)
        count += group.rows.size();
    return static_cast<int>(count);
}

QModelIndex PostListModel::indexOfPath(const QString& path) const
{
    const std::string wanted = path.toStdString();
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const std::vector<int>& rows = m_groups[g].rows;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (m_list->rows()[static_cast<std::size_t>(rows[r])].file.path == wanted)
                return createIndex(static_cast<int>(r), 0, g + 1);
        }
    }
    return {};
}

QModelIndex PostListModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const quintptr id = parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0;
    return createIndex(row, column, id);
}

QModelIndex PostListModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0));
}

int PostListModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == 0 ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size())
                                    : 0;
}

int PostListModel::columnCount(const QModelIndex&) const
{
    return 1;
}

const PostRow& PostListModel::row(const QModelIndex& index) const
{
    const PostGroup& group = m_groups[index.internalId() - 1];
    return m_list->rows()[static_cast<std::size_t>(group.rows[static_cast<std::size_t>(index.row())])];
}

QVariant PostListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0) {
        const PostGroup& group = m_groups[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole)
            return group.title;
        return role == DetailRole ? QVariant(QLocale().toString(static_cast<qulonglong>(group.rows.size())))
                                  : QVariant();
    }
    const PostRow& shown = row(index);
    switch (role) {
    case Qt::DisplayRole: return shown.title;
    case Qt::ToolTipRole: return QString::fromStdString(shown.file.relativePath);
    case DetailRole: return shown.detail;
    case PathRole: return QString::fromStdString(shown.file.path);
    case ProblemRole: return shown.file.hasProblems;
    case Qt::AccessibleTextRole: return QString(shown.title + QStringLiteral(", ") + shown.detail);
    default: return {};
    }
}

Qt::ItemFlags PostListModel::flags(const QModelIndex& index) const
{
    return index.internalId() == 0 ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace galley
