// SPDX-License-Identifier: MIT
// include and render as Liquid itself has them; Jekyll replaces include, and gives render no file system.
#include "liquid/context.h"
#include "liquid/parser.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"
#include "liquid/segment.h"
#include "liquid/tags/tags.h"

namespace galley::liquid
{

namespace
{
struct PartialMarkup {
    Expression name;
    std::optional<Expression> variable;
    bool each = false; ///< "for" instead of "with"
    std::string alias;
    std::vector<std::pair<std::string, Expression>> attributes;
};

/// A word and what follows it after blanks on both sides; the position of that, or npos.
std::size_t afterWord(std::string_view text, std::size_t pos, std::string_view word)
{
    const std::size_t start = skipBlanks(text, pos);
    const std::size_t end = start + word.size();
    if (start == pos || text.substr(start, word.size()) != word || skipBlanks(text, end) == end)
        return std::string_view::npos;
    return skipBlanks(text, end);
}

/// What may follow the template's name: "with x", "for x", "as y", and attributes anywhere.
void parseRest(std::string_view text, std::size_t pos, PartialMarkup& out)
{
    for (const std::string_view word : {"with", "for"}) {
        const std::size_t start = afterWord(text, pos, word);
        const std::size_t length = start == std::string_view::npos ? 0 : quotedFragments(text, start);
        if (length == 0)
            continue;
        out.variable = Expression::parse(text.substr(start, length));
        out.each = word == "for";
        pos = start + length;
        break;
    }
    if (const std::size_t start = afterWord(text, pos, "as"); start != std::string_view::npos) {
        std::size_t end = start;
        while (end < text.size() && (isWordByte(text[end]) || text[end] == '-'))
            ++end;
        out.alias = text.substr(start, end - start);
    }
    eachAttribute(text, [&out](std::string_view name, std::string_view value) {
        out.attributes.emplace_back(name, Expression::parse(value));
    });
}

std::string variableName(const PartialMarkup& markup, std::string_view name)
{
    return markup.alias.empty() ? std::string(name.substr(name.rfind('/') + 1)) : markup.alias;
}

class Include final : public Node
{
public:
    Include(int line, PartialMarkup markup) : Node(line), m_markup(std::move(markup)) {}

    void render(Context& context, std::string& out) const override
    {
        if (context.includesDisabled())
            return context.fail("include usage is not allowed in this context");
        const Value name = m_markup.name.evaluate(context);
        if (!name.isTruthy())
            return context.fail("Argument error in tag 'include' - Illegal template name");
        const std::string text = toText(name);
        const auto partial = context.environment().partial(text);
        if (!partial)
            return context.fail(partial.error().message);
        const Value variable = m_markup.variable ? m_markup.variable->evaluate(context) : context.find(text);
        const Context::Partial named(context, **partial, text);
        const Context::Scope scope(context);
        if (!context.failed())
            renderFor(context, out, **partial, variableName(m_markup, text), variable);
    }

private:
    void renderFor(Context& context, std::string& out, const Template& partial, const std::string& name,
                   const Value& variable) const
    {
        for (const auto& attribute : m_markup.attributes)
            context.setLocal(attribute.first, attribute.second.evaluate(context));
        if (!variable.isArray()) {
            context.setLocal(name, variable);
            return partial.body().render(context, out);
        }
        for (const Value& each : variable.array()) {
            context.setLocal(name, each);
            partial.body().render(context, out);
        }
    }

    PartialMarkup m_markup;
};

class Render final : public Node
{
public:
    Render(int line, PartialMarkup markup) : Node(line), m_markup(std::move(markup)) {}

    void render(Context& context, std::string& out) const override
    {
        const std::string name = toText(*m_markup.name.literal());
        const auto partial = context.environment().partial(name);
        if (!partial)
            return context.fail(partial.error().message);
        const Value variable = m_markup.variable ? m_markup.variable->evaluate(context) : Value();
        if (!m_markup.each || !(variable.isArray() || variable.isHash() || variable.isRange()))
            return renderOne(context, out, **partial, name, variable, nullptr);
        const Segment segment(variable, 0, std::nullopt);
        const auto loop = std::make_shared<ForLoop>(name, segment.size(), Value());
        for (std::int64_t i = 0; i < segment.size() && context.step(out); ++i) {
            renderOne(context, out, **partial, name, segment.at(i), loop);
            loop->advance();
        }
    }

private:
    void renderOne(Context& context, std::string& out, const Template& partial, const std::string& name,
                   const Value& variable, const std::shared_ptr<const Drop>& loop) const
    {
        std::vector<std::pair<std::string, Value>> values;
        for (const auto& attribute : m_markup.attributes)
            values.emplace_back(attribute.first, attribute.second.evaluate(context));
        const Context::Partial named(context, partial, name);
        const Context::Isolation isolation(context);
        if (context.failed())
            return;
        if (loop)
            context.setLocal("forloop", loop);
        for (auto& value : values)
            context.setLocal(value.first, std::move(value.second));
        if (!variable.isNil())
            context.setLocal(variableName(m_markup, name), variable);
        partial.body().render(context, out);
    }

    PartialMarkup m_markup;
};

NodePtr parseInclude(Parser& parser, const TagMarkup& markup)
{
    const std::size_t start = findQuotedFragment(markup.text, 0);
    if (start == std::string_view::npos) {
        parser.fail("Error in tag 'include' - Valid syntax: include '[template]' (with|for) [object|collection]");
        return nullptr;
    }
    PartialMarkup parsed;
    const std::size_t length = quotedFragments(markup.text, start);
    parsed.name = Expression::parse(markup.text.substr(start, length));
    parseRest(markup.text, start + length, parsed);
    return std::make_unique<Include>(markup.line, std::move(parsed));
}

NodePtr parseRender(Parser& parser, const TagMarkup& markup)
{
    std::size_t start = markup.text.find_first_of("\"'");
    while (start != std::string_view::npos && markup.text.find(markup.text[start], start + 1) == std::string_view::npos)
        start = markup.text.find_first_of("\"'", start + 1);
    if (start == std::string_view::npos) {
        parser.fail("Syntax error in tag 'render' - Template name must be a quoted string");
        return nullptr;
    }
    PartialMarkup parsed;
    const std::size_t length = quotedFragment(markup.text, start);
    parsed.name = Expression::parse(markup.text.substr(start, length));
    parseRest(markup.text, start + length, parsed);
    return std::make_unique<Render>(markup.line, std::move(parsed));
}
} // namespace

void addPartialTags(Registry& registry)
{
    registry.addTag("include", parseInclude);
    registry.addTag("render", parseRender);
}

} // namespace galley::liquid
