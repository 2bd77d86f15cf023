// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/jekyll/includemarkup.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/parser.h"

namespace galley::liquid
{

namespace
{
enum class Source { Includes, BesidePage };

template <Source source>
class Include final : public Node
{
public:
    Include(int line, IncludeMarkup markup) : Node(line), m_markup(std::move(markup)) {}
    IncludeMarkup& markup() { return m_markup; }
    Body& nameBody() { return m_name; }

    void render(Context& context, std::string& out) const override
    {
        std::string name = m_markup.file;
        if (m_markup.isDynamic) {
            name.clear();
            m_name.render(context, name);
        }
        if (!isIncludeName(name))
            return context.fail("Invalid syntax for include tag. File contains invalid characters or sequences: " + name);
        const auto partial = load(context, name);
        if (!partial)
            return context.fail(partial.error());
        const Context::Partial named(context, **partial, (*partial)->file());
        const Context::Scope scope(context);
        if (context.failed())
            return;
        if (m_markup.hasParameters)
            context.setLocal("include", parameters(context));
        (*partial)->body().render(context, out);
    }

private:
    static Expected<TemplatePtr> load(Context& context, const std::string& name)
    {
        if constexpr (source == Source::BesidePage)
            return context.environment().includeRelative(name, context.options().page);
        return context.environment().include(name);
    }

    Value parameters(Context& context) const
    {
        Hash values;
        for (const auto& parameter : m_markup.parameters)
            values.set(parameter.first, parameter.second.evaluate(context));
        return values;
    }

    IncludeMarkup m_markup;
    Body m_name; ///< of a dynamic name, whose texts view the markup's
};

template <Source source>
NodePtr parseInclude(Parser& parser, const TagMarkup& markup)
{
    auto parsed = parseIncludeMarkup(markup.text);
    if (!parsed) {
        parser.failPlainly("Liquid error (line " + std::to_string(markup.line) + "): " + parsed.error().message);
        return nullptr;
    }
    auto node = std::make_unique<Include<source>>(markup.line, *std::move(parsed));
    if (node->markup().isDynamic) {
        Parser name(node->markup().file, parser.registry(), {}, markup.line);
        name.parseDocument(node->nameBody());
        if (name.failed())
            parser.failPlainly(name.error());
    }
    return node;
}
} // namespace

void addIncludeTags(Registry& registry)
{
    registry.addTag("include", parseInclude<Source::Includes>);
    registry.addTag("include_relative", parseInclude<Source::BesidePage>);
}

void addIncludeCachedTag(Registry& registry) { registry.addTag("include_cached", parseInclude<Source::Includes>); }

} // namespace galley::liquid
