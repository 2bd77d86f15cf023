// SPDX-License-Identifier: MIT
#include "fuzzing.h"
#include "markdown/options.h"
#include "post/yamlreader.h"
#include "site/frontmatterdefaults.h"
#include "site/siteconfig.h"

using namespace galley;
using fuzzing::require;

/// The first half is a _config.yml, the second a path that its defaults and patterns are asked about.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto [config, path] = fuzzing::halves(fuzzing::asText(data, size));
    const Expected<Value> given = readYaml(config, {"UTC"});
    Diagnostics diagnostics;
    const SiteOptions options;
    const site::SiteConfig read =
        site::configFrom(given && given->isHash() ? given->hash() : Hash(), options, diagnostics);
    require(read.values.get("exclude").isArray() || read.values.get("exclude").isNil(), "exclude is a list");
    (void)markdown::optionsFromConfig(Value(read.values));
    const site::FrontMatterDefaults defaults(read.values, options, diagnostics);
    const Hash values = defaults.all(path, "posts");
    require(values.contains("layout") || defaults.find(path, "posts", "layout").isNil(), "one value is one of all");
    const std::string pattern = site::permalinkTemplate(path);
    require(!site::withPermalinkSuffix(pattern, path).empty() || pattern.empty(), "a suffix only adds");
    return 0;
}
