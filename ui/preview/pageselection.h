// SPDX-License-Identifier: MIT
// PageSelection: what is selected of the previewed page, for the Edit menu.
#pragma once

#include <QObject>

class QWebEngineView;

namespace galley
{

class PreviewPane;

class PageSelection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageSelection)

public:
    PageSelection(const PreviewPane& preview, QObject* parent);

    /// Whether the page has the focus when this widget has it.
    bool isPage(const QWidget* focus) const;

    bool isEmpty() const;
    void copy();
    void selectAll();

Q_SIGNALS:
    void changed();

private:
    QWebEngineView* m_view;
};

} // namespace galley
