// SPDX-License-Identifier: MIT
#include "liquid/registry.h"

#include "liquid/context.h"
#include "liquid/filtercost.h"
#include "liquid/filters/filters.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/tags/tags.h"

namespace galley::liquid
{

const Value& FilterCall::argument(std::size_t index) const
{
    static const Value nil;
    return has(index) ? arguments[index] : nil;
}

Value FilterCall::fail(std::string message) const
{
    context.fail(std::move(message));
    return {};
}

void Registry::addFilter(const Filter& filter)
{
    Filter& added = m_filters[filter.name] = filter;
    added.walk = walkOf(filter.name);
}

const Filter* Registry::filter(std::string_view name) const
{
    const auto found = m_filters.find(name);
    return found == m_filters.end() ? nullptr : &found->second;
}

TagFunction Registry::tag(std::string_view name) const
{
    const auto found = m_tags.find(name);
    return found == m_tags.end() ? nullptr : found->second;
}

Registry standardRegistry()
{
    Registry registry;
    addVariableTags(registry);
    addConditionTags(registry);
    addLoopTags(registry);
    addTextTags(registry);
    addPartialTags(registry);
    addTextFilters(registry);
    addHtmlFilters(registry);
    addNumberFilters(registry);
    addArrayFilters(registry);
    addDateFilter(registry);
    return registry;
}

Registry jekyllRegistry()
{
    Registry registry = standardRegistry();
    addJekyllTextFilters(registry);
    addJekyllUrlFilters(registry);
    addJekyllDateFilters(registry);
    addJekyllListFilters(registry);
    addJekyllSelectFilters(registry);
    addIncludeTags(registry);
    addLinkTags(registry);
    addHighlightTag(registry);
    return registry;
}

} // namespace galley::liquid
