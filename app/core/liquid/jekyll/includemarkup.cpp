// SPDX-License-Identifier: MIT
#include "liquid/jekyll/includemarkup.h"

#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
constexpr auto npos = std::string_view::npos;

struct Parameter {
    std::string name;
    Expression value;
    std::size_t end = 0;
};

std::size_t skipName(std::string_view text, std::size_t pos, std::string_view more)
{
    while (pos < text.size() && (isWordByte(text[pos]) || more.find(text[pos]) != npos))
        ++pos;
    return pos;
}

/// A quoted text from `pos`; a backslash before its quote is taken off. The end behind the quote, or npos.
std::size_t readQuoted(std::string_view text, std::size_t pos, std::string& out)
{
    const char quote = text[pos];
    for (++pos; pos < text.size(); ++pos) {
        if (text[pos] == quote)
            return pos + 1;
        if (text[pos] == '\\' && pos + 1 < text.size()) {
            if (text[++pos] != quote)
                out += '\\';
        }
        out += text[pos];
    }
    return npos;
}

/// A literal text as an expression, whatever quotes it holds.
Expression literalText(std::string text)
{
    return Expression(Value(std::move(text)));
}

/// `name = value` at `pos`; end 0 when there is none.
Parameter readParameter(std::string_view text, std::size_t pos)
{
    Parameter out;
    const std::size_t nameEnd = skipName(text, pos, "-");
    const std::size_t equals = skipBlanks(text, nameEnd);
    if (nameEnd == pos || equals >= text.size() || text[equals] != '=')
        return out;
    out.name = text.substr(pos, nameEnd - pos);
    const std::size_t value = skipBlanks(text, equals + 1);
    if (value >= text.size())
        return out;
    if (text[value] == '"' || text[value] == '\'') {
        std::string content;
        const std::size_t end = readQuoted(text, value, content);
        out.end = end == npos ? 0 : end;
        out.value = literalText(std::move(content));
        return out;
    }
    const std::size_t end = skipName(text, value, ".-");
    out.value = Expression::parse(text.substr(value, end - value));
    out.end = end > value ? end : 0;
    return out;
}

bool readParameters(std::string_view text, IncludeMarkup& out)
{
    for (std::size_t pos = skipBlanks(text, 0); pos < text.size();) {
        Parameter parameter = readParameter(text, pos);
        const bool ends = parameter.end > 0 && (parameter.end == text.size() || isBlankByte(text[parameter.end]));
        if (!ends)
            return false;
        pos = skipBlanks(text, parameter.end);
        out.parameters.emplace_back(std::move(parameter.name), std::move(parameter.value));
    }
    return true;
}

/// The end of a name with outputs in it: the last "}}" of one, and what follows up to a blank or brace.
std::size_t dynamicNameEnd(std::string_view markup)
{
    std::size_t end = 0;
    for (std::size_t open = markup.find("{{"); open != npos; open = markup.find("{{", end)) {
        const std::size_t name = skipBlanks(markup, open + 2);
        const std::size_t nameEnd = skipName(markup, name, "-.");
        std::size_t close = skipBlanks(markup, nameEnd);
        const bool filtered = close < markup.size() && markup[close] == '|';
        close = markup.find("}}", close);
        if (nameEnd == name || close == npos || (!filtered && skipBlanks(markup, nameEnd) != close))
            break;
        end = close + 2;
        while (end < markup.size() && !isBlankByte(markup[end]) && markup[end] != '{' && markup[end] != '}')
            ++end;
        // A further output must follow at once, or after text without braces, to belong to the name.
        const std::size_t next = markup.find_first_of("{=", end);
        if (next == npos || markup.substr(next, 2) != "{{")
            break;
    }
    return end;
}
} // namespace

Expected<IncludeMarkup> parseIncludeMarkup(std::string_view markup)
{
    markup = stripped(markup);
    IncludeMarkup out;
    std::size_t end = dynamicNameEnd(markup);
    out.isDynamic = end > 0;
    if (!out.isDynamic)
        end = static_cast<std::size_t>(std::find_if(markup.begin(), markup.end(), isBlankByte) - markup.begin());
    out.file = stripped(markup.substr(0, end));
    out.hasParameters = out.isDynamic || end < markup.size();
    if (readParameters(markup.substr(end), out))
        return out;
    Error error;
    error.message = "Invalid syntax for include tag:\n\n" + std::string(stripped(markup.substr(end))) +
                    "\n\nValid syntax:\n\n{% include file.ext param='value' param2='value' %}\n";
    return unexpected(std::move(error));
}

bool isIncludeName(std::string_view name)
{
    constexpr std::string_view signs = "/.-()+~#@";
    bool repeated = false;
    for (const char c : name) {
        const bool separator = c == '.' || c == '/';
        if ((separator && repeated) || !(isWordByte(c) || signs.find(c) != npos))
            return false;
        repeated = separator;
    }
    return !name.empty();
}

} // namespace galley::liquid
