// SPDX-License-Identifier: MIT
// TaskQueue: the second worker: reads the site, opens, saves and exports, one after the other.
#pragma once

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace galley
{

/// Tasks run in order of coming and are finished before the queue goes: a save that began is never dropped.
class TaskQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskQueue)

public:
    explicit TaskQueue(QObject* parent = nullptr);
    ~TaskQueue() override;

    /// Runs `work` on the worker and `then` with its result in the GUI thread, unless `context` has gone by then.
    template <class Work, class Then>
    void run(QObject* context, Work work, Then then)
    {
        add([this, guard = QPointer<QObject>(context), work = std::move(work), then = std::move(then)]() mutable {
            auto result = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                this,
                [guard = std::move(guard), result = std::move(result), then = std::move(then)] {
                    if (guard)
                        then(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

private:
    void add(std::function<void()> task);
    void work(const std::stop_token& ending);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::jthread m_worker; ///< last: it is joined before the rest goes
};

} // namespace galley
