// SPDX-License-Identifier: MIT
#include "base/oneline.h"

#include "base/unicode.h"

namespace galley
{

static bool isBreak(char32_t c)
{
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t';
}

bool hasLineBreak(std::string_view text)
{
    for (std::size_t pos = 0; pos < text.size();) {
        if (isBreak(unicode::next(text, pos)))
            return true;
    }
    return false;
}

std::string oneLine(std::string_view text)
{
    std::string out;
    std::size_t pos = 0;
    while (pos < text.size()) {
        // A run of blanks and breaks, then what is neither.
        const std::size_t begin = pos;
        bool broken = false;
        std::size_t end = pos;
        while (pos < text.size()) {
            const char32_t c = unicode::next(text, pos);
            if (!isBreak(c) && !isBlank(c))
                break;
            broken = broken || isBreak(c);
            end = pos;
        }
        if (!broken)
            out += text.substr(begin, end - begin);
        else if (!out.empty() && end < text.size())
            out += ' ';
        out += text.substr(end, pos - end);
    }
    return out;
}

} // namespace galley
