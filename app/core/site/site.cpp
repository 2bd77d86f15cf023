// SPDX-License-Identifier: MIT
#include "site/site.h"

#include "site/content.h"
#include "site/itemfactory.h"
#include "site/nesting.h"
#include "site/showncontent.h"
#include "site/sitedrop.h"
#include "site/siteenvironment.h"
#include "site/sitemodel.h"
#include "site/sitereader.h"
#include "site/stylesheet.h"
#include "site/yamlfile.h"

#include "base/currentstop.h"
#include "base/limits.h"

namespace galley
{

namespace fs = std::filesystem;

struct Site::Parts {
    site::Nesting nesting;
    std::unique_ptr<const site::SiteContent> content;
    std::unique_ptr<const site::SiteEnvironment> environment;
    std::unique_ptr<const site::SiteModel> model;
    std::unique_ptr<const site::ShownContent> shown;
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
        if (fs::is_regular_file(folder / "_config.yml", code) || fs::is_regular_file(folder / "_config.yaml", code))
            return folder;
        if (folder == folder.parent_path())
            break;
    }
    return {};
}

Site::Site(std::unique_ptr<const site::SiteContent> content) : m_parts(std::make_unique<Parts>())
{
    m_parts->content = std::move(content);
    m_parts->environment = std::make_unique<site::SiteEnvironment>(
        *m_parts->content, [this]() -> const site::ShownContent& { return *m_parts->shown; });
    m_parts->model = std::make_unique<site::SiteModel>(
        *m_parts->content,
        site::SiteModel::Converter{[this](const site::ItemPtr& item) { return converted(item, false); },
                                   [this](const site::ItemPtr& item) { return converted(item, true); },
                                   [this](const site::ItemPtr& item) { return sourceMap(item); }});
    m_parts->shown = std::make_unique<site::ShownContent>(*m_parts->content, *m_parts->model);
    m_parts->model->eachList([this](const Value& list) { environment().cache()->keepWithin(list); });
}

Site::~Site() = default;

std::string Site::sourceMap(const site::ItemPtr& style) const
{
    Diagnostics none; // its own rendering tells
    return site::styleSheet(*this, style, none, currentStop()).sourceMap;
}

std::string Site::converted(const site::ItemPtr& item, bool excerptOnly) const
{
    const site::Nesting::Level level(m_parts->nesting, limits::nestedExcerpts);
    if (!level.allowed())
        return {};
    if (item->conversion == site::Conversion::Scss || item->conversion == site::Conversion::Sass) {
        Diagnostics none; // its own rendering tells
        return site::styleSheet(*this, item, none, currentStop()).css;
    }
    const std::string_view text = excerptOnly ? std::string_view(item->excerpt) : item->body();
    site::ContentTools tools{environment(), environment().registry(), environment().markdown(), {}};
    tools.liquid.stop = currentStop();
    site::ContentRequest request{text, item->bodyLine, item->relativePath};
    request.liquid = !(item->data.get("render_with_liquid") == Value(false)) && text.find('{') != text.npos;
    request.conversion = item->conversion;
    request.wantsLines = false;
    Hash values;
    if (request.liquid) {
        values = variables(item);
        if (excerptOnly)
            values.set("page", m_parts->model->excerptPage(item));
        tools.liquid.page = values.get("page");
        tools.liquid.turn = turnOf(item);
    }
    return site::renderContent(request, tools, std::move(values)).html;
}

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
    const auto item = factory.make(site::sourceAt(path, content()), std::string(text), diagnostics,
                                   site::ItemFactory::BadDate::UseNow);
    bool changed = false;
    for (const site::ItemChange& change : content().changes) {
        if (item && (change.documents || !item->isDocument()))
            changed = change.run(*item) || changed;
    }
    if (changed)
        factory.finish(*item, diagnostics);
    return item;
}

Value Site::pageValue(const site::ItemPtr& item) const
{
    const Value page = m_parts->model->pageValue(item, site::Seen::AsWritten);
    if (!item->isArchive)
        return page;
    Hash archive = page.hash();
    archive.set("posts", m_parts->model->postsAt(item->listedPosts, site::Seen::Converted));
    return archive;
}

std::size_t Site::turnOf(const site::ItemPtr& item) const
{
    return m_parts->shown->turnOf(*item);
}

site::ItemPtr Site::itemAtTurn(std::size_t turn) const
{
    return m_parts->shown->itemAt(turn);
}

std::size_t Site::turns() const
{
    return m_parts->shown->turns();
}

Value Site::siteValue(const site::ItemPtr& current) const
{
    return Value(std::make_shared<const site::SiteDrop>(*m_parts->model, current, seenBy(current)));
}

/// The posts a page lists become drops here: the model is made after the plugins have run.
Value Site::paginatorValue(const site::ItemPtr& item) const
{
    if (!item->pager.isHash())
        return {};
    Hash pager = item->pager.hash();
    pager.set("posts", m_parts->model->postsAt(item->listedPosts, site::Seen::Converted));
    return pager;
}

Hash Site::variables(const site::ItemPtr& item) const
{
    Hash values;
    values.set("jekyll", m_parts->model->jekyll());
    values.set("site", siteValue(item));
    values.set("page", pageValue(item));
    values.set("paginator", paginatorValue(item));
    if (content().theme)
        values.set("theme", content().theme->toValue());
    const site::LayoutFile* own = item->layout.isString() ? layout(item->layout.string()) : nullptr;
    values.set("layout", own ? Value(own->data) : Value());
    if (item->conversion == site::Conversion::Markdown) { // Converters::Markdown's; the other converters have none
        values.set("highlighter_prefix", "\n");
        values.set("highlighter_suffix", "\n");
    }
    return values;
}

} // namespace galley
