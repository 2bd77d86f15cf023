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

/// Tasks run in order of coming and are finished before the queue goes: a save that began is never dropped. Those that
/// heed overdue() hold up the end of the program no longer than a second.
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

    /// Stops when the queue goes and has waited for a second: for work that a stranger's text may draw out for ever.
    std::stop_token overdue() const { return m_overdue.get_token(); }

Q_SIGNALS:
    /// A task threw and has no result; emitted on the worker.
    void broke(const QString& why);

private:
    void add(std::function<void()> task);
    void work(const std::stop_token& ending);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::stop_source m_overdue;
    bool m_ended = false; ///< the worker has
    std::jthread m_worker; ///< last: it is joined before the rest goes
};

} // namespace galley
