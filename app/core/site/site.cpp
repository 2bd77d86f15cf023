// SPDX-License-Identifier: MIT
#include "site/site.h"

#include "site/content.h"
#include "site/itemfactory.h"
#include "site/sitedrop.h"
#include "site/siteenvironment.h"
#include "site/sitemodel.h"
#include "site/sitereader.h"
#include "site/yamlfile.h"

namespace galley
{

namespace fs = std::filesystem;

struct Site::Parts {
    std::unique_ptr<const site::SiteContent> content;
    std::unique_ptr<const site::SiteEnvironment> environment;
    std::unique_ptr<const site::SiteModel> model;
};

namespace
{
/// Documents are rendered before pages, and pages see them converted (see site::Seen).
site::Seen seenBy(const site::ItemPtr& item)
{
    return item && item->isDocument() ? site::Seen::AsWritten : site::Seen::Converted;
}
} // namespace

std::shared_ptr<const Site> Site::read(const SiteOptions& options)
{
    return std::make_shared<const Site>(site::readSite(options));
}

fs::path Site::rootOf(const fs::path& file)
{
    std::error_code code;
    for (fs::path folder = file.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "_config.yml", code) ||
            fs::is_regular_file(folder / "_config.yaml", code))
            return folder;
        if (folder == folder.parent_path())
            break;
    }
    return {};
}

Site::Site(std::unique_ptr<const site::SiteContent> content) : m_parts(std::make_unique<Parts>())
{
    m_parts->content = std::move(content);
    m_parts->environment = std::make_unique<site::SiteEnvironment>(*m_parts->content);
    const auto convert = [this](const site::ItemPtr& item, std::string_view text) {
        const site::ContentTools tools{
            *m_parts->environment, m_parts->environment->registry(), m_parts->environment->markdown(), {}};
        site::ContentRequest request{text, item->bodyLine, item->relativePath};
        request.liquid = !(item->data.get("render_with_liquid") == Value(false));
        request.conversion = item->conversion;
        request.wantsLines = false;
        const Hash values = variables(item);
        site::ContentTools own = tools;
        own.liquid.page = values.get("page");
        return site::renderContent(request, own, values).html;
    };
    m_parts->model = std::make_unique<site::SiteModel>(
        *m_parts->content,
        site::SiteModel::Converter{
            [convert](const site::ItemPtr& item) { return convert(item, item->body()); },
            [convert](const site::ItemPtr& item) { return convert(item, item->excerpt); }});
}

Site::~Site() = default;

const fs::path& Site::root() const
{
    return m_parts->content->options.root;
}
const Hash& Site::config() const
{
    return m_parts->content->config.values;
}
const DateTime& Site::now() const
{
    return m_parts->content->now;
}
const TimeZone& Site::timeZone() const
{
    return m_parts->content->zone;
}
const Diagnostics& Site::diagnostics() const
{
    return m_parts->content->diagnostics;
}
const site::SiteContent& Site::content() const
{
    return *m_parts->content;
}
const site::SiteEnvironment& Site::environment() const
{
    return *m_parts->environment;
}

const site::LayoutFile* Site::layout(std::string_view name) const
{
    const auto it = content().layouts.find(name);
    return it == content().layouts.end() ? nullptr : &it->second;
}

site::ItemPtr Site::itemAt(const fs::path& path) const
{
    const auto it = content().byPath.find(path.lexically_normal().string());
    return it == content().byPath.end() ? nullptr : it->second;
}

site::ItemPtr Site::itemOf(const fs::path& path, std::string_view text, Diagnostics& diagnostics) const
{
    const site::ItemFactory factory(content());
    return factory.make(site::sourceAt(path, content()), std::string(text), diagnostics,
                        site::ItemFactory::BadDate::UseNow);
}

Value Site::pageValue(const site::ItemPtr& item) const
{
    return m_parts->model->pageValue(item, site::Seen::AsWritten);
}

Value Site::siteValue(const site::ItemPtr& current) const
{
    return Value(std::make_shared<const site::SiteDrop>(*m_parts->model, current, seenBy(current)));
}

Hash Site::variables(const site::ItemPtr& item) const
{
    Hash jekyll;
    jekyll.set("version", "4.3.1");
    jekyll.set("environment", content().options.environment);
    Hash values;
    values.set("jekyll", Value(std::move(jekyll)));
    values.set("site", siteValue(item));
    values.set("page", pageValue(item));
    values.set("paginator", item->pager);
    if (content().theme)
        values.set("theme", content().theme->toValue());
    const site::LayoutFile* own = item->layout.isString() ? layout(item->layout.string()) : nullptr;
    values.set("layout", own ? Value(own->data) : Value());
    return values;
}

} // namespace galley
