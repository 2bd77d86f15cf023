// SPDX-License-Identifier: MIT
#include "layout/mathtext.h"

#include "base/htmlscanner.h"

namespace galley
{

std::string withMathSet(std::string_view text, const std::function<std::string(std::string_view, bool)>& set)
{
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
        const char opener = at + 1 < text.size() ? text[at + 1] : '\0';
        if (opener != '(' && opener != '[')
            continue;
        const bool display = opener == '[';
        const std::size_t end = text.find(display ? "\\]" : "\\)", at + 2);
        if (end == std::string_view::npos)
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
