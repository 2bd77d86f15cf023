// SPDX-License-Identifier: MIT
#include "check/check.h"

#include "check/droppedposts.h"
#include "check/layoutlinks.h"
#include "check/pluginpages.h"
#include "check/rules.h"

#include "layout/postrenderer.h"
#include "site/parallel.h"
#include "site/site.h"
#include "site/stylesheet.h"
#include "site/unreaddrafts.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <tuple>

namespace galley::check
{

namespace
{
bool isStyle(const site::Item& item)
{
    return item.conversion == site::Conversion::Scss || item.conversion == site::Conversion::Sass;
}

/// Published or not, each once, in the order of their names.
std::vector<site::ItemPtr> itemsOf(const site::SiteContent& content)
{
    std::vector<site::ItemPtr> items;
    for (const auto& [path, item] : content.byPath)
        items.push_back(item);
    for (const site::ItemPtr& page : content.pages) {
        if (page->generated && !content.byPath.contains(page->path))
            items.push_back(page);
    }
    std::sort(items.begin(), items.end(),
              [](const site::ItemPtr& a, const site::ItemPtr& b) { return a->relativePath < b->relativePath; });
    return items;
}

/// First all pages are rendered, then their links are followed: anchors are known by then.
class Checking
{
public:
    explicit Checking(const SiteRequest& request)
        : m_request(request), m_site(*request.site), m_items(itemsOf(m_site.content())), m_addresses(m_site),
          m_layoutLinks(m_site), m_pluginPages(m_site)
    {
        takeDrafts();
        m_facts.resize(m_items.size());
        m_found.resize(m_items.size());
        for (std::size_t i = 0; i < m_items.size(); ++i)
            m_index.emplace(m_items[i].get(), i);
    }

    Findings run()
    {
        site::forEachIndex(m_items.size(), m_request.jobs, [this](std::size_t i) { render(i); });
        site::forEachIndex(m_items.size(), m_request.jobs, [this](std::size_t i) { look(i); });
        Findings all = droppedPosts(m_site);
        const auto isTold = [dropped = all](const Diagnostic& diagnostic) {
            return std::any_of(dropped.begin(), dropped.end(),
                               [&](const Finding& finding) { return finding.diagnostic.file == diagnostic.file; });
        };
        for (const Diagnostic& diagnostic : m_site.diagnostics()) {
            if (!isTold(diagnostic))
                all.push_back({diagnostic, "site"});
        }
        const Findings unread = unreadPages(m_site);
        all.insert(all.end(), unread.begin(), unread.end());
        all.insert(all.end(), m_drafts.begin(), m_drafts.end());
        for (Findings& some : m_found)
            all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        return inOrder(std::move(all));
    }

private:
    /// Their front matter was not read with the site's.
    void takeDrafts()
    {
        for (site::UnreadDraft& draft : site::unreadDrafts(m_site)) {
            for (Diagnostic& diagnostic : draft.reading) {
                if (diagnostic.file.empty())
                    diagnostic.file = draft.item->relativePath;
                m_drafts.push_back({std::move(diagnostic), "site"});
            }
            m_items.push_back(std::move(draft.item));
        }
    }

    void render(std::size_t i)
    {
        if (m_request.stop.stop_requested())
            return;
        if (isStyle(*m_items[i]))
            (void)site::styleSheet(m_site, m_items[i], m_facts[i].diagnostics, m_request.stop);
        else
            m_facts[i] = pageFacts(*m_items[i],
                                   renderItem(m_request.site, m_items[i], {PageForm::SitePage, true, m_request.stop}));
        tellProgress();
    }

    void look(std::size_t i)
    {
        if (m_request.stop.stop_requested())
            return;
        const site::Item& item = *m_items[i];
        const PostDocument document = PostDocument::parse(item.text);
        const Subject subject{m_site,        item,
                              document,      m_facts[i],
                              m_addresses,   [this](const site::ItemPtr& other) { return idsOf(other); },
                              m_pluginPages, m_site.now().seconds};
        if (item.generated || isStyle(item))
            checkRendering(subject, m_found[i]);
        else
            for (const Rule rule : rules())
                rule(subject, m_found[i]);
        if (!item.generated && item.outputExtension == ".html")
            m_layoutLinks.check(subject, m_found[i]);
        tellProgress();
    }

    const std::unordered_set<std::string>* idsOf(const site::ItemPtr& item) const
    {
        const auto found = m_index.find(item.get());
        return found == m_index.end() ? nullptr : &m_facts[found->second].ids;
    }

    /// By file and line; a layout's flaw is found once for each page in it and told once.
    static Findings inOrder(Findings all)
    {
        std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
            return std::tie(a.diagnostic.file, a.diagnostic.line) < std::tie(b.diagnostic.file, b.diagnostic.line);
        });
        std::map<std::tuple<std::string, int, int, std::string>, std::size_t> seen;
        Findings out;
        for (Finding& finding : all) {
            const Diagnostic& d = finding.diagnostic;
            const auto [known, isNew] = seen.try_emplace({d.file, d.line, d.column, d.text}, out.size());
            if (isNew)
                out.push_back(std::move(finding));
            else if (finding.fix && !out[known->second].fix)
                out[known->second] = std::move(finding); // reading the site told it without the edit that mends it
        }
        return out;
    }

    void tellProgress()
    {
        constexpr std::size_t interval = 64; // a person sees no more
        const std::size_t total = 2 * m_items.size();
        const std::size_t done = ++m_done;
        if (!m_request.progress || (done % interval != 0 && done != total))
            return;
        const std::lock_guard lock(m_mutex);
        m_request.progress(done, total);
    }

    const SiteRequest& m_request;
    const Site& m_site;
    std::vector<site::ItemPtr> m_items;
    std::vector<PageFacts> m_facts;
    std::vector<Findings> m_found;
    Findings m_drafts;
    Addresses m_addresses;
    LayoutLinks m_layoutLinks;
    PluginPages m_pluginPages;
    std::unordered_map<const site::Item*, std::size_t> m_index;
    std::atomic<std::size_t> m_done{0};
    std::mutex m_mutex;
};
} // namespace

Findings checkSite(const SiteRequest& request)
{
    return Checking(request).run();
}

} // namespace galley::check
