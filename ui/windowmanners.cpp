// SPDX-License-Identifier: MIT
#include "windowmanners.h"

#include "digitkeys.h"
#include "filedrop.h"
#include "noticestack.h"
#include "onelinefields.h"
#include "paneswitch.h"
#include "windowplace.h"

#include <QMainWindow>

namespace galley
{

void giveManners(const Actions& actions, const Panes& panes, DocumentController* documents, NoticeStack* notices)
{
    new PaneSwitch(actions, panes);
    new DigitKeys(actions, panes.window);
    new OneLineFields(panes.window);
    new DialogFit(panes.window);
    auto* drop = new FileDrop(documents, panes.window);
    QObject::connect(drop, &FileDrop::noticed, notices, &NoticeStack::show);
}

} // namespace galley
