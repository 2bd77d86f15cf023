// SPDX-License-Identifier: MIT
#include "site/siteconfig.h"

#include "site/configdefaults.h"
#include "site/merge.h"
#include "site/settingkinds.h"
#include "site/yamlfile.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace fs = std::filesystem;

std::vector<fs::path> configFiles(const SiteOptions& options)
{
    if (!options.configFiles.empty())
        return options.configFiles;
    for (const char* name : {"_config.yml", "_config.yaml"}) {
        std::error_code code;
        if (fs::exists(options.root / name, code)) // a folder of that name is told when it is read
            return {options.root / name};
    }
    return {};
}

namespace
{
Hash readFiles(const SiteOptions& options, bool& readable, Diagnostics& diagnostics)
{
    Hash values;
    for (const fs::path& file : configFiles(options)) {
        const std::string name = displayName(file, options.root);
        const Expected<Value> value = readYamlFile(file, name, diagnostics);
        if (!value) {
            diagnostics.push_back({name, std::max(value.error().line, 1), 0, Severity::Error, value.error().message});
            readable = false;
        } else if (value->isHash()) {
            values = merged(values, value->hash());
        } else if (!value->isNil()) {
            diagnostics.push_back({name, 1, 0, Severity::Error, "The configuration is no list of `key: value` lines"});
            readable = false;
        }
    }
    return values;
}

Value collectionsWithPosts(const Value& given, const Value& permalink)
{
    Hash named;
    if (given.isArray()) {
        for (const Value& label : given.array())
            named.set(label, Value(Hash()));
    } else if (given.isHash()) {
        named = given.hash();
    }
    Hash posts;
    if (named.get("posts").isHash())
        posts = named.get("posts").hash();
    posts.set("output", true);
    if (!posts.get("permalink").isTruthy() && permalink.isTruthy())
        posts.set("permalink", permalinkTemplate(textOf(permalink)));
    Hash all;
    all.set("posts", Value(std::move(posts)));
    for (const auto& [label, metadata] : named) {
        if (!(label == Value("posts")))
            all.set(label, metadata.isHash() ? metadata : Value(Hash()));
    }
    return all;
}

void addDefaultExcludes(Hash& values)
{
    Array excluded = listOf(values.get("exclude"));
    for (const Value& name : defaultExcludes()) {
        if (std::find(excluded.begin(), excluded.end(), name) == excluded.end())
            excluded.push_back(name);
    }
    values.set("exclude", Value(std::move(excluded)));
}

std::vector<std::string> namesOf(const Value& list)
{
    std::vector<std::string> names;
    for (const Value& name : listOf(list)) {
        if (name.isString())
            names.push_back(name.string());
    }
    return names;
}
} // namespace

SiteConfig configFrom(const Hash& userValues, const SiteOptions& options, Diagnostics& diagnostics)
{
    Hash given = userValues;
    checkSettings(given, options, diagnostics);
    SiteConfig config;
    config.values = merged(defaultConfig(), given);
    config.values.set("source", options.root.string());
    config.values.set("destination",
                      options.destination.empty() ? (options.root / "_site").string() : options.destination.string());
    if (options.drafts)
        config.values.set("show_drafts", true);
    if (options.future)
        config.values.set("future", true);
    if (options.unpublished)
        config.values.set("unpublished", true);
    config.values.set("serving", false);
    config.values.set("collections",
                      collectionsWithPosts(config.values.get("collections"), config.values.get("permalink")));
    addDefaultExcludes(config.values);
    config.pluginNames = namesOf(config.values.get("plugins"));
    config.tagsOnly = namesOf(config.values.get("gems"));
    return config;
}

SiteConfig readConfig(const SiteOptions& options, Diagnostics& diagnostics)
{
    bool readable = true;
    const Hash values = readFiles(options, readable, diagnostics);
    SiteConfig config = configFrom(values, options, diagnostics);
    config.readable = readable;
    if (!config.tagsOnly.empty())
        diagnostics.push_back(aboutSetting("gems", options, Severity::Warning,
                                           "Jekyll 4 ignores `gems`; name the plugins under `plugins`"));
    return config;
}

std::string permalinkTemplate(std::string_view style)
{
    using Style = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Style, 5> styles{
        Style{"none", "/:categories/:title:output_ext"},
        Style{"date", "/:categories/:year/:month/:day/:title:output_ext"},
        Style{"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
        Style{"pretty", "/:categories/:year/:month/:day/:title/"},
        Style{"weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"}};
    for (const auto& [name, pattern] : styles) {
        if (name == style)
            return std::string(pattern);
    }
    return std::string(style);
}

std::string withPermalinkSuffix(std::string urlTemplate, std::string_view style)
{
    if (style == "pretty")
        return urlTemplate + "/";
    if (style == "date" || style == "ordinal" || style == "none")
        return urlTemplate + ":output_ext";
    if (!style.empty() && style.back() == '/')
        urlTemplate += "/";
    constexpr std::string_view extension = ":output_ext";
    if (style.size() >= extension.size() && style.substr(style.size() - extension.size()) == extension)
        urlTemplate += extension;
    return urlTemplate;
}

} // namespace galley::site
