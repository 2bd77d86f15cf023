// SPDX-License-Identifier: MIT
#include "liquid/jekyll/weburl.h"

#include "base/unicode.h"
#include "liquid/jekyll/percent.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>
#include <array>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;

Expected<void> invalid(std::string message)
{
    return unexpected(Error{std::move(message), {}, 0});
}

bool isLetterByte(char c)
{
    return isWordByte(c) && !isDigitByte(c) && c != '_';
}

// Ruby's ^: the beginning, and behind each line feed but one at the very end.
bool isLineBegin(std::string_view text, std::size_t at)
{
    return at == 0 || (text[at - 1] == '\n' && at < text.size());
}

// /^([^\[\]]*)@/: where the match begins and where its @ stands.
std::optional<std::pair<std::size_t, std::size_t>> userPart(std::string_view text)
{
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!isLineBegin(text, begin))
            continue;
        const std::size_t bracket = std::min(text.find_first_of("[]", begin), text.size());
        const std::size_t at = text.substr(0, bracket).rfind('@');
        if (at != npos && at >= begin)
            return std::pair(begin, at);
    }
    return std::nullopt;
}

// /:([^:@\[\]]*?)$/: from the colon to the end of its line.
std::optional<std::pair<std::size_t, std::size_t>> portPart(std::string_view text)
{
    for (std::size_t colon = text.find(':'); colon != npos; colon = text.find(':', colon + 1)) {
        const std::size_t end = std::min(text.find_first_of(":@[]\n", colon + 1), text.size());
        if (end == text.size() || text[end] == '\n')
            return std::pair(colon, end);
    }
    return std::nullopt;
}

// /^\d+$/ of any line.
bool hasLineOfDigits(std::string_view text)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!line.empty() && std::all_of(line.begin(), line.end(), isDigitByte))
            return true;
        begin = end + 1;
    }
    return false;
}

// String#to_i, as digits; empty for 0.
std::string leadingNumber(std::string_view text)
{
    text = strippedLeft(text);
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool joins = text[i] == '_' && i > 0 && isDigitByte(text[i - 1]);
        if (!isDigitByte(text[i]) && !joins)
            break;
        if (isDigitByte(text[i]) && (text[i] != '0' || !digits.empty()))
            digits += text[i];
    }
    return digits;
}

bool hasRefusedInHost(std::string_view host)
{
    for (std::size_t pos = 0; pos < host.size();) {
        const char32_t c = unicode::next(host, pos);
        if (unicode::isSpace(c) || (c < 0x80 && std::string_view("<>{}/\\?#@\"").find(static_cast<char>(c)) != npos))
            return true;
    }
    for (std::size_t begin = 0; begin < host.size();) {
        const std::size_t end = std::min(host.find('\n', begin), host.size());
        const std::string_view line = host.substr(begin, end - begin);
        begin = end + 1;
        if (line.size() < 2 || line.front() != '[' || line.back() != ']')
            continue;
        const std::string_view inside = line.substr(1, line.size() - 2);
        return !std::all_of(inside.begin(), inside.end(), [](char c) {
            return isWordByte(c) || std::string_view("-.~!$&'()*+,;=:").find(c) != npos;
        });
    }
    return false;
}

// /^(?!\/)[^\/:]*:.*$/: a colon in the first segment of a line.
bool isAmbiguous(std::string_view path)
{
    for (std::size_t begin = 0; begin < path.size(); ++begin) {
        if (!isLineBegin(path, begin) || path[begin] == '/')
            continue;
        const std::size_t mark = path.find_first_of("/:", begin);
        if (mark != npos && path[mark] == ':')
            return true;
    }
    return false;
}

// The schemes of Addressable's PORT_MAPPING.
bool isIpBased(std::string_view scheme)
{
    constexpr std::array<std::string_view, 13> names{"http",   "https", "ftp",    "tftp", "sftp", "ssh",     "svn+ssh",
                                                     "telnet", "nntp",  "gopher", "wais", "ldap", "prospero"};
    return std::find(names.begin(), names.end(), scheme) != names.end();
}
} // namespace

Expected<void> WebUrl::setScheme(std::string_view text)
{
    const bool valid = !text.empty() && isLetterByte(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetterByte(c) || isDigitByte(c) || c == '.' || c == '+' || c == '-';
    });
    if (!valid)
        return invalid("Invalid scheme format: '" + std::string(text) + "'");
    scheme = std::string(text);
    return {};
}

