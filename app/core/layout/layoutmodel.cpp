// SPDX-License-Identifier: MIT
#include "layout/layoutmodel.h"

#include "base/limits.h"
#include "liquid/template.h"
#include "site/merge.h"
#include "site/siteenvironment.h"

#include <algorithm>
#include <vector>

namespace galley
{

namespace
{

/// Jekyll's words of Renderer#validate_layout.
Diagnostic missingLayout(const std::string& layout, const std::string& page, int line)
{
    return {page, line, 0, Severity::Warning, "Layout '" + layout + "' requested in " + page + " does not exist"};
}

void append(Diagnostics& to, const Diagnostics& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

LayoutModel::LayoutModel(LayoutFinder find, const site::SiteEnvironment& environment)
    : m_find(std::move(find)), m_environment(environment)
{
}

LayoutModel::Rendered LayoutModel::render(Request request, Diagnostics& diagnostics) const
{
    const site::LayoutFile* layout = m_find(request.layout);
    if (!layout)
        diagnostics.push_back(missingLayout(request.layout, request.page, request.layoutLine()));

    std::vector<const site::LayoutFile*> used;
    Hash data;
    while (layout && static_cast<int>(used.size()) < limits::layoutDepth) {
        used.push_back(layout);
        data = site::merged(layout->data, data);
        request.variables.set("content", std::move(request.content));
        request.variables.set("layout", Value(data));
        request.content = renderOne(*layout, request.variables, request.options, diagnostics);

        const std::string parent = layout->parent();
        const site::LayoutFile* outer = parent.empty() ? nullptr : m_find(parent);
        if (!outer && !parent.empty() && parent != "none")
            diagnostics.push_back(missingLayout(parent, layout->relativePath, layout->parentLine));
        if (outer && std::find(used.begin(), used.end(), outer) != used.end()) {
            diagnostics.push_back({layout->relativePath, layout->parentLine, 0, Severity::Warning,
                                   "Layout '" + parent + "' is already around this one: the loop ends here"});
            break;
        }
        layout = outer;
    }
    const bool placed = !used.empty();
    Leftovers left =
        placed ? Leftovers{request.variables.get("content"), request.variables.get("layout")} : Leftovers{};
    return {std::move(request.content), std::move(left)};
}

std::string LayoutModel::renderOne(const site::LayoutFile& layout, Hash variables, const liquid::RenderOptions& options,
                                   Diagnostics& diagnostics) const
{
    const auto parsed = m_environment.parsed(layout.relativePath, layout.source, layout.bodyLine + 1);
    if (!parsed) {
        const Error& error = parsed.error();
        diagnostics.push_back({layout.relativePath, error.line, 0, Severity::Error, error.message});
        return variables.get("content").string();
    }
    append(diagnostics, (*parsed)->warnings());
    liquid::Context context(m_environment, std::move(variables), options);
    liquid::RenderResult result = liquid::render(**parsed, context);
    append(diagnostics, result.diagnostics);
    return std::move(result.text);
}

} // namespace galley
