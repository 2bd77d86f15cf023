// SPDX-License-Identifier: MIT
// The stop token of the rendering a thread is at: a text that is made when a template first asks for it ends with the
// rendering that asked, though no parameter leads there.
#pragma once

#include <stop_token>

namespace galley
{

/// Of this thread; one that never stops outside every scope.
const std::stop_token& currentStop();

class StopScope
{
public:
    explicit StopScope(const std::stop_token& stop);
    ~StopScope();
    StopScope(const StopScope&) = delete;
    StopScope& operator=(const StopScope&) = delete;

private:
    const std::stop_token* m_outer;
    const std::stop_token m_stop;
};

} // namespace galley
