// SPDX-License-Identifier: MIT
#include "idlememory.h"

#include "livepage.h"
#include "taskqueue.h"

#include <QTimer>

#include <chrono>
#include <malloc.h>

namespace galley
{

/// Blocks up to here are kept when they are freed: the most that glibc takes, and a text of 10 MB with its page.
static constexpr int keptBlockBytes = 32 << 20;
static constexpr int keptBytes = 256 << 20;

static constexpr std::chrono::seconds pause{2}; ///< longer than between two keys, shorter than a look elsewhere

/// What is freed from now on is kept until the next call. Not from the start: what starting needed goes back at once.
static int returnMemory()
{
    const int released = malloc_trim(0);
    mallopt(M_MMAP_THRESHOLD, keptBlockBytes);
    mallopt(M_TRIM_THRESHOLD, keptBytes);
    return released;
}

void returnMemoryWhenIdle(LivePage* page, TaskQueue* tasks)
{
    auto* idle = new QTimer(page);
    idle->setSingleShot(true);
    idle->setInterval(pause);
    QObject::connect(page, &LivePage::rendered, idle, qOverload<>(&QTimer::start));
    QObject::connect(idle, &QTimer::timeout, page, [page, tasks] { tasks->run(page, returnMemory, [](int) {}); });
}

} // namespace galley
