// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/filters/filters.h"
#include "liquid/includecache.h"
#include "liquid/jekyll/includemarkup.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/parser.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace galley::liquid
{

namespace
{
enum class Source { Includes, BesidePage, Cached };

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
            return context.fail("Invalid syntax for include tag. File contains invalid characters or sequences: " +
                                name);
        const auto partial = load(context, name);
        if (!partial)
            return context.fail(partial.error());
        const Hash values = parameters(context);
        IncludeCache* cache = source == Source::Cached ? context.environment().includeCache() : nullptr;
        if (cache)
            renderCached(context, out, **partial, values, *cache);
        else
            renderPartial(context, out, **partial, values);
    }

private:
    static Expected<TemplatePtr> load(Context& context, const std::string& name)
    {
        if constexpr (source == Source::BesidePage)
            return context.environment().includeRelative(name, context.options().page);
        return context.environment().include(name);
    }

    /// Whether what was printed depends on the page.
    bool renderPartial(Context& context, std::string& out, const Template& partial, const Hash& values) const
    {
        const Context::Partial named(context, partial, partial.file());
        const Context::Watch watch(context);
        const Context::Scope scope(context);
        if (context.failed())
            return true;
        if (source == Source::BesidePage)
            context.notePageDependence();
        if (m_markup.hasParameters)
            context.setLocal("include", values);
        partial.body().render(context, out);
        return watch.isPageDependent();
    }

    void renderCached(Context& context, std::string& out, const Template& partial, const Hash& values,
                      IncludeCache& cache) const
    {
        PageIncludes* page = context.options().includes.get();
        const std::string key = keyOf(partial, values);
        if (const auto known = cache.find(key, page)) {
            out += *known;
            return;
        }
        std::string text;
        const bool pageDependent = renderPartial(context, text, partial, values);
        if (!context.failed() && !context.halted())
            cache.add(key, text, pageDependent, page);
        out += text;
    }

    /// As jekyll-include-cache has it: the file and the values in the order of their names, not the names.
    std::string keyOf(const Template& partial, const Hash& values) const
    {
        std::vector<std::pair<std::string, Value>> sorted;
        for (const Hash::Entry& entry : values)
            sorted.emplace_back(entry.first.string(), entry.second);
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::string key = partial.file() + (m_markup.hasParameters ? "?" : "");
        for (const auto& each : sorted)
            key += identityOf(each.second) + "&";
        return key;
    }

    Hash parameters(Context& context) const
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

void addIncludeCachedTag(Registry& registry)
{
    registry.addTag("include_cached", parseInclude<Source::Cached>);
}

} // namespace galley::liquid
