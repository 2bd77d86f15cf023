// SPDX-License-Identifier: MIT
#include "site/plugins/tagkit.h"

#include "liquid/template.h"
#include "site/siteenvironment.h"

namespace galley::site
{

const SiteEnvironment* siteOf(const liquid::Context& context)
{
    return dynamic_cast<const SiteEnvironment*>(&context.environment());
}

std::string filtered(const liquid::Context& context, const Value& input, std::string_view filters)
{
    const SiteEnvironment* site = siteOf(context);
    if (!site)
        return {};
    const std::string source = "{{ input | " + std::string(filters) + " }}";
    const auto parsed = site->parsed("plugin:" + source, source);
    if (!parsed)
        return {};
    Hash variables;
    variables.set("input", input);
    liquid::Context inner(context.environment(), std::move(variables), context.options());
    return liquid::render(**parsed, inner).text;
}

std::string filledIn(const liquid::Context& context, std::string_view markup)
{
    const SiteEnvironment* site = siteOf(context);
    if (!site || markup.find("{{") == std::string_view::npos)
        return std::string(markup);
    const auto parsed = site->parsed("plugin:" + std::string(markup), std::string(markup));
    if (!parsed)
        return std::string(markup);
    Hash variables;
    for (const char* name : {"page", "site", "include", "layout"})
        variables.set(name, context.find(name));
    liquid::Context inner(context.environment(), std::move(variables), context.options());
    return liquid::render(**parsed, inner).text;
}

} // namespace galley::site
