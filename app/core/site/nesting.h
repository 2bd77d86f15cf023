// SPDX-License-Identifier: MIT
// How many renderings stand inside one another on a thread: an excerpt may list posts whose excerpts list posts …
#pragma once

#include <map>
#include <mutex>
#include <thread>

namespace galley::site
{

class Nesting
{
public:
    /// Counts one level for its lifetime; `allowed()` is false where the limit is passed.
    class Level
    {
    public:
        Level(Nesting& nesting, int limit) : m_nesting(nesting)
        {
            const std::lock_guard lock(m_nesting.m_mutex);
            m_allowed = ++m_nesting.m_depths[std::this_thread::get_id()] <= limit;
        }
        ~Level()
        {
            const std::lock_guard lock(m_nesting.m_mutex);
            const auto it = m_nesting.m_depths.find(std::this_thread::get_id());
            if (--it->second == 0)
                m_nesting.m_depths.erase(it);
        }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        bool allowed() const { return m_allowed; }

    private:
        Nesting& m_nesting;
        bool m_allowed = false;
    };

private:
    std::mutex m_mutex;
    std::map<std::thread::id, int> m_depths;
};

} // namespace galley::site
