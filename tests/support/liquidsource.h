// SPDX-License-Identifier: MIT
// Renders a Liquid text in one line of a test.
#pragma once

#include "liquid/context.h"
#include "liquid/registry.h"
#include "liquid/template.h"

#include <memory>
#include <string>

namespace galley::test
{

/// Jekyll's dialect for a site at https://example.org/base in UTC; `error` when the text is refused.
inline liquid::RenderResult rendered(const std::string& source, Hash variables = {}, liquid::RenderOptions limits = {},
                                     const liquid::Environment& environment = {})
{
    static const auto registry = std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
    liquid::ParseOptions options;
    options.registry = registry;
    options.file = "page.md";
    const auto parsed = liquid::parse(source, options);
    liquid::RenderResult refused;
    if (!parsed)
        refused.text = parsed.error().message;
    if (!parsed)
        return refused;
    liquid::Context context(environment, std::move(variables), std::move(limits));
    return liquid::render(**parsed, context);
}

inline std::string text(const std::string& source, Hash variables = {})
{
    return rendered(source, std::move(variables)).text;
}

} // namespace galley::test
