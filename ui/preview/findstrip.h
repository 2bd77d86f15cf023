// SPDX-License-Identifier: MIT
// FindStrip: find in page.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QWebEnginePage;

namespace galley
{

class FindStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindStrip)

public:
    explicit FindStrip(QWebEnginePage* page, QWidget* parent = nullptr);

    /// Shows the strip with the words of the selection, ready to type.
    void open();
    void close();

    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void find(bool backward);

    QWebEnginePage* m_page;
    QLineEdit* m_words;
    QLabel* m_count;
};

} // namespace galley
