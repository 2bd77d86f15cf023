// SPDX-License-Identifier: MIT
#include "base/currentstop.h"

namespace galley
{

static thread_local const std::stop_token* innermost = nullptr;

const std::stop_token& currentStop()
{
    static const std::stop_token never;
    return innermost ? *innermost : never;
}

StopScope::StopScope(const std::stop_token& stop) : m_outer(innermost), m_stop(stop)
{
    innermost = &m_stop;
}

StopScope::~StopScope()
{
    innermost = m_outer;
}

} // namespace galley
