// SPDX-License-Identifier: MIT
// OutlinePanel: the headings of the post; the one above the caret is marked.
#pragma once

#include "base/heading.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace galley
{

class OutlinePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutlinePanel)

public:
    explicit OutlinePanel(QWidget* parent = nullptr);

    void setHeadings(const std::vector<Heading>& headings);
    /// The caret stands in this 0-based line of the file.
    void setLine(int line);

    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void lineChosen(int line); ///< 0-based

private:
    void choose(const QListWidgetItem* item);
    void mark();

    std::vector<Heading> m_headings;
    int m_line = 0;
    QListWidget* m_list;
    QLabel* m_empty;
};

} // namespace galley
