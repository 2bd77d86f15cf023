// SPDX-License-Identifier: MIT
#include "preview/previewview.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace galley
{

PreviewView::PreviewView(QWidget* parent) : QWebEngineView(parent)
{
    setAcceptDrops(false); // a file or an address dropped here is the window's, not the page's
}

void PreviewView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(tr("&Copy"), this, [this] { triggerPageAction(QWebEnginePage::Copy); });
    copy->setEnabled(page()->hasSelection());
    menu->addAction(tr("Select &All"), this, [this] { triggerPageAction(QWebEnginePage::SelectAll); });
    if (m_filler)
        m_filler(menu);
    menu->popup(event->globalPos());
}

} // namespace galley
