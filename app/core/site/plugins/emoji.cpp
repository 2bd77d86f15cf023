// SPDX-License-Identifier: MIT
// jemoji: :name: in a finished page becomes a picture. The names come from the caller's file, the pictures from the
// web.
#include "site/plugins/finishedpage.h"

#include "base/unicode.h"
#include "site/merge.h"

#include <cstdio>

namespace galley::site
{

namespace
{
/// gemoji's file name: code points in hex, without joiners and variation selectors.
std::string fileNameOf(std::string_view characters)
{
    std::string name;
    for (std::size_t at = 0; at < characters.size();) {
        const char32_t point = unicode::next(characters, at);
        if (!name.empty() && (point == 0xFE0F || point == 0x200D))
            continue;
        char hex[9];
        std::snprintf(hex, sizeof hex, "%04x", static_cast<unsigned>(point));
        name += (name.empty() ? "" : "-") + std::string(hex);
    }
    return "unicode/" + name + ".png";
}

std::string picture(const std::string& name, const std::string& source, std::string_view characters)
{
    const std::string slash = !source.empty() && source.back() == '/' ? "" : "/";
    return "<img class=\"emoji\" title=\":" + name + ":\" alt=\":" + name + ":\" src=\"" + source + slash + "emoji/" +
           fileNameOf(characters) + "\" height=\"20\" width=\"20\">";
}

std::string pictured(std::string_view text, const std::string& source, const Hash& names)
{
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = text.find(':'); open != std::string_view::npos; open = text.find(':', open)) {
        const std::size_t close = text.find(':', open + 1);
        if (close == std::string_view::npos)
            break;
        const std::string name(text.substr(open + 1, close - open - 1));
        const Value* characters = names.find(std::string_view(name));
        if (characters && characters->isString()) {
            out += text.substr(at, open - at);
            out += picture(name, source, characters->string());
            at = close + 1;
            open = at;
        } else {
            open = close; // this colon may open the next name
        }
    }
    return out.append(text.substr(at));
}
} // namespace

std::string withEmoji(const std::string& html, const std::string& source, const Hash& names)
{
    return textsChanged(html, {"pre", "code", "tt", "style", "script"},
                        [&](std::string_view text) { return pictured(text, source, names); });
}

} // namespace galley::site
