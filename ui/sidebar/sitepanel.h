// SPDX-License-Identifier: MIT
// SitePanel: the files of the site with what is to know of them; a field above filters them as one types.
#pragma once

#include "sidebar/postlist.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace galley
{

class PostListModel;

class SitePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SitePanel)

public:
    explicit SitePanel(QWidget* parent = nullptr);

    /// `name` is what the person calls the site.
    void showSite(const QString& name, std::shared_ptr<const PostList> list);
    /// While a site is being read, so that nobody is told to open one.
    void setReading(bool reading);
    /// Selects the row of the post that is shown.
    void setCurrentPath(const QString& path);
    void setGrouping(Grouping grouping);
    Grouping grouping() const;
    void focusFilter();

    PostListModel* model() const { return m_model; }
    QLineEdit* filter() const { return m_filter; }
    QTreeView* view() const { return m_view; }

Q_SIGNALS:
    void fileChosen(const QString& path);
    void menuAsked(const QString& path, const QPoint& globalPosition);
    void groupingChanged(galley::Grouping grouping);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void filterBy(const QString& text);
    void choose(const QModelIndex& index);
    void showCurrent();
    void showEmptiness();

    QLabel* m_name;
    QLineEdit* m_filter;
    QComboBox* m_grouping;
    QTreeView* m_view;
    QLabel* m_empty;
    PostListModel* m_model;
    QString m_current;
    bool m_hasSite = false;
    bool m_isReading = false;
};

} // namespace galley
