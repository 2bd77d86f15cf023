// SPDX-License-Identifier: MIT
#include "liquid/environment.h"

#include "liquid/htmltext.h"

namespace galley::liquid
{

namespace
{
unexpected<Error> failure(std::string message)
{
    Error error;
    error.message = std::move(message);
    return unexpected(std::move(error));
}
} // namespace

Expected<TemplatePtr> Environment::partial(std::string_view) const
{
    return failure("This liquid context does not allow includes.");
}

Expected<TemplatePtr> Environment::include(std::string_view name) const
{
    return failure("Could not locate the included file '" + std::string(name) + "': there is no site");
}

Expected<TemplatePtr> Environment::includeRelative(std::string_view name, const Value&) const
{
    return include(name);
}

Expected<std::string> Environment::urlOfPath(std::string_view path) const
{
    return failure("Could not find document '" + std::string(path) + "' in tag 'link'");
}

Expected<std::string> Environment::urlOfPost(std::string_view name) const
{
    return failure("Could not find post \"" + std::string(name) + "\" in tag 'post_url'");
}

Expected<std::string> Environment::markdownify(std::string_view markdown) const
{
    return std::string(markdown);
}
Expected<std::string> Environment::smartify(std::string_view text) const
{
    return std::string(text);
}

Expected<std::string> Environment::sassToCss(std::string_view, bool, const std::stop_token&) const
{
    return failure("Sass can not be compiled here");
}

HighlightedCode Environment::highlight(std::string_view code, std::string_view) const
{
    return {escapedHtml(code), {}};
}

std::optional<Value> Environment::contentOf(const Value&, std::string_view, const RenderOptions&) const
{
    return std::nullopt;
}

std::optional<std::string> Environment::textOf(const Value&, bool, const RenderOptions&) const
{
    return std::nullopt;
}

std::optional<std::string> Environment::inspected(const Value&) const
{
    return std::nullopt;
}

const TimeZone& Environment::zone() const
{
    static const TimeZone utc;
    return utc;
}

} // namespace galley::liquid
