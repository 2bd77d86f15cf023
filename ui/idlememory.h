// SPDX-License-Identifier: MIT
// Memory that was freed is kept while somebody types, and goes back to the system when the keys pause.
#pragma once

namespace galley
{

class LivePage;
class TaskQueue;

/// Else glibc gives large blocks back with each key and asks for them again, and their first touch takes longer than
/// the work in them; what is small and freed below its largest block it would keep for ever.
void returnMemoryWhenIdle(LivePage* page, TaskQueue* tasks);

} // namespace galley
