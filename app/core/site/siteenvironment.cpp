// SPDX-License-Identifier: MIT
#include "site/siteenvironment.h"

#include "site/merge.h"
#include "site/plugins/plugins.h"
#include "site/showncontent.h"
#include "site/smartify.h"
#include "site/templates.h"
#include "site/urls.h"
#include "site/yamlfile.h"

#include "base/files.h"
#include "base/htmlescape.h"
#include "markdown/document.h"
#include "markdown/rougelanguages.h"

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
std::string withoutExtension(const std::string& path)
{
    return path.substr(0, path.size() - extensionOf(path).size());
}

tl::unexpected<Error> notFound(std::string_view name, const std::string& where)
{
    return unexpected(Error{"Could not locate the included file '" + std::string(name) + "' in any of " + where +
                                ". Ensure it exists in one of those directories and, if it is a symlink, does not "
                                "point outside your site source.",
                            {},
                            0});
}
} // namespace

SiteEnvironment::SiteEnvironment(const SiteContent& content, std::function<const ShownContent&()> shown)
    : m_content(content), m_shown(std::move(shown)), m_registry(registryOf(content)),
      m_markdown(markdown::optionsFromConfig(Value(content.config.values))),
      m_sass(sassOptions(content.config.values, content.root, content.theme ? content.theme->root : fs::path()))
{
    m_markdown.highlight = content.options.highlight;
    if (content.options.root.empty()) // a lone file is of no site
        m_markdown.unfollowed.clear();
    for (markdown::Unfollowed& setting : m_markdown.unfollowed) {
        const ConfigPlace place = placeOf(setting.key, content.options);
        setting.file = place.file;
        setting.line = place.line;
    }
    indexPaths();
}

void SiteEnvironment::indexPaths()
{
    // Of two files with one path the first counts: pages, then static files, then documents
    // (Site#each_site_file).
    for (const ItemPtr& page : m_content.pages)
        m_urls.emplace(page->relativePath, page->url);
    for (const StaticFile& file : m_content.staticFiles)
        m_urls.emplace(file.relativePath.substr(file.relativePath.front() == '/' ? 1 : 0), file.url);
    for (const Collection& collection : m_content.collections) {
        for (const ItemPtr& document : collection.documents) {
            if (document->written)
                m_urls.emplace(document->relativePath, document->url);
        }
    }
    for (const ItemPtr& post : m_content.posts()) {
        const std::string path = withoutExtension(post->relativePath);
        m_posts.emplace(path, post->url);
        const std::size_t folder = path.find("_posts/");
        if (folder == 0)
            m_posts.emplace(path.substr(7), post->url);
        else if (folder != std::string::npos)
            m_posts.emplace(path.substr(0, folder) + path.substr(folder + 7), post->url);
    }
}

Expected<liquid::TemplatePtr> SiteEnvironment::parsed(const std::string& file, const std::string& text,
                                                      int firstLine) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto it = m_templates.find(file); it != m_templates.end())
            return it->second;
    }
    Expected<liquid::TemplatePtr> made = parseTemplate(text, {m_registry, file, firstLine});
    if (!made && made.error().file.empty())
        made.error().file = file;
    const std::lock_guard lock(m_mutex);
    return m_templates.emplace(file, std::move(made)).first->second;
}

Expected<liquid::TemplatePtr> SiteEnvironment::include(std::string_view name) const
{
    // As File.join has it, "/a.html" lies in the folder too.
    const auto it = m_content.includes.find(name.substr(name.starts_with('/') ? 1 : 0));
    if (it == m_content.includes.end())
        return notFound(name, "[\"" + m_content.setting("includes_dir") + "\"]");
    return parsed(it->second.relativePath, it->second.text);
}

Expected<liquid::TemplatePtr> SiteEnvironment::includeRelative(std::string_view name, const Value& page) const
{
    std::string path = site::textOf(page.get("path"));
    constexpr std::string_view excerpt = "/#excerpt";
    if (path.size() > excerpt.size() && path.compare(path.size() - excerpt.size(), excerpt.size(), excerpt) == 0)
        path.resize(path.size() - excerpt.size());
    if (page.get("collection").isTruthy() && !m_content.setting("collections_dir").empty())
        path = m_content.setting("collections_dir") + "/" + path;
    const std::string folder = rooted(fs::path(path).parent_path().string());
    const fs::path file = m_content.root + rooted(folder + rooted(name));
    std::error_code code;
    if (!fs::is_regular_file(file, code) || !isInside(file, m_content.root))
        return notFound(name, "[\"" + folder.substr(1) + "\"]");
    Diagnostics problems;
    const std::string shown = displayName(file, m_content.root);
    const Expected<std::string> text = readText(file, shown, problems);
    if (!text)
        return unexpected(text.error());
    return parsed(shown, *text);
}

Expected<std::string> SiteEnvironment::urlOfPath(std::string_view path) const
{
    const auto it = m_urls.find(std::string(path.substr(!path.empty() && path.front() == '/' ? 1 : 0)));
    if (it != m_urls.end())
        return it->second;
    return unexpected(Error{"Could not find document '" + std::string(path) +
                                "' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n",
                            {},
                            0});
}

Expected<std::string> SiteEnvironment::urlOfPost(std::string_view name) const
{
    const auto it = m_posts.find(std::string(name.substr(!name.empty() && name.front() == '/' ? 1 : 0)));
    if (it != m_posts.end())
        return it->second;
    return unexpected(Error{"Could not find post \"" + std::string(name) +
                                "\" in tag 'post_url'.\n\nMake sure the post exists and the name is correct.\n",
                            {},
                            0});
}

Expected<std::string> SiteEnvironment::markdownify(std::string_view markdown) const
{
    return markdown::toHtml(markdown, m_markdown).html;
}

Expected<std::string> SiteEnvironment::smartify(std::string_view text) const
{
    return smartified(text, m_markdown);
}

Expected<std::string> SiteEnvironment::sassToCss(std::string_view source, bool indentedSyntax,
                                                 const std::stop_token& stop) const
{
    Expected<SassResult> result = m_sass.css({std::string(source), indentedSyntax, "stdin", false, {}}, stop);
    if (!result)
        return unexpected(result.error());
    return std::move(result->css);
}

liquid::HighlightedCode SiteEnvironment::highlight(std::string_view code, std::string_view language) const
{
    const auto& colour = m_content.options.highlight;
    std::optional<std::string> coloured = colour ? colour(code, language) : std::nullopt;
    if (coloured)
        return {std::move(*coloured), {}};
    const bool differs = colour && markdown::isRougeLanguage(language) && !markdown::isPlainText(language);
    return {escapedCode(code), differs ? markdown::plainLanguageNote(language) : std::string()};
}

std::optional<Value> SiteEnvironment::contentOf(const Value& object, std::string_view key,
                                                const liquid::RenderOptions& reader) const
{
    return m_shown().of(object, key, reader);
}

std::optional<std::string> SiteEnvironment::textOf(const Value& object, bool inList,
                                                   const liquid::RenderOptions& reader) const
{
    return m_shown().textOf(object, inList, reader);
}

std::optional<std::string> SiteEnvironment::inspected(const Value& object) const
{
    return m_shown().inspected(object);
}

bool SiteEnvironment::highlightsCode() const
{
    const Value highlighter = m_content.config.values.get("highlighter");
    return highlighter == Value("rouge");
}

} // namespace galley::site
