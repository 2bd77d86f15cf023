// SPDX-License-Identifier: MIT
#include "layout/postrenderer.h"

#include "base/currentstop.h"
#include "base/limits.h"
#include "base/textcheck.h"
#include "layout/blockfinder.h"
#include "layout/builtinlayouts.h"
#include "layout/layoutmodel.h"
#include "layout/leftovers.h"
#include "layout/lonesite.h"
#include "layout/siteassets.h"
#include "layout/standalone.h"
#include "script/math.h"
#include "site/content.h"
#include "site/merge.h"
#include "site/plugins/finishedpage.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/siteenvironment.h"

namespace galley
{

namespace
{

void append(Diagnostics& to, Diagnostics from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Immutable, so one copy serves every thread.
const BuiltinLayouts& builtinLayouts()
{
    static const BuiltinLayouts layouts;
    return layouts;
}

std::vector<PageBlock> pageBlocks(const std::vector<markdown::Block>& blocks)
{
    std::vector<PageBlock> out;
    out.reserve(blocks.size());
    for (const markdown::Block& block : blocks)
        out.push_back({block.offset, block.length, block.firstLine, block.lastLine, block.hash});
    return out;
}

/// A site whose theme is not installed is shown in the built-in layouts, and so is a lone file.
bool usesBuiltinLayouts(const Site& site)
{
    return isLone(site) || (site.config().contains("theme") && !site.content().theme);
}

/// Document#place_in_layout?: style sheets and "none" stand alone.
bool wantsLayout(const site::Item& item)
{
    if (item.conversion == site::Conversion::Scss || item.conversion == site::Conversion::Sass)
        return false;
    return !(item.layout == Value("none"));
}

bool hasLayout(const site::Item& item)
{
    return wantsLayout(item) && !item.layout.isNil();
}

/// Renderer#place_in_layouts looks for the layout's name as a text: 404 is the layout "404".
std::string layoutName(const site::Item& item)
{
    return site::textOf(item.layout);
}

/// The layout of a lone file: the one it names when it is built in; else a plain page, so that there is one to see.
std::string loneLayout(const site::Item& item, Diagnostics& diagnostics)
{
    if (!item.layout.isString())
        return item.data.get("title").isTruthy() && item.bodyOffset > 0 ? "post" : "default";
    const std::string& name = item.layout.string();
    if (builtinLayouts().find(name))
        return name;
    diagnostics.push_back({item.relativePath, site::lineOfKey(item, "layout"), 0, Severity::Warning,
                           "Layout '" + name + "' requested in " +
                               std::filesystem::path(item.relativePath).filename().string() + " does not exist"});
    return "default";
}

/// One page on its way.
class PageMaking
{
public:
    PageMaking(const std::shared_ptr<const Site>& site, const site::ItemPtr& item, const ItemOptions& options,
               int depth = 0)
        : m_site(site), m_item(item), m_options(options), m_depth(depth), m_variables(site->variables(item))
    {
        m_liquid.page = m_variables.get("page");
        m_liquid.stop = options.stop;
        m_liquid.includes = options.includes;
        m_liquid.turn = site->turnOf(item);
        m_liquid.outputOf = [this](std::size_t turn) { return outputOf(turn); };
    }

    RenderedPage run()
    {
        const StopScope scope(m_options.stop);
        m_page.url = m_item->url;
        if (m_item->layout.isArray() || m_item->layout.isHash())
            m_page.diagnostics.push_back({m_item->relativePath, site::lineOfKey(*m_item, "layout"), 0,
                                          Severity::Warning,
                                          "A layout is asked for by one name; this is a list and is not used"});
        const site::Content content = makeContent();
        m_page.headings = content.headings;
        const bool lone = isLone(*m_site) && !(m_item->layout == Value("none"));
        if (lone)
            m_page.html = inLayouts(loneLayout(*m_item, m_page.diagnostics), content.html);
        else
            m_page.html = hasLayout(*m_item) ? inLayouts(layoutName(*m_item), content.html) : content.html;
        m_page.html = site::finishedPage(m_site->content(), *m_item, std::move(m_page.html));
        if (m_options.form == PageForm::Standalone)
            m_page.html = standalone();
        if (m_options.wantsBlocks)
            m_page.blocks = findBlocks(m_page.html, content.html, pageBlocks(content.blocks));
        return std::move(m_page);
    }

private:
    /// The variables of the page before this one, where the text reads them.
    void takeLeftovers()
    {
        if (m_depth >= limits::nestedExcerpts || isLone(*m_site) || !readsLeftovers(m_item->body()))
            return;
        bool forgotten = false; // by one whose layout was looked for and is none
        for (std::size_t turn = std::min(m_liquid.turn, m_site->turns()); turn-- > 0;) {
            const site::ItemPtr before = m_site->itemAtTurn(turn);
            if (!hasLayout(*before) || !m_site->layout(layoutName(*before))) {
                forgotten = forgotten || wantsLayout(*before);
                continue;
            }
            PageMaking making(m_site, before, {PageForm::SitePage, false, m_options.stop, nullptr}, m_depth + 1);
            making.run();
            m_variables.set("content", making.m_left.content);
            const bool named = hasLayout(*m_item) && m_item->layout.isString(); // here the name is not made a text
            const site::LayoutFile* own = named ? m_site->layout(m_item->layout.string()) : nullptr;
            const Hash left = forgotten ? Hash() : making.m_left.layout.hash();
            m_variables.set("layout", own ? Value(site::merged(own->data, left)) : forgotten ? Value() : Value(left));
            return;
        }
    }

    /// The whole page with that turn, which comes before this one's.
    std::string outputOf(std::size_t turn) const
    {
        const site::ItemPtr item = m_site->itemAtTurn(turn);
        PageMaking making(m_site, item, {PageForm::SitePage, false, m_options.stop, nullptr}, m_depth + 1);
        return m_depth < limits::nestedOutputs ? making.run().html : making.makeContent().html;
    }

    site::Content makeContent()
    {
        takeLeftovers();
        const site::SiteEnvironment& environment = m_site->environment();
        site::ContentRequest request{m_item->body(), m_item->bodyLine, m_item->relativePath};
        request.liquid = !(m_item->data.get("render_with_liquid") == Value(false));
        request.conversion = m_item->conversion;
        request.wantsLines = request.wantsConversion = m_options.wantsBlocks;
        request.before = m_options.before;
        const site::ContentTools tools{environment, environment.registry(), environment.markdown(), m_liquid};
        site::Content content = site::renderContent(request, tools, m_variables);
        append(m_page.diagnostics, std::move(content.diagnostics));
        m_page.conversion = content.conversion;
        return content;
    }

    std::string inLayouts(const std::string& name, const std::string& content)
    {
        m_liquid.ownContent = Value(content);
        const bool builtin = usesBuiltinLayouts(*m_site);
        if (builtin) {
            // A post without a date is as of now; the built-in layouts don't print that.
            Hash galley = builtinLayouts().variable().hash();
            galley.set("dated", !(m_item->date == m_site->now()));
            m_variables.set("galley", Value(std::move(galley)));
        }
        const LayoutModel model(
            [&](std::string_view wanted) {
                const site::LayoutFile* layout = m_site->layout(wanted);
                return layout || !builtin ? layout : builtinLayouts().find(wanted);
            },
            m_site->environment());
        const auto layoutLine = [this] { return site::lineOfKey(*m_item, "layout"); };
        LayoutModel::Rendered made =
            model.render({name, m_item->relativePath, layoutLine, content, m_variables, m_liquid}, m_page.diagnostics);
        m_left = std::move(made.left);
        return std::move(made.html);
    }

    std::string standalone()
    {
        const std::filesystem::path folder = std::filesystem::path(m_item->path).parent_path();
        const SiteAssets assets(m_site, m_item->url, folder);
        StandaloneOptions options;
        options.policy = m_options.policy;
        options.assets = [&](const std::string& url, const std::string& base, AssetUse use) {
            return assets.read(url, base, use);
        };
        options.siteUrl = m_site->content().setting("url") + m_site->content().setting("baseurl");
        options.math = [](std::string_view tex, bool display) { return script::math(tex, display).value_or(""); };
        options.mathStyle = script::mathStyles;
        return standalonePage(m_page.html, options, m_page.diagnostics);
    }

    const std::shared_ptr<const Site>& m_site;
    const site::ItemPtr& m_item;
    const ItemOptions m_options;
    int m_depth; ///< pages that are rendered for their leftovers
    Hash m_variables;
    Leftovers m_left;
    liquid::RenderOptions m_liquid;
    RenderedPage m_page;
};

} // namespace

RenderedPage renderItem(const std::shared_ptr<const Site>& site, const site::ItemPtr& item, const ItemOptions& options)
{
    return PageMaking(site, item, options).run();
}

RenderedPage renderPost(const RenderRequest& request)
{
    const std::shared_ptr<const Site> site = request.site ? request.site : loneSite(request);
    Diagnostics diagnostics = checkText(request.text);
    const bool valid = !hasErrors(diagnostics);
    const site::ItemPtr item =
        site->itemOf(request.path, valid ? std::string(request.text) : displayText(request.text), diagnostics);

    RenderedPage page = renderItem(site, item, {request.form, true, request.stop, nullptr, request.before, request.policy});
    append(diagnostics, std::move(page.diagnostics));
    // The caller knows the post by its own path, not by the one in the site.
    for (Diagnostic& each : diagnostics) {
        if (each.file == item->relativePath)
            each.file.clear();
    }
    page.diagnostics = std::move(diagnostics);
    return page;
}

} // namespace galley
