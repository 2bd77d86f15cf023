// SPDX-License-Identifier: MIT
// Addressable::URI#normalize.
#include "liquid/jekyll/weburl.h"

#include "base/normalform.h"
#include "base/unicode.h"
#include "liquid/jekyll/asciihost.h"
#include "liquid/jekyll/percent.h"
#include "liquid/scanner.h"

#include <algorithm>
#include <array>
#include <vector>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;
constexpr std::string_view pathCharacters = "!$&'()*+,;=:@";
constexpr std::string_view hostCharacters = "!$&'()*+,;=[:]";
constexpr std::string_view fragmentCharacters = "!$&'()*+,;=:@/?";
constexpr std::string_view queryCharacters = "!$'()*+,=:@/?%";

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t end = text.find(separator);
        out.push_back(text.substr(0, end));
        if (end == npos)
            return out;
        text.remove_prefix(end + 1);
    }
}

// gsub! with a text: whether it changed anything.
bool replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    bool changed = false;
    for (std::size_t at = text.find(from); at != npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
        changed = true;
    }
    return changed;
}

// gsub!(/\/\.\/|\/\.$/, "/"). What was put in is not read again: "/././" is "/./" then.
bool withoutCurrent(std::string& path)
{
    std::string out;
    bool changed = false;
    for (std::size_t at = 0; at < path.size();) {
        const bool dot = path.compare(at, 3, "/./") == 0 || (path.compare(at, 2, "/.") == 0 && at + 2 == path.size());
        out += path[at];
        changed = changed || dot;
        at += dot ? 3 : 1;
    }
    path = std::move(out);
    return changed;
}

// The first "/x/../" goes, and so does each other one like it; or "/x/.." at the end.
bool withoutParent(std::string& path)
{
    for (std::size_t slash = path.find('/'); slash != npos; slash = path.find('/', slash + 1)) {
        const std::size_t end = path.find('/', slash + 1);
        if (end == npos)
            return false;
        const std::string segment = path.substr(slash, end - slash);
        if (path.compare(end, 4, "/../") == 0) {
            // The expression's other half, with nothing before it, is an empty segment at the end.
            const bool replaced = replaceAll(path, segment + "/../", "/");
            if (path.ends_with("//.."))
                path.resize(path.size() - 3);
            return replaced;
        }
        if (path.compare(end, npos, "/..") == 0) {
            path.resize(slash + 1);
            return true;
        }
    }
    return false;
}

// gsub!(/^\.\.?\/?/, ""): dots at the beginning.
bool withoutDots(std::string& path)
{
    if (!path.starts_with('.'))
        return false;
    std::size_t end = path.starts_with("..") ? 2 : 1;
    end += end < path.size() && path[end] == '/' ? 1 : 0;
    path.erase(0, end);
    return true;
}

// gsub!(/^\/\.\.?\/|^(\/\.\.?)+\/?$/, "/").
bool withoutPrefixedParent(std::string& path)
{
    for (const std::string_view prefix : {"/../", "/./"}) {
        if (path.starts_with(prefix)) {
            path.replace(0, prefix.size(), "/");
            return true;
        }
    }
    std::size_t at = 0;
    while (path.compare(at, 2, "/.") == 0)
        at += path.compare(at, 3, "/..") == 0 ? 3 : 2;
    const bool whole = at > 0 && (at == path.size() || path.compare(at, npos, "/") == 0);
    if (whole)
        path = "/";
    return whole;
}

// RFC 3986, 5.2.4, step by step as Addressable takes it: its answers differ where slashes stand twice.
std::string withoutDotSegments(std::string path)
{
    while (withoutCurrent(path) || withoutParent(path) || withoutDots(path) || withoutPrefixedParent(path)) {
    }
    return path;
}

