// SPDX-License-Identifier: MIT
#include "base/unicode.h"
#include "liquid/context.h"
#include "liquid/filters/base64.h"
#include "liquid/filters/filters.h"
#include "liquid/htmltext.h"
#include "liquid/rubytext.h"

namespace galley::liquid
{

namespace
{
/// Each line break, with the \r before it, becomes `with`.
std::string withBreaks(std::string_view text, std::string_view with)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const bool pair = text[pos] == '\r' && pos + 1 < text.size() && text[pos + 1] == '\n';
        if (pair || text[pos] == '\n')
            out += with;
        else
            out += text[pos];
        pos += pair ? 1 : 0;
    }
    return out;
}

std::string brokenByTags(std::string_view text)
{
    return withBreaks(text, "<br />\n");
}
std::string withoutBreaks(std::string_view text)
{
    return withBreaks(text, {});
}

template <std::string (*function)(std::string_view)>
Value mapped(const FilterCall& call)
{
    std::string buffer;
    return function(textOf(call.input, buffer, &call.context));
}

/// The same, but nil stays nil.
template <std::string (*function)(std::string_view)>
Value mappedUnlessNil(const FilterCall& call)
{
    return call.input.isNil() ? Value() : mapped<function>(call);
}

Value urlDecode(const FilterCall& call)
{
    if (call.input.isNil())
        return {};
    std::string buffer;
    std::string out = urlDecoded(textOf(call.input, buffer, &call.context));
    if (unicode::firstInvalid(out) != std::string::npos)
        return call.fail("invalid byte sequence in UTF-8");
    return out;
}

template <Base64 alphabet>
Value encode(const FilterCall& call)
{
    std::string buffer;
    return base64Encoded(textOf(call.input, buffer, &call.context), alphabet);
}

template <Base64 alphabet>
Value decode(const FilterCall& call)
{
    std::string buffer;
    if (auto decoded = base64Decoded(textOf(call.input, buffer, &call.context), alphabet))
        return *std::move(decoded);
    return call.fail(alphabet == Base64::Standard ? "invalid base64 provided to base64_decode"
                                                  : "invalid base64 provided to base64_url_safe_decode");
}
} // namespace

void addHtmlFilters(Registry& registry)
{
    registry.addFilter({"escape", mappedUnlessNil<escapedHtml>});
    registry.addFilter({"h", mappedUnlessNil<escapedHtml>});
    registry.addFilter({"escape_once", mapped<escapedHtmlOnce>});
    registry.addFilter({"strip_html", mapped<strippedHtml>});
    registry.addFilter({"strip_newlines", mapped<withoutBreaks>});
    registry.addFilter({"newline_to_br", mapped<brokenByTags>});
    registry.addFilter({"url_encode", mappedUnlessNil<urlEncoded>});
    registry.addFilter({"url_decode", urlDecode});
    registry.addFilter({"base64_encode", encode<Base64::Standard>});
    registry.addFilter({"base64_decode", decode<Base64::Standard>});
    registry.addFilter({"base64_url_safe_encode", encode<Base64::UrlSafe>});
    registry.addFilter({"base64_url_safe_decode", decode<Base64::UrlSafe>});
}

} // namespace galley::liquid
