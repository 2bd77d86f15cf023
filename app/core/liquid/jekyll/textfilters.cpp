// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/htmltext.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/jekyll/json.h"
#include "liquid/jekyll/slug.h"
#include "liquid/jekyll/weburl.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <chrono>

namespace galley::liquid
{

namespace
{
/// Ruby calls a method of String that other classes lack.
Value needsText(const FilterCall& call)
{
    return call.fail("internal: " + std::string(className(call.input)) + " is no text");
}

/// & < > " ' as a text in an XML attribute (String#encode with xml: :attr).
std::string xmlEscaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&apos;"; break;
        default: out += c;
        }
    }
    return out;
}

Value xmlEscape(const FilterCall& call)
{
    std::string buffer;
    return xmlEscaped(textOf(call.input, buffer, &call.context));
}

Value cgiEscape(const FilterCall& call)
{
    return call.input.isString() ? Value(urlEncoded(call.input.string())) : needsText(call);
}

Value uriEscape(const FilterCall& call)
{
    if (call.input.isNil())
        return {};
    return call.input.isString() ? Value(normalizedComponent(call.input.string(), reservedCharacters))
                                 : needsText(call);
}

Value normalizeWhitespace(const FilterCall& call)
{
    std::string buffer, out;
    bool gap = false;
    for (const char c : textOf(call.input, buffer, &call.context)) {
        if (!isBlankByte(c))
            out += c;
        else if (!gap)
            out += ' ';
        gap = isBlankByte(c);
    }
    return stripped(out);
}

Value numberOfWords(const FilterCall& call)
{
    if (!call.input.isString())
        return needsText(call);
    const WordCount count = countWords(call.input.string());
    const std::string mode = toText(call.argument(0), &call.context);
    const bool cjk = mode == "cjk" || (mode == "auto" && count.cjk > 0);
    return static_cast<std::int64_t>(cjk ? count.cjk + count.others : count.blanks);
}

Value slugify(const FilterCall& call)
{
    if (call.input.isNil())
        return {};
    if (!call.input.isString())
        return needsText(call);
    const std::string mode = call.argument(0).isNil() ? "default" : toText(call.argument(0), &call.context);
    return slugified(call.input.string(), mode);
}

Value jsonify(const FilterCall& call)
{
    return toJson(call.input, call.context);
}
Value inspected(const FilterCall& call)
{
    // The drop itself is written as JSON, one in a list as its object.
    const auto* drop = call.input.isDrop() ? dynamic_cast<const ObjectDrop*>(&call.input.drop()) : nullptr;
    return xmlEscaped(drop && drop->isEnumerable() ? toPrettyJson(call.input, call.context)
                                                   : inspect(call.input, &call.context));
}

Value toIntegerValue(const FilterCall& call)
{
    if (call.input.isBool())
        return call.input.boolean() ? 1 : 0;
    const Value& input = call.input; // Ruby's other classes have no to_i
    const bool isNumeric = input.isNil() || input.isNumber() || input.isString() || input.isDateTime();
    return isNumeric ? Value(toIntegerLoosely(input)) : needsText(call);
}

Value resultOf(const FilterCall& call, Expected<std::string> result)
{
    if (result)
        return *std::move(result);
    call.context.fail(result.error());
    return {};
}

Value markdownify(const FilterCall& call)
{
    std::string buffer;
    return resultOf(call, call.context.environment().markdownify(textOf(call.input, buffer, &call.context)));
}

Value smartify(const FilterCall& call)
{
    std::string buffer;
    return resultOf(call, call.context.environment().smartify(textOf(call.input, buffer, &call.context)));
}

template <bool indented>
Value sass(const FilterCall& call)
{
    std::string buffer;
    const auto begin = std::chrono::steady_clock::now();
    const auto css = call.context.environment().sassToCss(textOf(call.input, buffer, &call.context), indented,
                                                          call.context.options().stop);
    const auto taken = std::chrono::steady_clock::now() - begin;
    call.context.charge(limits::liquidWorkPerMillisecond *
                        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(taken).count()));
    return resultOf(call, css);
}
} // namespace

void addJekyllTextFilters(Registry& registry)
{
    registry.addFilter({"xml_escape", xmlEscape});
    registry.addFilter({"cgi_escape", cgiEscape});
    registry.addFilter({"uri_escape", uriEscape});
    registry.addFilter({"normalize_whitespace", normalizeWhitespace});
    registry.addFilter({"number_of_words", numberOfWords, 0, 1});
    registry.addFilter({"slugify", slugify, 0, 1});
    registry.addFilter({"jsonify", jsonify});
    registry.addFilter({"inspect", inspected});
    registry.addFilter({"to_integer", toIntegerValue});
    registry.addFilter({"markdownify", markdownify});
    registry.addFilter({"smartify", smartify});
    registry.addFilter({"sassify", sass<true>});
    registry.addFilter({"scssify", sass<false>});
}

} // namespace galley::liquid
