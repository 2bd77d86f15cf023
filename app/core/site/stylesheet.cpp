// SPDX-License-Identifier: MIT
#include "site/stylesheet.h"

#include "site/content.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/siteenvironment.h"
#include "site/yamlfile.h"

namespace galley::site
{

SassResult styleSheet(const Site& site, const ItemPtr& item, Diagnostics& diagnostics, const std::stop_token& stop)
{
    const SiteEnvironment& environment = site.environment();
    const Hash values = site.variables(item);
    ContentTools tools{environment, environment.registry(), environment.markdown(), {}};
    tools.liquid.page = values.get("page");
    tools.liquid.stop = stop;
    ContentRequest request{item->body(), item->bodyLine, item->relativePath};
    request.liquid = !(item->data.get("render_with_liquid") == Value(false));
    request.conversion = Conversion::None;
    request.wantsLines = false;
    const Content source = renderContent(request, tools, values);
    diagnostics.insert(diagnostics.end(), source.diagnostics.begin(), source.diagnostics.end());

    const SiteContent& content = site.content();
    Expected<SassResult> result =
        environment.sass().css({source.html,
                                item->conversion == Conversion::Sass,
                                item->name,
                                wantsSourceMap(content.config.values, content.options.environment),
                                {}},
                               stop);
    if (result)
        return std::move(*result);
    const Error& error = result.error();
    const bool own = error.file.empty();
    diagnostics.push_back({own ? item->relativePath : displayName(error.file, content.root),
                           error.line + (own ? item->bodyLine : 0), 0, Severity::Error, error.message});
    return {};
}

} // namespace galley::site
