// SPDX-License-Identifier: MIT
#include "preview/pageselection.h"

#include "preview/previewpane.h"

#include <QWebEngineView>

namespace galley
{

PageSelection::PageSelection(const PreviewPane& preview, QObject* parent) : QObject(parent), m_view(preview.view())
{
    connect(m_view, &QWebEngineView::selectionChanged, this, &PageSelection::changed);
}

// The view's focus is a child's, which comes and goes with the page's process.
bool PageSelection::isPage(const QWidget* focus) const
{
    return focus && (focus == m_view || m_view->isAncestorOf(focus));
}

bool PageSelection::isEmpty() const
{
    return !m_view->hasSelection();
}

void PageSelection::copy()
{
    m_view->triggerPageAction(QWebEnginePage::Copy);
}

void PageSelection::selectAll()
{
    m_view->triggerPageAction(QWebEnginePage::SelectAll);
}

} // namespace galley
