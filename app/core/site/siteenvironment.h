// SPDX-License-Identifier: MIT
// The site's side of Liquid: includes, links, Markdown and Sass of one site.
#pragma once

#include "liquid/environment.h"
#include "liquid/filtercache.h"
#include "liquid/includecache.h"
#include "liquid/registry.h"
#include "liquid/template.h"
#include "markdown/options.h"
#include "site/sass.h"
#include "site/sitecontent.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace galley::site
{

class ShownContent;

class SiteEnvironment final : public liquid::Environment
{
public:
    /// `shown` is asked while templates are rendered only.
    SiteEnvironment(const SiteContent& content, std::function<const ShownContent&()> shown);

    Expected<liquid::TemplatePtr> include(std::string_view name) const override;
    Expected<liquid::TemplatePtr> includeRelative(std::string_view name, const Value& page) const override;
    Expected<std::string> urlOfPath(std::string_view path) const override;
    Expected<std::string> urlOfPost(std::string_view name) const override;
    Expected<std::string> markdownify(std::string_view markdown) const override;
    Expected<std::string> smartify(std::string_view text) const override;
    Expected<std::string> sassToCss(std::string_view source, bool indentedSyntax,
                                    const std::stop_token& stop) const override;
    std::optional<Value> contentOf(const Value& object, std::string_view key,
                                   const liquid::RenderOptions& reader) const override;
    std::optional<std::string> textOf(const Value& object, bool inList,
                                      const liquid::RenderOptions& reader) const override;
    std::optional<std::string> inspected(const Value& object) const override;
    bool highlightsCode() const override;
    liquid::HighlightedCode highlight(std::string_view code, std::string_view language) const override;
    std::string siteUrl() const override { return m_content.setting("url"); }
    std::string baseUrl() const override { return m_content.setting("baseurl"); }
    DateTime now() const override { return m_content.now; }
    const TimeZone& zone() const override { return m_content.zone; }

    liquid::FilterCache* cache() const override { return &m_filterCache; }
    liquid::IncludeCache* includeCache() const override { return &m_includeCache; }

    const SiteContent& content() const { return m_content; }
    const std::shared_ptr<const liquid::Registry>& registry() const { return m_registry; }
    const markdown::Options& markdown() const { return m_markdown; }
    SassCompiler& sass() const { return m_sass; }

    /// The parsed template of a text, kept for the site's life under its file's name. `firstLine` is the line of the
    /// file, 1-based, that the text begins on.
    Expected<liquid::TemplatePtr> parsed(const std::string& file, const std::string& text, int firstLine = 1) const;

private:
    void indexPaths();

    const SiteContent& m_content;
    std::function<const ShownContent&()> m_shown;
    std::shared_ptr<const liquid::Registry> m_registry;
    markdown::Options m_markdown;
    mutable SassCompiler m_sass;
    std::unordered_map<std::string, std::string> m_urls;  ///< path without leading slash → URL
    std::unordered_map<std::string, std::string> m_posts; ///< path of a post without extension → URL
    mutable liquid::FilterCache m_filterCache;
    mutable liquid::IncludeCache m_includeCache;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::string, Expected<liquid::TemplatePtr>> m_templates;
};

} // namespace galley::site
