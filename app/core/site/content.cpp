// SPDX-License-Identifier: MIT
#include "site/content.h"

#include "liquid/template.h"
#include "site/templates.h"

namespace galley::site
{

namespace
{

struct LiquidOutput {
    std::string text;
    LineMap lines; ///< output line → line of the body, both 0-based
};

/// Utils.has_liquid_construct?: most posts have none and are not parsed.
bool hasLiquid(std::string_view body)
{
    return body.find("{%") != std::string_view::npos || body.find("{{") != std::string_view::npos;
}

void append(Diagnostics& to, const Diagnostics& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

LiquidOutput renderLiquid(const ContentRequest& request, const ContentTools& tools, Hash variables,
                          Diagnostics& diagnostics)
{
    const liquid::ParseOptions parseOptions{tools.registry, request.file, request.bodyLine + 1};
    auto parsed = parseTemplate(std::string(request.body), parseOptions);
    if (!parsed) {
        const Error& error = parsed.error();
        diagnostics.push_back(
            {error.file.empty() ? request.file : error.file, error.line, 0, Severity::Error, error.message});
        return {std::string(request.body), {}};
    }
    append(diagnostics, (*parsed)->warnings());
    liquid::RenderOptions options = tools.liquid;
    options.wantsLineMap = request.wantsLines;
    liquid::Context context(tools.environment, std::move(variables), options);
    liquid::RenderResult result = liquid::render(**parsed, context);
    append(diagnostics, result.diagnostics);
    return {std::move(result.text), std::move(result.lineMap)};
}

Content fromMarkdown(const LiquidOutput& source, const ContentRequest& request, const ContentTools& tools)
{
    markdown::ConversionPtr conversion;
    markdown::Document document;
    if (request.wantsConversion) {
        conversion = markdown::convert(source.text, tools.markdown, request.before);
        document = conversion->document;
    } else {
        document = markdown::toHtml(source.text, tools.markdown);
    }
    const auto fileLine = [&](int line) { return source.lines.sourceLine(line) + request.bodyLine; };
    for (markdown::Block& block : document.blocks) {
        block.firstLine = fileLine(block.firstLine);
        block.lastLine = fileLine(block.lastLine);
    }
    for (Heading& heading : document.headings)
        heading.line = fileLine(heading.line);
    for (Diagnostic& diagnostic : document.diagnostics) {
        if (!diagnostic.file.empty()) // a setting of the site has its own place
            continue;
        diagnostic.file = request.file;
        if (diagnostic.line > 0)
            diagnostic.line = fileLine(diagnostic.line - 1) + 1;
    }
    return {std::move(document.html), std::move(document.blocks), std::move(document.headings),
            std::move(document.diagnostics), std::move(conversion)};
}

Content fromSass(const LiquidOutput& source, const ContentRequest& request, const ContentTools& tools)
{
    Content content;
    auto css = tools.environment.sassToCss(source.text, request.conversion == Conversion::Sass, tools.liquid.stop);
    if (css)
        content.html = *std::move(css);
    else
        content.diagnostics.push_back(
            {request.file,
             css.error().line > 0 ? source.lines.sourceLine(css.error().line - 1) + request.bodyLine + 1 : 0, 0,
             Severity::Error, css.error().message});
    return content;
}

} // namespace

Content renderContent(const ContentRequest& request, const ContentTools& tools, Hash variables)
{
    Diagnostics diagnostics;
    LiquidOutput source;
    if (request.liquid && hasLiquid(request.body))
        source = renderLiquid(request, tools, std::move(variables), diagnostics);
    else
        source.text = request.body;

    Content content;
    switch (request.conversion) {
    case Conversion::Markdown: content = fromMarkdown(source, request, tools); break;
    case Conversion::Scss:
    case Conversion::Sass: content = fromSass(source, request, tools); break;
    case Conversion::None: content.html = std::move(source.text); break;
    }
    content.diagnostics.insert(content.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    return content;
}

} // namespace galley::site