Expected<void> WebUrl::setAuthority(std::string_view text, EmptyPort emptyPort)
{
    std::string rest(text);
    if (const auto found = userPart(text)) {
        const std::string_view info = stripped(text.substr(found->first, found->second - found->first));
        const std::size_t colon = info.find(':');
        user = std::string(info.substr(0, colon));
        if (colon != npos)
            password = std::string(info.substr(colon + 1, info.find('\n', colon) - colon - 1));
        rest.erase(found->first, found->second + 1 - found->first);
    }
    if (const auto found = portPart(rest))
        rest.erase(found->first, found->second - found->first);
    host = rest;
    const auto found = portPart(text);
    if (!found || (emptyPort == EmptyPort::IsNone && found->second == found->first + 1))
        return {};
    const std::string given = percentDecoded(text.substr(found->first + 1, found->second - found->first - 1));
    if (unicode::firstInvalid(given) != npos)
        return invalid("Invalid encoding in port");
    if (!hasLineOfDigits(given))
        return invalid("Invalid port number: " + inspect(Value(given)));
    const std::string number = leadingNumber(given);
    port = number.empty() ? std::nullopt : std::optional(number);
    return {};
}

void WebUrl::setPath(std::string_view text)
{
    path = host && !text.empty() && text.front() != '/' ? "/" + std::string(text) : std::string(text);
}

std::optional<std::string> WebUrl::authority() const
{
    if (!host)
        return std::nullopt;
    const std::string info = user ? *user + (password ? ":" + *password : "") + "@" : std::string();
    return info + *host + (port ? ":" + *port : "");
}

Expected<void> WebUrl::validated() const
{
    if (scheme && isIpBased(unicode::toLower(*scheme)) && host.value_or("").empty() && path.empty())
        return invalid("Absolute URI missing hierarchical segment: '" + toString() + "'");
    if (path.starts_with("//") && !host)
        return invalid("Cannot have a path with two leading slashes without an authority set: '" + toString() + "'");
    if (host && hasRefusedInHost(*host))
        return invalid("Invalid character in host: '" + *host + "'");
    if (!scheme && isAmbiguous(path))
        return invalid("Cannot assemble URI string with ambiguous path: '" + path + "'");
    return {};
}

Expected<WebUrl> WebUrl::parse(std::string_view text)
{
    if (unicode::firstInvalid(text) != npos)
        return unexpected(Error{"invalid byte sequence in UTF-8", {}, 0});
    WebUrl out;
    if (const std::size_t hash = text.find('#'); hash != npos) {
        out.fragment = std::string(text.substr(hash + 1, text.find('\n', hash) - hash - 1));
        text = text.substr(0, hash);
    }
    if (const std::size_t question = text.find('?'); question != npos) {
        out.query = std::string(text.substr(question + 1));
        text = text.substr(0, question);
    }
    const std::size_t colon = text.find_first_of(":/");
    if (colon != npos && colon > 0 && text[colon] == ':') {
        if (const auto valid = out.setScheme(text.substr(0, colon)); !valid)
            return unexpected(valid.error());
        text.remove_prefix(colon + 1);
    }
    if (text.starts_with("//")) {
        const std::size_t end = std::min(text.find('/', 2), text.size());
        if (const auto valid = out.setAuthority(text.substr(2, end - 2), EmptyPort::IsNone); !valid)
            return unexpected(valid.error());
        text.remove_prefix(end);
    }
    out.setPath(text);
    if (const auto valid = out.validated(); !valid)
        return unexpected(valid.error());
    return out;
}

std::string WebUrl::toString() const
{
    const std::optional<std::string> name = authority();
    return (scheme ? *scheme + ":" : "") + (name ? "//" + *name : "") + path + (query ? "?" + *query : "") +
           (fragment ? "#" + *fragment : "");
}

Expected<std::string> encodedUrl(std::string_view text)
{
    const Expected<WebUrl> parsed = WebUrl::parse(text);
    if (!parsed)
        return unexpected(parsed.error());
    constexpr std::string_view segment = "!$&'()*+,;=:@";
    const std::string inPath = std::string(segment) + "/", inQuery = inPath + "?";
    WebUrl out;
    out.scheme = parsed->scheme;
    if (const auto authority = parsed->authority()) {
        const auto valid = out.setAuthority(percentEncoded(*authority, std::string(segment) + "[]"));
        if (!valid)
            return unexpected(valid.error());
    }
    out.setPath(percentEncoded(parsed->path, inPath));
    if (parsed->query)
        out.query = percentEncoded(*parsed->query, inQuery);
    if (parsed->fragment)
        out.fragment = percentEncoded(*parsed->fragment, inQuery);
    if (const auto valid = out.validated(); !valid)
        return unexpected(valid.error());
    return out.toString();
}

} // namespace galley::liquid
