// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/jekyll/weburl.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>
#include <string>

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

using Make = Expected<std::string> (*)(const Environment&, const std::string&);

template <Make make>
Value url(const FilterCall& call)
{
    if (call.input.isNil())
        return {};
    const Expected<std::string> made = make(call.context.environment(), toText(urlOf(call.input)));
    return made ? Value(*made) : call.fail("internal: " + made.error().message); // Addressable raises
}

/// Whether the text has a scheme and so stands for itself; an error where it is no URL.
Expected<bool> isAbsolute(const std::string& text)
{
    if (isNormal(rooted(text)))
        return false;
    const Expected<WebUrl> parsed = WebUrl::parse(text);
    return parsed ? Expected<bool>(parsed->scheme.has_value()) : unexpected(parsed.error());
}

Expected<std::string> normalizedText(const std::string& text)
{
    const Expected<WebUrl> parsed = WebUrl::parse(text);
    const Expected<WebUrl> normal = parsed ? parsed->normalized() : parsed;
    return normal ? Expected<std::string>(normal->toString()) : unexpected(normal.error());
}

/// Cuts "index.html" off, at the first "/index.html" (or ".htm") that ends a line.
Value stripIndex(const FilterCall& call)
{
    std::string text = toText(call.input, &call.context);
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

Expected<std::string> relativeUrl(std::string base, const std::string& url)
{
    const Expected<bool> absolute = isAbsolute(url);
    if (!absolute)
        return unexpected(absolute.error());
    if (*absolute)
        return url;
    if (!base.empty() && base.back() == '/')
        base.pop_back();
    const std::string whole = rooted(base) + rooted(url);
    return isNormal(whole) ? whole : normalizedText(whole);
}

Expected<std::string> absoluteUrl(const std::string& site, const std::string& base, const std::string& url)
{
    const Expected<bool> absolute = isAbsolute(url);
    if (!absolute)
        return unexpected(absolute.error());
    if (*absolute)
        return url;
    Expected<std::string> relative = relativeUrl(base, url);
    return site.empty() || !relative ? relative : normalizedText(site + *relative);
}

Expected<std::string> relativeUrl(const Environment& environment, const std::string& url)
{
    return relativeUrl(environment.baseUrl(), url);
}

Expected<std::string> absoluteUrl(const Environment& environment, const std::string& url)
{
    return absoluteUrl(environment.siteUrl(), environment.baseUrl(), url);
}

void addJekyllUrlFilters(Registry& registry)
{
    registry.addFilter({"relative_url", url<relativeUrl>});
    registry.addFilter({"absolute_url", url<absoluteUrl>});
    registry.addFilter({"strip_index", stripIndex});
}

} // namespace galley::liquid
