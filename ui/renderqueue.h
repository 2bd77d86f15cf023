// SPDX-License-Identifier: MIT
// RenderQueue: one worker thread; the newest job wins. No Qt inside, so that ThreadSanitizer can follow it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace galley
{

class RenderQueue
{
public:
    /// Runs on the worker. A job whose token is stopped returns soon; what it made is of no interest then.
    using Job = std::function<void(std::stop_token)>;

    /// A running job this old is stopped when a newer one comes: it may be a template that never ends.
    static constexpr std::chrono::milliseconds patience{700};

    RenderQueue();
    ~RenderQueue();
    RenderQueue(const RenderQueue&) = delete;
    RenderQueue& operator=(const RenderQueue&) = delete;

    /// Replaces a job that has not begun.
    void submit(Job job);

    /// Stops the running job when it has run for longer than `patience`.
    void hurry();

private:
    void work(std::stop_token ending);
    void stopOverdue();

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_next;
    std::optional<std::stop_source> m_running;
    std::chrono::steady_clock::time_point m_begun;
    std::jthread m_worker; ///< last: it is joined before the rest goes
};

} // namespace galley
