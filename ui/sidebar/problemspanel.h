// SPDX-License-Identifier: MIT
// ProblemsPanel: what is wrong with the post, as a strip below the text that opens to a list.
#pragma once

#include "base/diagnostic.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace galley
{

class ProblemsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemsPanel)

public:
    explicit ProblemsPanel(QWidget* parent = nullptr);

    /// Hidden when there are none.
    void setDiagnostics(const Diagnostics& diagnostics);

    QStringList texts() const;

Q_SIGNALS:
    void lineChosen(int line, int column); ///< 1-based; column 0 when none is concerned
    void otherFileChosen(const QString& file, int line); ///< from the site's root; 1-based, 0: none is concerned

private:
    void choose(const QListWidgetItem* item);
    void setOpen(bool open);

    Diagnostics m_diagnostics;
    QToolButton* m_toggle;
    QLabel* m_sign;
    QLabel* m_summary;
    QListWidget* m_list;
};

} // namespace galley
