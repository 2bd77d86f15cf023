// SPDX-License-Identifier: MIT
// A body becomes content: Liquid, then the converter, with every block's lines told in lines of the file.
#pragma once

#include "base/heading.h"
#include "liquid/context.h"
#include "liquid/registry.h"
#include "markdown/conversion.h"
#include "site/item.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

struct ContentRequest {
    std::string_view body;
    int bodyLine = 0;   ///< 0-based line of the file the body begins on
    std::string file;   ///< what diagnostics name
    bool liquid = true; ///< false: `render_with_liquid: false`
    Conversion conversion = Conversion::Markdown;
    bool wantsLines = true; ///< false saves the line map where nobody looks at lines
    bool wantsConversion = false;
    markdown::ConversionPtr before = {}; ///< of the text before this one; may be null
};

/// What the body is rendered with; all must outlive the call.
struct ContentTools {
    const liquid::Environment& environment;
    std::shared_ptr<const liquid::Registry> registry;
    const markdown::Options& markdown;
    liquid::RenderOptions liquid; ///< `page` register, limits, stop token
};

struct Content {
    std::string html;
    std::vector<markdown::Block> blocks; ///< lines are 0-based lines of the file; empty unless converted from Markdown
    std::vector<Heading> headings;       ///< lines as above
    Diagnostics diagnostics;             ///< lines are 1-based lines of the file
    markdown::ConversionPtr conversion;  ///< null unless it was wanted and made of Markdown
};

/// Jekyll::Renderer's order: Liquid in the body, then Markdown. What Liquid refuses altogether stays as it
/// was written, with an error diagnostic. Sass is converted by Environment::sassToCss.
Content renderContent(const ContentRequest& request, const ContentTools& tools, Hash variables);

} // namespace galley::site
