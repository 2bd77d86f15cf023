// SPDX-License-Identifier: MIT
// What holds in the whole window, whatever it shows: keys between the panes, one-line fields, drops, sizes of dialogs.
#pragma once

namespace galley
{

class Actions;
class DocumentController;
class NoticeStack;
struct Panes;

void giveManners(const Actions& actions, const Panes& panes, DocumentController* documents, NoticeStack* notices);

} // namespace galley
