// SPDX-License-Identifier: MIT
#include "layout/lonesite.h"

#include "post/frontmatter.h"
#include "script/highlight.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/sitereader.h"

namespace galley
{

std::shared_ptr<const Site> loneSite(const RenderRequest& request)
{
    SiteOptions options;
    options.now = request.now;
    options.timeZone = request.timeZone;
    options.highlight = script::highlight;
    Hash config;
    if (!findFrontMatter(request.text).present)
        config.set("markdown", "CommonMarkGhPages");
    return std::make_shared<const Site>(site::siteWithoutFiles(options, config));
}

bool isLone(const Site& site)
{
    return site.root().empty();
}

} // namespace galley
