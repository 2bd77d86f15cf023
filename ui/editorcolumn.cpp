// SPDX-License-Identifier: MIT
#include "editorcolumn.h"

#include "documentcontroller.h"
#include "editor/posteditor.h"
#include "posttab.h"
#include "tabstrip.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace galley
{

EditorColumn::EditorColumn(DocumentController* documents, QWidget* form, QWidget* parent)
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
}

} // namespace galley
