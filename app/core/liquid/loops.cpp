// SPDX-License-Identifier: MIT
#include "liquid/loops.h"

namespace galley::liquid
{

namespace
{
/// What forloop and tablerowloop share; false for other keys.
bool common(std::string_view key, std::int64_t index, std::int64_t length, Value& out)
{
    if (key == "index")
        out = index + 1;
    else if (key == "index0")
        out = index;
    else if (key == "rindex")
        out = length - index;
    else if (key == "rindex0")
        out = length - index - 1;
    else if (key == "first")
        out = index == 0;
    else if (key == "last")
        out = index == length - 1;
    else if (key == "length")
        out = length;
    else
        return false;
    return true;
}
} // namespace

ForLoop::ForLoop(std::string name, std::int64_t length, Value parent)
    : m_name(std::move(name)), m_length(length), m_parent(std::move(parent))
{
}

Value ForLoop::get(std::string_view key) const
{
    Value out;
    if (common(key, m_index, m_length, out))
        return out;
    if (key == "parentloop")
        return m_parent;
    return key == "name" ? Value(m_name) : Value();
}

Value TableRowLoop::get(std::string_view key) const
{
    Value out;
    if (common(key, m_index, m_length, out))
        return out;
    if (key == "col")
        return m_column;
    if (key == "col0")
        return m_column - 1;
    if (key == "row")
        return m_row;
    if (key == "col_first")
        return m_column == 1;
    return key == "col_last" ? Value(isLastColumn()) : Value();
}

void TableRowLoop::advance()
{
    ++m_index;
    if (isLastColumn()) {
        m_column = 1;
        ++m_row;
    } else {
        ++m_column;
    }
}

} // namespace galley::liquid
