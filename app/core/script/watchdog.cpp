// SPDX-License-Identifier: MIT
#include "script/watchdog.h"

namespace galley::script
{

Watchdog::Watchdog(std::function<void()> expired)
    : m_expired(std::move(expired)), m_thread([this](std::stop_token stop) { watch(stop); })
{
}

void Watchdog::arm(std::chrono::milliseconds allowed)
{
    const std::lock_guard lock(m_mutex);
    m_deadline = std::chrono::steady_clock::now() + allowed;
    m_fired = false;
    m_changed.notify_all();
}

bool Watchdog::disarm()
{
    const std::lock_guard lock(m_mutex);
    m_deadline.reset();
    return m_fired;
}

void Watchdog::watch(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_deadline) {
            m_changed.wait(lock, stop, [this] { return m_deadline.has_value(); });
            continue;
        }
        const auto deadline = *m_deadline;
        m_changed.wait_until(lock, stop, deadline, [&] { return m_deadline != deadline; });
        if (m_deadline == deadline && !stop.stop_requested()) {
            m_fired = true;
            m_deadline.reset();
            m_expired(); // under the lock: disarm() must not return while it runs
        }
    }
}

} // namespace galley::script
