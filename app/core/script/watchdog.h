// SPDX-License-Identifier: MIT
// Watchdog: calls back from its own thread when a step takes too long, so that a runaway script can be interrupted.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace galley::script
{

class Watchdog final
{
public:
    /// `expired` is called on the watchdog's thread, at most once for each arm().
    explicit Watchdog(std::function<void()> expired);

    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    void arm(std::chrono::milliseconds allowed);

    /// Ends the step; once it returns, `expired` is not running and won't be called. True when the time was over.
    bool disarm();

private:
    void watch(std::stop_token stop);

    std::function<void()> m_expired;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    bool m_fired = false;
    std::jthread m_thread; // last: it starts when all else is there, and is joined first
};

} // namespace galley::script
