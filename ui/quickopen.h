// SPDX-License-Identifier: MIT
// QuickOpen: a few letters of a title, an author or a name, Enter, and the file is open.
#pragma once

#include "sidebar/postlist.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace galley
{

class QuickOpen final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuickOpen)

public:
    explicit QuickOpen(QWidget* parent);

    /// The files to choose from; again when they are there. `isReading`: they are on their way.
    void showList(std::shared_ptr<const PostList> list, bool isReading);

    QLineEdit* field() const { return m_field; }
    QListWidget* results() const { return m_results; }

Q_SIGNALS:
    void fileChosen(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void choose();

    std::shared_ptr<const PostList> m_list;
    QLineEdit* m_field;
    QListWidget* m_results;
    QLabel* m_empty; ///< why there is nothing to choose from
};

} // namespace galley
