// SPDX-License-Identifier: MIT
#include "liquid/tokenizer.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;

std::size_t findOpening(std::string_view source, std::size_t pos)
{
    for (pos = source.find('{', pos); pos != npos && pos + 1 < source.size(); pos = source.find('{', pos + 1)) {
        if (source[pos + 1] == '%' || source[pos + 1] == '{')
            return pos;
    }
    return npos;
}
} // namespace

Tokenizer::Tokenizer(std::string_view source, Mode mode, int firstLine)
    : m_source(source), m_mode(mode), m_line(firstLine)
{
    if (mode == Mode::Lines) { // Ruby's split drops empty lines at the end
        while (!m_source.empty() && m_source.back() == '\n')
            m_source.remove_suffix(1);
    }
}

std::optional<std::string_view> Tokenizer::next()
{
    if (m_pos >= m_source.size())
        return std::nullopt;
    if (m_mode == Mode::Lines) {
        ++m_line;
        return nextLine();
    }
    const std::string_view token = nextToken();
    m_line += static_cast<int>(std::count(token.begin(), token.end(), '\n'));
    return token;
}

std::string_view Tokenizer::nextLine()
{
    const std::size_t start = m_pos;
    const std::size_t end = std::min(m_source.find('\n', start), m_source.size());
    m_pos = end + 1;
    return m_source.substr(start, end - start);
}

std::string_view Tokenizer::nextToken()
{
    const std::size_t start = m_pos;
    const std::size_t opening = findOpening(m_source, start);
    if (opening != start)
        m_pos = std::min(opening, m_source.size());
    else
        m_pos = m_source[start + 1] == '%' ? tagEnd(start) : outputEnd(start);
    return m_source.substr(start, m_pos - start);
}

std::size_t Tokenizer::tagEnd(std::size_t start)
{
    const std::size_t end = m_noTagEnd ? npos : m_source.find("%}", start + 2);
    m_noTagEnd = end == npos;
    return end == npos ? start + 2 : end + 2;
}

std::size_t Tokenizer::outputEnd(std::size_t start)
{
    const std::size_t end = m_noOutputEnd ? npos : m_source.find('}', start + 2);
    m_noOutputEnd = end == npos;
    if (end == npos)
        return start + 2;
    return end + (end + 1 < m_source.size() && m_source[end + 1] == '}' ? 2 : 1);
}

} // namespace galley::liquid
