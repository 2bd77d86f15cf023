// SPDX-License-Identifier: MIT
#include "keeping/keepcommands.h"

#include "actions.h"
#include "documentcontroller.h"
#include "keeping/autosave.h"
#include "keeping/historydialog.h"
#include "keeping/threewaydialog.h"
#include "posttab.h"
#include "preferences.h"

#include <utility>

namespace galley
{

static QString autosaveFlag()
{
    return QStringLiteral("files/autosave");
}

KeepCommands::KeepCommands(const Actions& actions, Parts parts)
    : QObject(parts.window), m_parts(std::move(parts)), m_autosaving(m_parts.preferences->flag(autosaveFlag(), false))
{
    QAction* autosave = actions[Act::Autosave];
    autosave->setChecked(m_autosaving);
    autosave->setToolTip(tr("Posts outside a site are never saved by themselves"));
    connect(autosave, &QAction::toggled, this, &KeepCommands::setAutosave);
    connect(actions[Act::History], &QAction::triggered, this, &KeepCommands::showHistory);
    connect(m_parts.documents, &DocumentController::tabAdded, this, &KeepCommands::follow);
    for (PostTab* tab : m_parts.documents->tabs())
        follow(tab);
}

void KeepCommands::follow(PostTab* tab)
{
    auto* autosave = new Autosave(tab->post(), tab->keeping(), m_parts.tasks, tab);
    autosave->setOn(m_autosaving);
    m_autosaves[tab] = autosave;
    connect(tab, &QObject::destroyed, this, [this, tab] { m_autosaves.erase(tab); });
    connect(tab->keeping(), &SafeKeeping::compareAsked, this,
            [this, tab](const Conflict& conflict) { compare(tab, conflict); });
}

void KeepCommands::showHistory()
{
    (new HistoryDialog(m_parts.documents->current()->post(), m_parts.stateFolder, m_parts.tasks, m_parts.window))
        ->open();
}

void KeepCommands::compare(PostTab* tab, const Conflict& conflict)
{
    (new ThreeWayDialog(conflict, tab->post()->name(), m_parts.window))->open();
}

void KeepCommands::setAutosave(bool on)
{
    m_autosaving = on;
    m_parts.preferences->setFlag(autosaveFlag(), on);
    for (const auto& [tab, autosave] : m_autosaves)
        autosave->setOn(on);
}

} // namespace galley
