// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/jekyll/weburl.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
std::string rooted(const std::string& path)
{
    return path.empty() || path.front() == '/' ? path : "/" + path;
}

/// Whether normalizing would change nothing: the common case, and the fast one.
bool isNormal(std::string_view path)
{
    const bool plain = std::all_of(
        path.begin(), path.end(), [](char c) { return isWordByte(c) || c == '/' || c == '-' || c == '.' || c == '~'; });
    return plain && path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos &&
           (path.empty() || path.front() == '/');
}

/// A page or post stands for its URL.
Value urlOf(const Value& input)
{
    if (!input.isDrop())
        return input;
    Value url = input.drop().get("url");
    return url.isNil() ? input : url;
}

/// RFC 3986: a letter, then letters, digits and +-.
bool isScheme(std::string_view text)
{
    const auto isLetter = [](char c) { return isWordByte(c) && !isDigitByte(c) && c != '_'; };
    return isLetter(text.front()) && std::all_of(text.begin(), text.end(), [&isLetter](char c) {
               return isLetter(c) || isDigitByte(c) || c == '+' || c == '-' || c == '.';
           });
}

using Make = std::string (*)(const Environment&, const std::string&);

template <Make make>
Value url(const FilterCall& call)
{
    if (call.input.isNil())
        return {};
    const std::string text = toText(urlOf(call.input));
    const auto scheme = WebUrl::parse(text).scheme;
    if (scheme && !isScheme(*scheme)) // Addressable raises InvalidURIError
        return call.fail("internal: Invalid scheme format: '" + *scheme + "'");
    return make(call.context.environment(), text);
}

/// Cuts "index.html" off, at the first "/index.html" (or ".htm") that ends a line.
Value stripIndex(const FilterCall& call)
{
    std::string text = toText(call.input);
    if (text.empty())
        return {};
    if (!call.input.isString())
        return call.fail("internal: " + std::string(className(call.input)) + " is no text");
    for (const std::string_view name : {"/index.html", "/index.htm"}) {
        const std::size_t found = text.rfind(name);
        if (found != std::string::npos && found + name.size() == text.size())
            return text.substr(0, found + 1);
    }
    return text;
}
} // namespace

std::string relativeUrl(const Environment& environment, const std::string& url)
{
    if (WebUrl::parse(url).scheme)
        return url;
    std::string base = environment.baseUrl();
    if (!base.empty() && base.back() == '/')
        base.pop_back();
    const std::string whole = rooted(base) + rooted(url);
    return isNormal(whole) ? whole : WebUrl::parse(whole).normalized().toString();
}

std::string absoluteUrl(const Environment& environment, const std::string& url)
{
    if (WebUrl::parse(url).scheme)
        return url;
    const std::string site = environment.siteUrl();
    const std::string relative = relativeUrl(environment, url);
    return site.empty() ? relative : WebUrl::parse(site + relative).normalized().toString();
}

void addJekyllUrlFilters(Registry& registry)
{
    registry.addFilter({"relative_url", url<relativeUrl>});
    registry.addFilter({"absolute_url", url<absoluteUrl>});
    registry.addFilter({"strip_index", stripIndex});
}

} // namespace galley::liquid