std::string normalizedPath(const WebUrl& url, std::string_view scheme)
{
    std::string out;
    bool first = true;
    for (const std::string_view segment : splitAt(stripped(url.path), '/')) {
        out += first ? "" : "/";
        first = false;
        out += normalizedComponent(segment, pathCharacters);
    }
    out = withoutDotSegments(std::move(out));
    const bool web = scheme == "http" || scheme == "https" || scheme == "ftp" || scheme == "tftp";
    return out.empty() && web ? "/" : out;
}

bool isDefaultPort(std::string_view scheme, std::string_view port)
{
    using Entry = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Entry, 13> ports{Entry{"http", "80"},      Entry{"https", "443"}, Entry{"ftp", "21"},
                                                 Entry{"tftp", "69"},      Entry{"sftp", "22"},   Entry{"ssh", "22"},
                                                 Entry{"svn+ssh", "22"},   Entry{"telnet", "23"}, Entry{"nntp", "119"},
                                                 Entry{"gopher", "70"},    Entry{"wais", "210"},  Entry{"ldap", "389"},
                                                 Entry{"prospero", "1525"}};
    return std::any_of(ports.begin(), ports.end(),
                       [&](const Entry& entry) { return entry.first == scheme && entry.second == port; });
}

std::string normalizedHost(std::string_view host)
{
    host = stripped(host);
    if (host.empty())
        return {};
    std::string result = asciiHost(percentDecoded(unicode::toLower(host)));
    if (result.size() > 1 && result.back() == '.' && result[result.size() - 2] != '.')
        result.pop_back();
    return normalizedComponent(result, hostCharacters);
}

std::string normalizedAuthority(const WebUrl& url, std::string_view scheme)
{
    const bool isBlank = isBlankText(url.user.value_or("")) && isBlankText(url.password.value_or(""));
    std::string out;
    if (url.user && !(isBlank && scheme.find("http") != npos)) {
        out = normalizedComponent(stripped(*url.user), {});
        if (url.password)
            out += ":" + normalizedComponent(stripped(*url.password), {});
        out += "@";
    }
    out += normalizedHost(*url.host);
    if (url.port && !isDefaultPort(scheme, *url.port))
        out += ":" + *url.port;
    return out;
}

std::optional<std::string> normalizedQuery(std::string_view query)
{
    std::string out;
    bool first = true;
    for (const std::string_view pair : splitAt(query, '&')) {
        out += first ? "" : "&";
        first = false;
        const std::string decoded = percentDecoded(pair, "+");
        const bool isText = unicode::firstInvalid(decoded) == npos;
        out += isText ? percentEncoded(unicode::composed(decoded, unicode::Form::Compatibility), queryCharacters)
                      : percentEncoded(decoded, reservedCharacters);
    }
    return out.empty() ? std::nullopt : std::optional(out);
}
} // namespace

std::string normalizedComponent(std::string_view text, std::string_view kept)
{
    const std::string decoded = percentDecoded(text);
    const bool isText = unicode::firstInvalid(decoded) == npos;
    return isText ? percentEncoded(unicode::composed(decoded, unicode::Form::Compatibility), kept)
                  : percentEncoded(decoded, reservedCharacters);
}

Expected<WebUrl> WebUrl::normalized() const
{
    WebUrl out;
    std::string name;
    if (scheme) {
        name = unicode::toLower(*scheme);
        name = name == "ssh+svn" ? "svn+ssh" : name;
        out.scheme = name;
    }
    if (host) {
        if (const auto valid = out.setAuthority(normalizedAuthority(*this, name)); !valid)
            return unexpected(valid.error());
    }
    out.setPath(normalizedPath(*this, name));
    if (query)
        out.query = normalizedQuery(*query);
    if (fragment) {
        const std::string text = normalizedComponent(*fragment, fragmentCharacters);
        out.fragment = text.empty() ? std::nullopt : std::optional(text);
    }
    if (const auto valid = out.validated(); !valid)
        return unexpected(valid.error());
    return out;
}

} // namespace galley::liquid
