// SPDX-License-Identifier: MIT
// What the plugins' tags share: filters from C++, and the site they render in.
#pragma once

#include "base/value.h"
#include "liquid/context.h"
#include "liquid/node.h"
#include "site/sitecontent.h"

#include <string>
#include <string_view>

namespace galley::site
{

class SiteEnvironment;

/// The site a tag renders in; null outside a site.
const SiteEnvironment* siteOf(const liquid::Context& context);

/// `{{ input | filters }}` as the site renders it.
std::string filtered(const liquid::Context& context, const Value& input, std::string_view filters);

/// The tag's text with its {{ outputs }} filled in.
std::string filledIn(const liquid::Context& context, std::string_view markup);

/// A node that prints what a function makes of its markup.
class PrintingNode final : public liquid::Node
{
public:
    using Print = std::string (*)(liquid::Context& context, std::string_view markup);
    PrintingNode(const liquid::TagMarkup& markup, Print print) : Node(markup.line), m_text(markup.text), m_print(print)
    {
    }
    void render(liquid::Context& context, std::string& out) const override { out += m_print(context, m_text); }

private:
    std::string m_text;
    Print m_print;
};

} // namespace galley::site
