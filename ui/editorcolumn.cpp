// SPDX-License-Identifier: MIT
#include "editorcolumn.h"

#include "documentcontroller.h"
#include "editor/posteditor.h"
#include "form/frontmatterpanel.h"
#include "posttab.h"
#include "tabstrip.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace galley
{

EditorColumn::EditorColumn(DocumentController* documents, FrontMatterPanel* form, QWidget* parent)
    : QWidget(parent), m_form(form), m_tabs(new TabStrip(documents)), m_editors(new QStackedWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(form);
    layout->addWidget(m_editors, 1);
    connect(documents, &DocumentController::tabAdded, m_editors,
            [this](PostTab* tab) { m_editors->addWidget(tab->editor()); });
    connect(documents, &DocumentController::currentChanged, this, &EditorColumn::show);
    connect(form, &FrontMatterPanel::lastStopChanged, this, &EditorColumn::orderStops);
    for (PostTab* tab : documents->tabs())
        m_editors->addWidget(tab->editor());
    show(documents->current());
}

void EditorColumn::setFormShown(bool shown)
{
    m_form->setVisible(shown);
}

void EditorColumn::show(PostTab* tab)
{
    m_editors->setCurrentWidget(tab->editor());
    setFocusProxy(tab->editor());
    orderStops();
}

QWidget* EditorColumn::text() const
{
    return m_editors->currentWidget();
}

/// The text comes after the form's last field, and its find bar after the text, however late its tab was made.
void EditorColumn::orderStops()
{
    QWidget* before = m_form->lastStop();
    QList<QWidget*> stops;
    for (QWidget* each = before->nextInFocusChain(); each != before; each = each->nextInFocusChain()) {
        if (text()->isAncestorOf(each) && each->focusPolicy() != Qt::NoFocus)
            stops << each;
    }
    const auto pane = std::find(stops.begin(), stops.end(), text()->focusProxy());
    if (pane != stops.end())
        std::rotate(stops.begin(), pane, pane + 1);
    for (QWidget* stop : std::as_const(stops))
        setTabOrder(std::exchange(before, stop), stop);
}

} // namespace galley
