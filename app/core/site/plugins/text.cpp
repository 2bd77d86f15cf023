// SPDX-License-Identifier: MIT
#include "site/plugins/text.h"

#include "site/urls.h"

namespace galley::site
{

std::string relativeUrl(const SiteContent& content, std::string_view path)
{
    const std::string base = content.setting("baseurl");
    std::string url = base;
    if (!path.empty() && path.front() != '/')
        url += '/';
    url += path;
    std::string clean;
    for (const char c : url) {
        if (c != '/' || clean.empty() || clean.back() != '/')
            clean += c;
    }
    if (!clean.empty() && clean.front() != '/')
        clean.insert(0, "/");
    std::string escaped = escapePath(clean);
    for (std::size_t at = escaped.find("%25"); at != std::string::npos; at = escaped.find("%25", at + 1))
        escaped.erase(at + 1, 2); // what is escaped already stays
    return escaped;
}

std::string absoluteUrl(const SiteContent& content, std::string_view path)
{
    return content.setting("url") + relativeUrl(content, path);
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
