// SPDX-License-Identifier: MIT
#include "script/indentation.h"

namespace galley::script
{

void Indentation::reset()
{
    *this = {};
}

void Indentation::beginLine(int spaces)
{
    m_next = spaces;
    while (m_levels.size() > 1 && spaces < m_levels.back())
        m_levels.pop_back();
}

void Indentation::beginCollection()
{
    if (m_levels.back() < m_next)
        m_levels.push_back(m_next);
}

bool Indentation::endsScalar(int spaces)
{
    const int level = m_scalar >= 0 ? m_scalar : m_levels.back();
    if (m_scalar < 0)
        m_scalar = spaces;
    return spaces < level;
}

} // namespace galley::script
