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

std::optional<Error> openQuote(std::string_view text, const Events& events)
{
    for (const Event& event : events) {
        if (event.kind != Event::Kind::Scalar || event.plain)
            continue;
        const std::size_t start = skipProperties(text, event.offset);
        if (start >= text.size() || (text[start] != '"' && text[start] != '\''))
            continue;
        if (quotedEnd(text, start) == std::string_view::npos)
            return Error{"A quote is opened here and never closed (found unexpected end of stream while "
                         "scanning a quoted"
                         " scalar)",
                         {},
                         lineOf(text, start) + 1};
    }
    return std::nullopt;
}

} // namespace galley::yaml
