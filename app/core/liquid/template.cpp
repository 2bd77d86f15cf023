// SPDX-License-Identifier: MIT
#include "liquid/template.h"

#include "liquid/context.h"
#include "liquid/parser.h"

namespace galley::liquid
{

Expected<TemplatePtr> parse(std::string source, const ParseOptions& options)
{
    const auto out = std::make_shared<Template>();
    out->m_source = std::move(source);
    out->m_file = options.file;
    out->m_firstLine = options.firstLine;
    out->m_registry = options.registry;
    Parser parser(out->m_source, *options.registry, options.file, options.firstLine);
    parser.parseDocument(out->m_body);
    if (parser.failed()) {
        Error error;
        error.message = parser.error();
        error.file = options.file;
        error.line = parser.line();
        return unexpected(std::move(error));
    }
    out->m_warnings = parser.takeWarnings();
    return TemplatePtr(out);
}

RenderResult render(const Template& source, Context& context)
{
    RenderResult result;
    if (context.options().wantsLineMap)
        context.m_tracked = &result.text;
    {
        const Context::Partial whole(context, source, {});
        source.body().render(context, result.text);
        context.placeHalt(source.firstLine());
        if (context.options().wantsLineMap)
            result.lineMap = context.lineMap(result.text);
    }
    context.m_tracked = nullptr;
    context.m_marks.clear();
    context.m_interrupt = Interrupt::None;
    result.diagnostics = std::exchange(context.m_diagnostics, {});
    return result;
}

} // namespace galley::liquid
