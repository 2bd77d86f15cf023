// SPDX-License-Identifier: MIT
// CompareDialog: two texts line by line, what went and what came in colour; for changes on disk, recovery and history.
#pragma once

#include <QDialog>

#include <string_view>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace galley
{

/// Decides nothing by itself: the caller adds the buttons (keep mine, take theirs, restore) to buttons() and asks clickedButton().
class CompareDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareDialog)

public:
    explicit CompareDialog(QWidget* parent = nullptr);

    /// Core texts. The names say whose they are: "On disk", "In this window".
    void compare(const QString& oldName, std::string_view oldText, const QString& newName, std::string_view newText);

    /// Holds Close, which is the default; nothing that destroys is.
    QDialogButtonBox* buttons() const { return m_buttons; }

private:
    void showLine(QChar sign, std::string_view line, int number);
    void goTo(bool next);

    QLabel* m_legend;
    QPlainTextEdit* m_view;
    QDialogButtonBox* m_buttons;
    QList<int> m_changes; ///< block numbers where a change begins
};

} // namespace galley
