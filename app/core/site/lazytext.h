// SPDX-License-Identifier: MIT
// A text made when first asked for, by whichever thread asks; one that needs itself is empty.
#pragma once

#include "base/currentstop.h"
#include "base/value.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace galley::site
{

/// No thread waits for another here (two texts that need each other would never end): the work may be done
/// twice.
class LazyText
{
public:
    template <class Make>
    Value get(const Make& make) const
    {
        const std::thread::id me = std::this_thread::get_id();
        {
            const std::lock_guard lock(m_mutex);
            if (m_value)
                return *m_value;
            if (std::find(m_makers.begin(), m_makers.end(), me) != m_makers.end())
                return std::string();
            m_makers.push_back(me);
        }
        Value value = make();
        const std::lock_guard lock(m_mutex);
        m_makers.erase(std::find(m_makers.begin(), m_makers.end(), me));
        if (m_value)
            return *m_value;
        if (currentStop().stop_requested())
            return value; // it may end in the middle, and the next rendering wants all of it
        m_value = std::move(value);
        return *m_value;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::optional<Value> m_value;
    mutable std::vector<std::thread::id> m_makers;
};

} // namespace galley::site
