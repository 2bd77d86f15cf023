// SPDX-License-Identifier: MIT
// Cuts a source into texts, `{% tags %}` and `{{ outputs }}`; the markup of `{% liquid %}` into lines.
#pragma once

#include <optional>
#include <string_view>

namespace galley::liquid
{

class Tokenizer
{
public:
    enum class Mode { Document, Lines };

    Tokenizer(std::string_view source, Mode mode, int firstLine);

    std::optional<std::string_view> next();
    /// The line behind the last token (in Lines: the line after it).
    int line() const { return m_line; }
    Mode mode() const { return m_mode; }

private:
    std::string_view nextLine();
    std::string_view nextToken();
    std::size_t tagEnd(std::size_t start);
    std::size_t outputEnd(std::size_t start);

    std::string_view m_source;
    Mode m_mode;
    int m_line;
    std::size_t m_pos = 0;
    // Once no end is found, none is looked for again: 10⁵ openings would take quadratic time.
    bool m_noTagEnd = false;
    bool m_noOutputEnd = false;
};

} // namespace galley::liquid
