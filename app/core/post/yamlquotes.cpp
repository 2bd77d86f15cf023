// SPDX-License-Identifier: MIT
#include "post/yamlquotes.h"

#include "post/yamlchars.h"

namespace galley::yaml
{

std::size_t skipProperties(std::string_view text, std::size_t offset)
{
    std::size_t pos = offset;
    while (pos < text.size() && (text[pos] == '&' || text[pos] == '!')) {
        while (pos < text.size() && !isSpace(text[pos]))
            ++pos;
        while (pos < text.size() && isSpace(text[pos]))
            ++pos;
        while (pos < text.size() && text[pos] == '#') { // a comment may stand between the properties and the content
            pos = std::min(text.find('\n', pos), text.size());
            while (pos < text.size() && isSpace(text[pos]))
                ++pos;
        }
    }
    return pos;
}

std::size_t quotedEnd(std::string_view text, std::size_t offset)
{
    const char quote = text[offset];
    for (std::size_t pos = offset + 1; pos < text.size(); ++pos) {
        if (quote == '"' && text[pos] == '\\')
            ++pos;
        else if (text[pos] == quote) {
            if (quote == '"' || pos + 1 >= text.size() || text[pos + 1] != '\'')
                return pos + 1;
            ++pos;
        }
    }
    return std::string_view::npos;
}

} // namespace galley::yaml
