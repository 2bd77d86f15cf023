// SPDX-License-Identifier: MIT
#include "taskqueue.h"

#include "base/outermost.h"

#include <chrono>

namespace galley
{

static constexpr std::chrono::seconds patience{1};

TaskQueue::TaskQueue(QObject* parent)
    : QObject(parent), m_worker([this](const std::stop_token& ending) { work(ending); })
{
}

TaskQueue::~TaskQueue()
{
    m_worker.request_stop();
    {
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait_for(lock, patience, [this] { return m_ended; }))
            m_overdue.request_stop();
    }
    m_worker.join();
}

void TaskQueue::add(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void TaskQueue::work(const std::stop_token& ending)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, ending, [this] { return !m_tasks.empty(); })) {
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        if (const auto why = thrownBy(task))
            Q_EMIT broke(QString::fromStdString(*why));
        lock.lock();
    }
    m_ended = true;
    m_wake.notify_all();
}

} // namespace galley
