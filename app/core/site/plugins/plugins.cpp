// SPDX-License-Identifier: MIT
#include "site/plugins/plugins.h"

#include "site/plugins/generators.h"
#include "site/plugins/plugintags.h"
#include "site/rubysort.h"
#include "site/siteconfig.h"
#include "site/urls.h"

#include "base/files.h"
#include "base/jsonreader.h"
#include "liquid/jekyll/jekyll.h"

#include <algorithm>
#include <array>
#include <sstream>

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

namespace
{
/// The quoted words of a line of Ruby: "a" or 'a'.
std::vector<std::string> quotedWords(std::string_view line)
{
    std::vector<std::string> words;
    for (std::size_t at = line.find_first_of("\"'"); at != std::string_view::npos;) {
        const std::size_t end = line.find(line[at], at + 1);
        if (end == std::string_view::npos)
            break;
        words.emplace_back(line.substr(at + 1, end - at - 1));
        at = line.find_first_of("\"'", end + 1);
    }
    return words;
}

/// The gems of the Gemfile's group :jekyll_plugins, which Bundler loads before those of the configuration. A Gemfile is
/// a program: what is read is the form that `jekyll new` writes.
std::vector<std::string> gemfilePlugins(const SiteContent& content)
{
    std::vector<std::string> names;
    const auto text = readFile(std::filesystem::path(content.root) / "Gemfile");
    std::istringstream lines(text ? *text : std::string());
    bool inGroup = false;
    for (std::string line; std::getline(lines, line);) {
        const std::string_view code = trimmed(std::string_view(line).substr(0, line.find('#')));
        const bool namesGroup = code.find(":jekyll_plugins") != std::string_view::npos;
        if (code.starts_with("group"))
            inGroup = namesGroup;
        else if (code == "end")
            inGroup = false;
        else if (code.starts_with("gem") && (inGroup || namesGroup)) {
            const std::vector<std::string> words = quotedWords(code);
            if (!words.empty())
                names.push_back(words.front());
        }
    }
    return names;
}
} // namespace

void enablePlugins(SiteContent& content)
{
    std::vector<std::string> wanted = content.theme ? content.theme->dependencies : std::vector<std::string>();
    const std::vector<std::string> bundled = gemfilePlugins(content);
    wanted.insert(wanted.end(), bundled.begin(), bundled.end());
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
enum Priority { Lowest, Low, Normal };

struct Generator {
    std::string_view plugin;
    Priority priority;
    void (*run)(SiteContent&);
};

constexpr std::array<Generator, 10> generators{
    Generator{"jekyll-redirect-from", Normal, addRedirects},
    Generator{"jekyll-archives", Normal, addArchives},
    Generator{"jekyll-optional-front-matter", Normal, addOptionalFrontMatter},
    Generator{"jekyll-readme-index", Low, addReadmeIndexes},
    Generator{"jekyll-titles-from-headings", Lowest, addTitlesFromHeadings},
    Generator{"jekyll-default-layout", Lowest, addDefaultLayouts},
    Generator{"jekyll-relative-links", Lowest, replaceRelativeLinks},
    Generator{"jekyll-paginate", Lowest, addPagination},
    Generator{"jekyll-feed", Lowest, addFeeds},
    Generator{"jekyll-sitemap", Lowest, addSitemap}};

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
    // As Jekyll sorts them: by priority, else in the order in which the plugins are loaded.
    std::vector<const Generator*> wanted;
    for (const std::string& name : content.plugins.names) {
        const auto found = std::find_if(generators.begin(), generators.end(),
                                        [&name](const Generator& generator) { return generator.plugin == name; });
        if (found != generators.end())
            wanted.push_back(&*found);
    }
    for (const Generator* generator : rubySorted(wanted, [](const Generator*a, const Generator*b) {
             return static_cast<int>(b->priority) - static_cast<int>(a->priority);
         }))
        generator->run(content);
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
