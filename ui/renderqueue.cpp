// SPDX-License-Identifier: MIT
#include "renderqueue.h"

#include "base/outermost.h"

#include <cstdio>
#include <utility>

namespace galley
{

RenderQueue::RenderQueue() : m_worker([this](std::stop_token ending) { work(std::move(ending)); }) {}

RenderQueue::~RenderQueue()
{
    const std::lock_guard lock(m_mutex);
    m_worker.request_stop();
    if (m_running)
        m_running->request_stop();
}

void RenderQueue::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(job);
        stopOverdue();
    }
    m_wake.notify_one();
}

void RenderQueue::hurry()
{
    const std::lock_guard lock(m_mutex);
    stopOverdue();
}

void RenderQueue::stopOverdue()
{
    if (m_running && std::chrono::steady_clock::now() - m_begun > patience)
        m_running->request_stop();
}

void RenderQueue::work(std::stop_token ending)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, ending, [this] { return m_next.has_value(); }) && !ending.stop_requested()) {
        const Job job = *std::exchange(m_next, std::nullopt);
        m_running.emplace();
        m_begun = std::chrono::steady_clock::now();
        const std::stop_token token = m_running->get_token();
        lock.unlock();
        if (const auto why = thrownBy([&] { job(token); }))
            std::fprintf(stderr, "galley: a page was given up: %s\n", why->c_str());
        lock.lock();
        m_running.reset();
    }
}

} // namespace galley
