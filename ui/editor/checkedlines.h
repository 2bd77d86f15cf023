// SPDX-License-Identifier: MIT
// CheckedLines: the misspelt words of a text, line by line; a line that was looked at before is not looked at again.
#pragma once

#include "editor/prosestate.h"

#include <functional>
#include <map>
#include <stop_token>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley
{

struct WrongWord {
    int start = 0; ///< UTF-16 units in the line
    int length = 0;

    bool operator==(const WrongWord&) const = default;
};

using WrongLines = std::map<int, std::vector<WrongWord>>; ///< by line of the file, 0-based

class CheckedLines
{
public:
    using IsRight = std::function<bool(const QString& word)>;

    /// Those of the whole text; of its first lines when a stop is requested.
    WrongLines wrongWords(std::string_view text, const IsRight& isRight, const std::stop_token& stop);

    /// Other words are right from now on.
    void forget() { m_lines.clear(); }

private:
    struct Line {
        std::vector<WrongWord> wrong;
        ProseState next;
    };

    /// By a hash of the state a line begins in and of its bytes: two that share one of 2^64 would share their
    /// underlines.
    std::unordered_map<std::size_t, Line> m_lines;
};

} // namespace galley
