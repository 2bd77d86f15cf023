// SPDX-License-Identifier: MIT
// ProblemsPanel: what is wrong with the post, as a strip below the text that opens to a list.
#pragma once

#include "base/diagnostic.h"
#include "base/textedit.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace galley
{

class SignLabel;

/// An edit that mends a problem, of the text in which the problem was found.
struct ProblemFix {
    Diagnostic problem;
    QString title; ///< what the button says
    TextEdit edit;
};

class ProblemsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemsPanel)

public:
    explicit ProblemsPanel(QWidget* parent = nullptr);

    /// Hidden when there are none. A problem with a fix gets a button.
    void setDiagnostics(const Diagnostics& diagnostics, std::vector<ProblemFix> fixes = {});

    QStringList texts() const;

Q_SIGNALS:
    void lineChosen(int line, int column);               ///< 1-based; column 0 when none is concerned
    void otherFileChosen(const QString& file, int line); ///< from the site's root; 1-based, 0: none is concerned
    void fixChosen(const galley::TextEdit& edit);

private:
    void choose(const QListWidgetItem* item);
    void setOpen(bool open);
    void fillRows();
    void showWorst();
    const ProblemFix* fixOf(const Diagnostic& problem) const;
    void applyFix(std::size_t row);

    Diagnostics m_diagnostics;
    std::vector<ProblemFix> m_fixes;
    std::size_t m_worst = 0; ///< the row that the strip shows
    QToolButton* m_toggle;
    SignLabel* m_sign;
    QLabel* m_summary;
    QToolButton* m_fix;
    QListWidget* m_list;
};

} // namespace galley
