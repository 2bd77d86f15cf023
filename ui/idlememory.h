// SPDX-License-Identifier: MIT
// Memory that was freed goes back to the system when the keys pause.
#pragma once

namespace galley
{

class LivePage;
class TaskQueue;

/// glibc keeps what is freed below its largest block: 10 MB after some keys in a megabyte of text.
void returnMemoryWhenIdle(LivePage* page, TaskQueue* tasks);

} // namespace galley
