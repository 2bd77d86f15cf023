// SPDX-License-Identifier: MIT
#include "site/plugins/plugins.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace
{
/// Plugins that need nothing of us are known too: naming them is no fault.
constexpr std::array<std::string_view, 19> known{"jekyll-seo-tag",
                                                 "jekyll-feed",
                                                 "jekyll-sitemap",
                                                 "jekyll-paginate",
                                                 "jekyll-redirect-from",
                                                 "jekyll-relative-links",
                                                 "jekyll-include-cache",
                                                 "jekyll-toc",
                                                 "jekyll-gist",
                                                 "jekyll-avatar",
                                                 "jekyll-default-layout",
                                                 "jekyll-readme-index",
                                                 "jekyll-optional-front-matter",
                                                 "jekyll-titles-from-headings",
                                                 "jekyll-mentions",
                                                 "jemoji",
                                                 "jekyll-archives",
                                                 "jekyll-sass-converter",
                                                 "jekyll-watch"};

bool isKnown(const std::string& name)
{
    return std::find(known.begin(), known.end(), name) != known.end();
}
} // namespace

void enablePlugins(SiteContent& content)
{
    std::vector<std::string> wanted =
        content.theme ? content.theme->dependencies : std::vector<std::string>();
    wanted.insert(wanted.end(), content.config.pluginNames.begin(), content.config.pluginNames.end());
    for (const std::string& name : wanted) {
        if (!isKnown(name))
            content.diagnostics.push_back(
                {"_config.yml", 0, 0, Severity::Warning,
                 "The plugin '" + name + "' is not known; what it adds is missing"});
        else if (!content.plugins.has(name))
            content.plugins.names.push_back(name);
    }
    content.plugins.tagsOnly = content.config.tagsOnly;
}

void runGenerators(SiteContent&) {}

std::shared_ptr<const liquid::Registry> registryOf(const SiteContent&)
{
    return std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
}

} // namespace galley::site
