// SPDX-License-Identifier: MIT
#include "layout/mathtext.h"

#include "base/htmlscanner.h"
#include "base/limits.h"

namespace galley
{

/// Where the formula ends that begins at `from`: braces in it are closed; npos when it does not end. As formulas.js
/// looks for it, so that preview and stand-alone page set the same.
static std::size_t endOfFormula(std::string_view text, std::size_t from, std::string_view close)
{
    int depth = 0;
    const std::size_t last = std::min(text.size(), from + limits::mathBytes);
    for (std::size_t i = from; i < last; ++i) {
        if (depth <= 0 && text.compare(i, close.size(), close) == 0)
            return i;
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '{')
            ++depth;
        else if (text[i] == '}')
            --depth;
    }
    return std::string_view::npos;
}

std::string withMathSet(std::string_view text, const std::function<std::string(std::string_view, bool)>& set)
{
    std::string out;
    std::size_t copied = 0;
    bool endless[2] = {false, false}; // an opening that is not closed is not looked at again: the square of the time
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
        const char opener = at + 1 < text.size() ? text[at + 1] : '\0';
        const bool display = opener == '[';
        if ((opener != '(' && !display) || endless[display])
            continue;
        const std::size_t end = endOfFormula(text, at + 2, display ? "\\]" : "\\)");
        endless[display] = end == std::string_view::npos;
        if (endless[display])
            continue;
        const std::string html = set(decodedAttribute(text.substr(at + 2, end - at - 2)), display);
        if (html.empty())
            continue;
        out += text.substr(copied, at - copied);
        out += html;
        copied = end + 2;
        at = end + 1;
    }
    out += text.substr(copied);
    return out;
}

} // namespace galley
