// SPDX-License-Identifier: MIT
#include "liquid/filteredexpression.h"

#include "liquid/context.h"
#include "liquid/filtercost.h"
#include "liquid/markupparser.h"
#include "liquid/scanner.h"

#include <array>

namespace galley::liquid
{

namespace
{
/// "name: value", whole: the end of the name, or 0 when it is no keyword argument.
std::size_t keywordEnd(std::string_view markup)
{
    std::size_t end = skipWord(markup, 0);
    if (end == 0)
        return 0;
    while (end < markup.size() && (isWordByte(markup[end]) || markup[end] == '-'))
        ++end;
    const std::size_t colon = skipBlanks(markup, end);
    if (colon >= markup.size() || markup[colon] != ':')
        return 0;
    const std::size_t value = skipBlanks(markup, colon + 1);
    const std::size_t length = quotedFragment(markup, value);
    return length > 0 && value + length == markup.size() ? end : 0;
}

/// A filter with its arguments in lax markup: blanks, quoted fragments and commas in a row.
std::size_t filterRun(std::string_view text, std::size_t pos)
{
    std::size_t end = pos;
    while (end < text.size()) {
        std::size_t length = skipBlanks(text, end) - end;
        if (length == 0)
            length = quotedFragment(text, end);
        if (length == 0 && text[end] == ',')
            length = 1;
        if (length == 0)
            break;
        end += length;
    }
    return end - pos;
}

/// An argument behind ':' or ',': /\s*((?:\w+\s*:\s*)?QuotedFragment)/. Its length, with its start in `start`.
std::size_t looseArgument(std::string_view text, std::size_t pos, std::size_t& start)
{
    start = skipBlanks(text, pos);
    const std::size_t nameEnd = skipWord(text, start);
    if (nameEnd > start) {
        const std::size_t colon = skipBlanks(text, nameEnd);
        if (colon < text.size() && text[colon] == ':') {
            const std::size_t value = skipBlanks(text, colon + 1);
            if (const std::size_t length = quotedFragment(text, value))
                return value + length - start;
        }
    }
    return quotedFragment(text, start);
}

constexpr std::size_t fewArguments = 8;
} // namespace

FilteredExpression FilteredExpression::parse(std::string_view markup, const Registry& registry, std::string& warning)
{
    FilteredExpression out;
    if (out.parseStrictly(markup, registry, warning))
        return out;
    FilteredExpression loose;
    loose.parseLoosely(markup, registry);
    return loose;
}

bool FilteredExpression::parseStrictly(std::string_view markup, const Registry& registry, std::string& error)
{
    MarkupParser parser(markup);
    if (parser.look(TokenKind::End))
        return true;
    m_expression = Expression::parse(parser.expression());
    while (parser.accept(TokenKind::Pipe)) {
        Application application;
        application.filter = registry.filter(parser.consume(TokenKind::Identifier));
        if (parser.accept(TokenKind::Colon)) {
            do
                addArgument(application, parser.argument());
            while (parser.accept(TokenKind::Comma));
        }
        m_filters.push_back(std::move(application));
    }
    parser.consume(TokenKind::End);
    if (parser.failed())
        error = parser.error();
    return !parser.failed();
}

void FilteredExpression::parseLoosely(std::string_view markup, const Registry& registry)
{
    const std::size_t start = findQuotedFragment(markup, 0);
    if (start == std::string_view::npos)
        return;
    const std::size_t length = quotedFragment(markup, start);
    m_expression = Expression::parse(markup.substr(start, length));
    const std::size_t pipe = markup.find('|', start + length);
    if (pipe == std::string_view::npos)
        return;
    const std::string_view filters = markup.substr(skipBlanks(markup, pipe + 1));
    for (std::size_t pos = 0; pos < filters.size();) {
        const std::size_t run = filterRun(filters, pos);
        if (run > 0)
            parseFilterLoosely(filters.substr(pos, run), registry);
        pos += run > 0 ? run : 1;
    }
}

void FilteredExpression::parseFilterLoosely(std::string_view markup, const Registry& registry)
{
    std::size_t name = 0;
    while (name < markup.size() && !isWordByte(markup[name]))
        ++name;
    if (name == markup.size())
        return;
    Application application;
    application.filter = registry.filter(markup.substr(name, skipWord(markup, name) - name));
    for (std::size_t pos = 0; pos < markup.size(); ++pos) {
        if (markup[pos] != ':' && markup[pos] != ',')
            continue;
        std::size_t start = 0;
        const std::size_t length = looseArgument(markup, pos + 1, start);
        if (length == 0)
            continue;
        addArgument(application, markup.substr(start, length));
        pos = start + length - 1;
    }
    m_filters.push_back(std::move(application));
}

void FilteredExpression::addArgument(Application& application, std::string_view markup)
{
    const std::size_t end = keywordEnd(markup);
    if (end == 0) {
        application.arguments.push_back(Expression::parse(markup));
        return;
    }
    const std::size_t colon = markup.find(':', end);
    Keyword keyword;
    keyword.name = markup.substr(0, end);
    keyword.value = Expression::parse(markup.substr(colon + 1));
    application.keywords.push_back(std::move(keyword));
}

Value FilteredExpression::evaluate(Context& context) const
{
    Value value = m_expression.evaluate(context);
    for (const Application& application : m_filters) {
        if (context.failed() || context.halted())
            return {};
        if (application.filter)
            value = apply(context, application, value);
        if (value.isString() && !context.admits(value.string().size()))
            return {};
    }
    return value;
}

Value FilteredExpression::apply(Context& context, const Application& application, const Value& input)
{
    std::array<Value, fewArguments> few; // most filters take one or two: no allocation
    std::vector<Value> many;
    const std::size_t count = application.arguments.size() + (application.keywords.empty() ? 0 : 1);
    if (count > few.size())
        many.resize(count);
    Value* arguments = count > few.size() ? many.data() : few.data();
    for (std::size_t i = 0; i < application.arguments.size(); ++i)
        arguments[i] = application.arguments[i].evaluate(context);
    if (!application.keywords.empty()) {
        Hash keywords;
        for (const Keyword& keyword : application.keywords)
            keywords.set(keyword.name, keyword.value.evaluate(context));
        arguments[count - 1] = Value(std::move(keywords));
    }
    const Filter& filter = *application.filter;
    const FilterCall call{context, input, {arguments, count}};
    if (context.failed())
        return {};
    const auto given = static_cast<int>(count);
    if (given >= filter.required && given <= filter.allowed)
        return context.charge(costOf(call, filter.walk)) ? filter.apply(call) : Value();
    const std::string expected = std::to_string(filter.required + 1);
    return call.fail("wrong number of arguments (given " + std::to_string(given + 1) + ", expected " + expected +
                     (filter.allowed > filter.required ? ".." + std::to_string(filter.allowed + 1) : "") + ")");
}

} // namespace galley::liquid
