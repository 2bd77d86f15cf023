// SPDX-License-Identifier: MIT
#include "site/plugins/plugins.h"

#include "site/plugins/generators.h"
#include "site/plugins/plugintags.h"
#include "site/siteconfig.h"

#include "base/files.h"
#include "base/jsonreader.h"
#include "liquid/jekyll/jekyll.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace
{
/// Plugins that need nothing of us are known too: naming them is no fault.
constexpr std::array<std::string_view, 19> known{"jemoji",
                                                 "jekyll-seo-tag",
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
                                                 "jekyll-archives",
                                                 "jekyll-sass-converter",
                                                 "jekyll-watch"};

bool isKnown(const std::string& name)
{
    return std::find(known.begin(), known.end(), name) != known.end();
}

void readEmoji(SiteContent& content)
{
    const auto text = readFile(content.options.emojiNames);
    const auto names = text ? readJson(*text) : Expected<Value>(unexpected(text.error()));
    if (names)
        content.emoji = *names;
    else
        content.diagnostics.push_back(aboutSetting("plugins", content.options, Severity::Warning,
                                                   "jemoji: names of emoji stay as written. " + names.error().message));
}
} // namespace

void enablePlugins(SiteContent& content)
{
    std::vector<std::string> wanted = content.theme ? content.theme->dependencies : std::vector<std::string>();
    wanted.insert(wanted.end(), content.config.pluginNames.begin(), content.config.pluginNames.end());
    for (const std::string& name : wanted) {
        if (!isKnown(name))
            content.diagnostics.push_back(
                aboutSetting("plugins", content.options, Severity::Warning,
                             "The plugin '" + name + "' is not known; what it adds is missing"));
        else if (!content.plugins.has(name))
            content.plugins.names.push_back(name);
    }
    content.plugins.tagsOnly = content.config.tagsOnly;
    if (content.plugins.has("jemoji"))
        readEmoji(content);
}

namespace
{
struct Generator {
    std::string_view plugin;
    void (*run)(SiteContent&);
};

/// By priority, as Jekyll::Generator sorts them: normal, low, lowest.
constexpr std::array<Generator, 10> generators{Generator{"jekyll-redirect-from", addRedirects},
                                               Generator{"jekyll-archives", addArchives},
                                               Generator{"jekyll-optional-front-matter", addOptionalFrontMatter},
                                               Generator{"jekyll-readme-index", addReadmeIndexes},
                                               Generator{"jekyll-titles-from-headings", addTitlesFromHeadings},
                                               Generator{"jekyll-default-layout", addDefaultLayouts},
                                               Generator{"jekyll-relative-links", replaceRelativeLinks},
                                               Generator{"jekyll-paginate", addPagination},
                                               Generator{"jekyll-feed", addFeeds},
                                               Generator{"jekyll-sitemap", addSitemap}};

struct TagSource {
    std::string_view plugin;
    void (*add)(liquid::Registry&);
};

constexpr std::array<TagSource, 6> tagSources{TagSource{"jekyll-seo-tag", addSeoTag},
                                              TagSource{"jekyll-feed", addFeedTag},
                                              TagSource{"jekyll-include-cache", liquid::addIncludeCachedTag},
                                              TagSource{"jekyll-gist", addGistTag},
                                              TagSource{"jekyll-avatar", addAvatarTag},
                                              TagSource{"jekyll-toc", addTocTag}};
} // namespace

void runGenerators(SiteContent& content)
{
    for (const Generator& generator : generators) {
        if (content.plugins.has(generator.plugin))
            generator.run(content);
    }
}

std::shared_ptr<const liquid::Registry> registryOf(const SiteContent& content)
{
    auto registry = std::make_shared<liquid::Registry>(liquid::jekyllRegistry());
    for (const TagSource& source : tagSources) {
        if (content.plugins.hasTags(source.plugin))
            source.add(*registry);
    }
    return registry;
}

} // namespace galley::site
