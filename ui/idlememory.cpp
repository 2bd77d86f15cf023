// SPDX-License-Identifier: MIT
#include "idlememory.h"

#include "livepage.h"
#include "taskqueue.h"

#include <QTimer>

#include <chrono>
#include <malloc.h>

namespace galley
{

static constexpr std::chrono::seconds pause{2}; ///< longer than between two keys, shorter than a look elsewhere

void returnMemoryWhenIdle(LivePage* page, TaskQueue* tasks)
{
    auto* idle = new QTimer(page);
    idle->setSingleShot(true);
    idle->setInterval(pause);
    QObject::connect(page, &LivePage::rendered, idle, qOverload<>(&QTimer::start));
    QObject::connect(idle, &QTimer::timeout, page, [page, tasks] {
        tasks->run(
            page, [] { return malloc_trim(0); }, [](int) {});
    });
}

} // namespace galley
