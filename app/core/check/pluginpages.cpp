// SPDX-License-Identifier: MIT
#include "check/pluginpages.h"

#include "site/folderfiles.h"
#include "site/site.h"
#include "site/urls.h"

#include <algorithm>

namespace galley::check
{

namespace
{
/// "tags" of "tags/qt/index.html"; empty for a file in the root and for a folder's own index.
std::string topFolder(const std::string& destination)
{
    const std::size_t slash = destination.find('/');
    const bool isIndex = slash != std::string::npos && destination.substr(slash + 1) == "index.html";
    return slash == std::string::npos || isIndex ? std::string() : destination.substr(0, slash);
}

std::string withoutPrefix(const std::string& text, const std::string& prefix)
{
    return !prefix.empty() && text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}
} // namespace

PluginPages::PluginPages(const Site& site)
    : m_baseUrl(site.content().setting("baseurl")), m_siteUrl(site.content().setting("url"))
{
    const site::SiteContent& content = site.content();
    for (const std::filesystem::path& path : site::filesBelow(site.root() / content.setting("plugins_dir"))) {
        if (path.extension() == ".rb" && m_file.empty()) {
            m_file = path.lexically_relative(site.root()).generic_string();
            m_name = m_file;
        }
    }
    for (const std::string& name : content.config.pluginNames) {
        if (m_file.empty() && !content.plugins.has(name)) {
            m_file = "_config.yml";
            m_name = "the plugin " + name;
        }
    }
    if (m_file.empty())
        return;
    const auto take = [this](const std::string& destination) { m_folders.insert(topFolder(destination)); };
    for (const site::ItemPtr& page : content.pages)
        take(page->destination());
    for (const site::Collection& collection : content.collections) {
        for (const site::ItemPtr& document : collection.documents)
            take(document->destination());
    }
    for (const site::StaticFile& file : content.staticFiles)
        take(file.destination());
}

std::optional<Finding> PluginPages::find(const Subject& subject, const PageLink& link) const
{
    if (m_file.empty() || link.kind != PageLink::Kind::Link)
        return std::nullopt;
    const std::string path = withoutPrefix(withoutPrefix(link.url, m_siteUrl), m_baseUrl);
    const std::size_t end = path.empty() || path.front() != '/' ? std::string::npos : path.find('/', 1);
    if (end == std::string::npos || m_folders.contains(site::unescapePath(path.substr(1, end - 1))))
        return std::nullopt;
    Finding finding =
        subject.at(1, Severity::Note, "plugin-pages",
                   "The site itself writes no pages below " + path.substr(0, end + 1) +
                       ", where links of its pages lead; " + m_name + ", which Galley does not run, may write them");
    finding.diagnostic.file = m_file;
    return finding;
}

} // namespace galley::check
