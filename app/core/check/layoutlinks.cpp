// SPDX-License-Identifier: MIT
#include "check/layoutlinks.h"

#include "base/files.h"
#include "check/sourceplaces.h"
#include "site/folderfiles.h"
#include "site/site.h"

#include <algorithm>

namespace galley::check
{

LayoutLinks::LayoutLinks(const Site& site)
{
    takeTemplates(site);
    takeData(site);
}

void LayoutLinks::takeTemplates(const Site& site)
{
    for (const auto& [name, layout] : site.content().layouts)
        m_templates.push_back({layout.relativePath, layout.source, layout.bodyLine});
    for (const auto& [name, include] : site.content().includes)
        m_templates.push_back({include.relativePath, include.text});
}

void LayoutLinks::takeData(const Site& site)
{
    std::vector<std::filesystem::path> files = site::filesOfFolders(site, "_data");
    files.insert(files.begin(), {site.root() / "_config.yml", site.root() / "_config.yaml"});
    for (const std::filesystem::path& file : files) {
        if (Expected<std::string> text = readFile(file))
            m_data.push_back({file.lexically_relative(site.root()).generic_string(), *std::move(text)});
    }
}

/// The layouts around a page come before all other templates: two of them may have the same link.
std::vector<const LayoutLinks::Source*> LayoutLinks::templatesOf(const Subject& subject) const
{
    std::vector<const Source*> all;
    for (const Source& source : m_templates)
        all.push_back(&source);
    auto begin = all.begin();
    std::string name = subject.item.layout.isString() ? subject.item.layout.string() : std::string();
    while (const site::LayoutFile* layout = subject.site.layout(name)) {
        const auto found =
            std::find_if(begin, all.end(), [&](const Source* s) { return s->file == layout->relativePath; });
        if (found == all.end())
            break; // a loop of layouts
        std::rotate(begin, found, found + 1);
        ++begin;
        name = layout->parent();
    }
    return all;
}

/// The first place that the address, or its end, is written at. None: Liquid made all of it.
Diagnostic LayoutLinks::placeOf(const PageLink& link, const Subject& subject, Diagnostic diagnostic) const
{
    for (const Source* source : templatesOf(subject)) {
        SourcePlaces places(source->text);
        if (const auto place = places.find(link.url, 0, places.lineCount())) {
            diagnostic.file = source->file;
            diagnostic.line = place->line + source->firstLine;
            diagnostic.column = place->column;
            return diagnostic;
        }
    }
    const std::string base = subject.site.content().setting("baseurl");
    const bool isBased = !base.empty() && link.url.starts_with(base + "/");
    const std::string address = isBased ? link.url.substr(base.size()) : link.url; // relative_url put it before
    for (const Source& source : m_data) {
        const std::size_t at = source.text.find(address);
        if (at == std::string::npos)
            continue;
        diagnostic.file = source.file;
        diagnostic.line = 1 + static_cast<int>(std::count(source.text.begin(),
                                                          source.text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        return diagnostic;
    }
    return diagnostic;
}

void LayoutLinks::check(const Subject& subject, Findings& findings) const
{
    for (const PageLink& link : subject.facts.layoutLinks) {
        if (link.url.empty())
            continue;
        std::optional<Finding> finding = brokenLink(subject, link, subject.addresses.resolve(link.url, subject.item));
        if (!finding)
            continue;
        if (finding->rule == "plugin-pages") {
            findings.push_back(*std::move(finding));
            continue;
        }
        finding->fix.reset(); // it would be an edit of the post
        finding->diagnostic.line = 0;
        finding->diagnostic.column = 0;
        finding->diagnostic = placeOf(link, subject, std::move(finding->diagnostic));
        findings.push_back(*std::move(finding));
    }
}

} // namespace galley::check
