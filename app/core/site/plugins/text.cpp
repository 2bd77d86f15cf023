// SPDX-License-Identifier: MIT
#include "site/plugins/text.h"

#include "liquid/jekyll/jekyll.h"

namespace galley::site
{

// Where Jekyll would stop at what is no URL, the text stays as it is: the page that holds it says so.
std::string relativeUrl(const SiteContent& content, std::string_view path)
{
    const std::string text(path);
    return liquid::relativeUrl(content.setting("baseurl"), text).value_or(text);
}

std::string absoluteUrl(const SiteContent& content, std::string_view path)
{
    const std::string text(path);
    return liquid::absoluteUrl(content.setting("url"), content.setting("baseurl"), text).value_or(text);
}

std::string jsonString(std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

} // namespace galley::site
