// SPDX-License-Identifier: MIT
// FindBar: find and replace below the text, without a dialog.
#pragma once

#include "theme.h"

#include "editor/textsearch.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace galley
{

class EditorPane;

class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(EditorPane* pane, QWidget* parent = nullptr);

    /// Opens with what is selected as the query.
    void open(bool withReplace);
    void findNext();
    void findPrevious();
    void setColors(const ThemeColors& colors);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QToolButton* button(const QString& icon, const QString& tip, bool checkable);
    SearchQuery query() const;
    void searchAsTyped();
    void step(bool forward, int from);
    void markMatches();
    void showCount();
    void replaceOne();
    void replaceAll();
    void close();

    EditorPane* m_pane;
    QLineEdit* m_find = nullptr;
    QLineEdit* m_replace = nullptr;
    QWidget* m_replaceRow = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_matchCase = nullptr;
    QToolButton* m_wholeWords = nullptr;
    QColor m_matchColor;
    int m_origin = 0; ///< where the caret stood when typing of the query began
};

} // namespace galley
