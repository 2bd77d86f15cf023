// SPDX-License-Identifier: MIT
// PostListModel: a PostList as groups with rows, filtered and grouped anew at each letter.
#pragma once

#include "sidebar/postlist.h"

#include <QAbstractItemModel>

namespace galley
{

class PostListModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostListModel)

public:
    enum Role { DetailRole = Qt::UserRole, PathRole, ProblemRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setList(std::shared_ptr<const PostList> list);
    void setFilter(const QString& filter);
    void setGrouping(Grouping grouping);

    QModelIndex indexOfPath(const QString& path) const;
    int shownFiles() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void refill();
    const PostRow& row(const QModelIndex& index) const;

    std::shared_ptr<const PostList> m_list = std::make_shared<const PostList>();
    std::vector<PostGroup> m_groups;
    QString m_filter;
    Grouping m_grouping = Grouping::Kind;
};

} // namespace galley
