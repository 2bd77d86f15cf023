// SPDX-License-Identifier: MIT
#include "liquid/jekyll/weburl.h"

#include "liquid/scanner.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;
constexpr std::string_view pathCharacters = "!$&'()*+,;=:@";
constexpr std::string_view fragmentCharacters = "!$&'()*+,;=:@/?";
constexpr std::string_view queryCharacters = "!$'()*+,=:@/?%";

int hexDigit(char c)
{
    if (isDigitByte(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// `kept` escapes stay encoded ("+" in queries).
std::string decoded(std::string_view text, std::string_view kept)
{
    std::string out;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const int high = text[pos] == '%' && pos + 2 < text.size() ? hexDigit(text[pos + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[pos + 2]) : -1;
        const char byte = static_cast<char>(high * 16 + low);
        if (low < 0 || kept.find(byte) != npos) {
            out += text[pos];
            continue;
        }
        out += byte;
        pos += 2;
    }
    return out;
}

std::string composed(const std::string& text)
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return text;
    return QString::fromStdString(text).normalized(QString::NormalizationForm_KC).toStdString();
}

std::string encoded(std::string_view text, std::string_view kept)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const char c = text[pos];
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = isWordByte(c) || c == '-' || c == '.' || c == '~' || kept.find(c) != npos;
        const bool keptEscape = c == '%' && plain && text.substr(pos + 1, 2) != "2B" && text.substr(pos + 1, 2) != "2b";
        if (plain && !keptEscape) {
            out += c;
            continue;
        }
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

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

/// RFC 3986, 5.2.4.
std::string withoutDots(std::string_view path)
{
    std::vector<std::string_view> kept;
    const std::vector<std::string_view> segments = splitAt(path, '/');
    const bool rooted = !path.empty() && path.front() == '/';
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool last = i + 1 == segments.size();
        const bool dots = segments[i] == "." || segments[i] == "..";
        if (!dots) {
            kept.push_back(segments[i]);
            continue;
        }
        if (segments[i] == ".." && kept.size() > (rooted ? 1u : 0u))
            kept.pop_back();
        if (last && !kept.empty())
            kept.push_back({});
    }
    std::string out;
    for (std::size_t i = 0; i < kept.size(); ++i)
        out.append(i > 0 ? "/" : "").append(kept[i]);
    return rooted && (out.empty() || out.front() != '/') ? "/" + out : out;
}

std::string normalizedPath(const WebUrl& url)
{
    std::string_view path = stripped(url.path);
    std::string text(path);
    const std::size_t colon = text.find(':');
    if (!url.scheme && colon != std::string::npos && text.find('/') > colon)
        text.replace(colon, 1, "%2F"); // as Addressable does, though a colon is %3A
    std::string out;
    bool first = true;
    for (const std::string_view segment : splitAt(text, '/')) {
        out += first ? "" : "/";
        first = false;
        out += normalizedComponent(segment, pathCharacters);
    }
    out = withoutDots(out);
    const bool web = url.scheme && (*url.scheme == "http" || *url.scheme == "https" || *url.scheme == "ftp");
    return out.empty() && web ? "/" : out;
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

std::string normalizedAuthority(const WebUrl& url)
{
    const std::string& text = *url.authority;
    const std::size_t at = text.rfind('@');
    const std::string user = at == std::string::npos ? std::string() : text.substr(0, at + 1);
    std::string host = lower(text.substr(user.size()));
    for (const auto& [scheme, port] : {std::pair("http", ":80"), std::pair("https", ":443"), std::pair("ftp", ":21")}) {
        const std::string_view suffix = port;
        if (url.scheme && *url.scheme == scheme && host.size() > suffix.size() &&
            std::string_view(host).substr(host.size() - suffix.size()) == suffix)
            host.resize(host.size() - suffix.size());
    }
    return user + host;
}

std::optional<std::string> normalizedQuery(std::string_view query)
{
    std::string out;
    bool first = true;
    for (const std::string_view pair : splitAt(query, '&')) {
        out += first ? "" : "&";
        first = false;
        out += encoded(composed(decoded(pair, "+")), queryCharacters);
    }
    return out.empty() ? std::nullopt : std::optional(out);
}
} // namespace

std::string normalizedComponent(std::string_view text, std::string_view kept)
{
    return encoded(composed(decoded(text, {})), kept);
}

WebUrl WebUrl::parse(std::string_view text)
{
    WebUrl out;
    if (const std::size_t hash = text.find('#'); hash != npos) {
        out.fragment = std::string(text.substr(hash + 1));
        text = text.substr(0, hash);
    }
    if (const std::size_t question = text.find('?'); question != npos) {
        out.query = std::string(text.substr(question + 1));
        text = text.substr(0, question);
    }
    const std::size_t colon = text.find_first_of(":/");
    if (colon != npos && colon > 0 && text[colon] == ':') {
        out.scheme = std::string(text.substr(0, colon));
        text.remove_prefix(colon + 1);
    }
    if (text.substr(0, 2) == "//") {
        const std::size_t end = std::min(text.find('/', 2), text.size());
        out.authority = std::string(text.substr(2, end - 2));
        text.remove_prefix(end);
    }
    out.path = text;
    return out;
}

WebUrl WebUrl::normalized() const
{
    WebUrl out;
    if (scheme)
        out.scheme = lower(*scheme);
    WebUrl lowered = *this;
    lowered.scheme = out.scheme;
    if (authority)
        out.authority = normalizedAuthority(lowered);
    out.path = normalizedPath(lowered);
    if (query)
        out.query = normalizedQuery(*query);
    if (fragment) {
        const std::string text = normalizedComponent(*fragment, fragmentCharacters);
        out.fragment = text.empty() ? std::nullopt : std::optional(text);
    }
    return out;
}

std::string WebUrl::toString() const
{
    return (scheme ? *scheme + ":" : "") + (authority ? "//" + *authority : "") + path + (query ? "?" + *query : "") +
           (fragment ? "#" + *fragment : "");
}

} // namespace galley::liquid
