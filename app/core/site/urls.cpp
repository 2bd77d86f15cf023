// SPDX-License-Identifier: MIT
#include "site/urls.h"

#include "base/unicode.h"
#include "liquid/jekyll/weburl.h"

#include <algorithm>

#include <vector>

namespace galley::site
{

namespace
{
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}
} // namespace

std::string escapePath(std::string_view path)
{
    static constexpr std::string_view kept = "-._~!$&'()*+,;=:@/?"; // RFC 3986: unreserved, sub-delims, pchar
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(path.size());
    for (const char c : path) {
        if (isPlain(c) || kept.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

// /^[a-zA-Z0-9.\/-]+$/ of any line: Jekyll takes the whole text as it is then.
static bool hasPlainLine(std::string_view text)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!line.empty() && std::all_of(line.begin(), line.end(),
                                         [](char c) { return isPlain(c) || c == '.' || c == '/' || c == '-'; }))
            return true;
        begin = end + 1;
    }
    return false;
}

Expected<std::string> escapedPlaceholder(std::string_view text)
{
    if (text.empty() || hasPlainLine(text))
        return std::string(text);
    Expected<std::string> encoded = liquid::encodedUrl(text);
    if (!encoded)
        return encoded;
    if (const std::size_t hash = encoded->find('#'); hash != std::string::npos)
        encoded->replace(hash, 1, "%23");
    return encoded;
}

std::string unescapePath(std::string_view path)
{
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '%' && i + 2 < path.size() && hexDigit(path[i + 1]) >= 0 && hexDigit(path[i + 2]) >= 0) {
            out += static_cast<char>(hexDigit(path[i + 1]) * 16 + hexDigit(path[i + 2]));
            i += 2;
        } else {
            out += path[i];
        }
    }
    return out;
}

std::string sanitizedUrl(std::string_view url)
{
    std::string clean = "/" + std::string(url);
    replaceAll(clean, "..", "/");
    replaceAll(clean, "./", "");
    std::string out;
    for (const char c : clean) {
        if (c != '/' || out.empty() || out.back() != '/')
            out += c;
    }
    return out;
}

std::string slug(std::string_view text, SlugMode mode, bool keepCase)
{
    static constexpr std::string_view pretty = "._~!$&'()+,;=@";
    std::string out;
    bool gap = false;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = pos;
        const char32_t c = unicode::next(text, pos);
        const bool kept = unicode::isAlnum(c) || (mode == SlugMode::Pretty && c < 0x80 &&
                                                  pretty.find(static_cast<char>(c)) != std::string_view::npos);
        if (!kept) {
            gap = true;
            continue;
        }
        if (gap && !out.empty())
            out += '-';
        gap = false;
        out += text.substr(start, pos - start);
    }
    return keepCase ? out : unicode::toLower(out);
}

std::string titleOfSlug(std::string_view slug)
{
    std::string title;
    while (!slug.empty() && slug.back() == '-') // Ruby's split drops empty parts at the end
        slug.remove_suffix(1);
    for (std::size_t start = 0; start <= slug.size() && !slug.empty();) {
        const std::size_t end = std::min(slug.find('-', start), slug.size());
        const std::string_view word = slug.substr(start, end - start);
        if (start > 0)
            title += ' ';
        if (!word.empty()) {
            std::size_t first = 0;
            unicode::next(word, first);
            title += unicode::toUpper(word.substr(0, first)) + unicode::toLower(word.substr(first));
        }
        start = end + 1;
    }
    return title;
}

std::string rooted(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string_view part = path.substr(start, end - start);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        start = end + 1;
    }
    std::string out;
    for (const std::string_view part : parts)
        out.append("/").append(part);
    return out.empty() ? "/" : out;
}

std::string extensionOf(std::string_view name)
{
    const std::size_t slash = name.rfind('/');
    const std::string_view base = slash == std::string_view::npos ? name : name.substr(slash + 1);
    const std::size_t dot = base.rfind('.');
    if (dot == std::string_view::npos || base.find_first_not_of('.') > dot)
        return {};
    return std::string(base.substr(dot));
}

std::string stemOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    const std::string_view base = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return std::string(base.substr(0, base.size() - extensionOf(base).size()));
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

} // namespace galley::site
