// SPDX-License-Identifier: MIT
#include "check/check.h"

#include "check/pluginpages.h"
#include "check/rules.h"

#include "base/textcheck.h"
#include "base/unicode.h"
#include "layout/postrenderer.h"
#include "site/site.h"

#include <algorithm>
#include <map>

namespace galley::check
{

namespace
{
/// Renders the pages that links lead to, each once.
class OtherPages
{
public:
    explicit OtherPages(const PostRequest& request) : m_request(request) {}

    const std::unordered_set<std::string>* idsOf(const site::ItemPtr& item)
    {
        if (!item)
            return nullptr;
        const auto [place, added] = m_ids.try_emplace(item->path);
        if (added) {
            const RenderedPage page = renderItem(m_request.site, item, {PageForm::SitePage, false, m_request.stop});
            place->second = pageFacts(*item, page).ids;
        }
        return m_request.stop.stop_requested() ? nullptr : &place->second;
    }

private:
    const PostRequest& m_request;
    std::map<std::string, std::unordered_set<std::string>> m_ids;
};
} // namespace

Findings checkPost(const PostRequest& request)
{
    const bool valid = unicode::firstInvalid(request.text) == std::string_view::npos;
    PageFacts facts;
    Diagnostics reading = checkText(request.text);
    const site::ItemPtr item =
        request.site->itemOf(request.path, valid ? std::string(request.text) : displayText(request.text), reading);
    facts = pageFacts(*item, renderItem(request.site, item, {PageForm::SitePage, true, request.stop}));
    facts.diagnostics.insert(facts.diagnostics.begin(), reading.begin(), reading.end());
    const PostDocument document = PostDocument::parse(item->text);
    const Addresses addresses(*request.site);
    const PluginPages pluginPages(*request.site);
    OtherPages others(request);
    const bool isFixed = request.site->config().get("time").isTruthy(); // the time of the build is the site's wish
    const std::int64_t now = std::max(request.site->now().seconds, isFixed ? 0 : request.now);
    const Subject subject{*request.site, *item,     document,
                          facts,         addresses, [&](const site::ItemPtr& other) { return others.idsOf(other); },
                          pluginPages,   now};
    Findings findings;
    for (const Rule rule : rules()) {
        if (!request.stop.stop_requested())
            rule(subject, findings);
    }
    // The text was mended for display: its offsets are not those of the text that was given.
    for (Finding& finding : findings) {
        if (!valid && finding.fix && finding.fix->edit)
            finding.fix.reset();
    }
    for (Finding& finding : findings) {
        if (finding.diagnostic.file == item->relativePath)
            finding.diagnostic.file.clear();
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.diagnostic.line < b.diagnostic.line; });
    return findings;
}

} // namespace galley::check
