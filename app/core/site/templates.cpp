// SPDX-License-Identifier: MIT
#include "site/templates.h"

#include "site/plugins/plugintags.h"

#include "base/limits.h"

#include <memory>
#include <set>

namespace galley::site
{

namespace
{
/// The name in "… Unknown tag 'x'"; empty for other messages.
std::string unknownName(const std::string& message)
{
    static constexpr std::string_view words = "Unknown tag '";
    const std::size_t at = message.find(words);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + words.size();
    const std::size_t end = message.find('\'', begin);
    return end == std::string::npos ? std::string() : message.substr(begin, end - begin);
}

/// Registries hold views of names: this one keeps the names alive with it.
struct Extended {
    std::set<std::string> names;
    liquid::Registry registry;
};
} // namespace

Expected<liquid::TemplatePtr> parseTemplate(const std::string& source, const liquid::ParseOptions& options)
{
    Expected<liquid::TemplatePtr> parsed = liquid::parse(source, options);
    if (parsed || unknownName(parsed.error().message).empty())
        return parsed;
    auto extended = std::make_shared<Extended>();
    extended->registry = *options.registry;
    liquid::ParseOptions tolerant = options;
    tolerant.registry = std::shared_ptr<const liquid::Registry>(extended, &extended->registry);
    for (int tries = 0; tries < limits::unknownTags && !parsed; ++tries) {
        const std::string name = unknownName(parsed.error().message);
        if (name.empty())
            break;
        const auto [kept, added] = extended->names.insert(name);
        if (!added)
            break; // known by now: it stands where no tag may stand
        extended->registry.addTag(*kept, unknownTag);
        parsed = liquid::parse(source, tolerant);
    }
    return parsed;
}

} // namespace galley::site
