// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "check/nearest.h"

namespace galley::check
{

void checkAnchors(const Subject& subject, Findings& findings)
{
    for (const PageLink& link : subject.facts.links) {
        if (link.kind != PageLink::Kind::Link || link.url.find('#') == std::string::npos)
            continue;
        const Target target = subject.addresses.resolve(link.url, subject.item);
        if (target.kind != Target::Kind::Page || target.fragment.empty() || target.fragment == "top")
            continue; // HTML, 7.4.6.3: "top" needs no element
        const bool own = target.ownPage || (target.item && target.item->path == subject.item.path);
        const std::unordered_set<std::string>* ids = own ? &subject.facts.ids : subject.idsOf(target.item);
        if (!ids || ids->contains(target.fragment) || target.fragment.rfind(":~:", 0) == 0)
            continue;
        const std::string where = own ? "this page" : target.item->relativePath;
        const std::string meant = nearest(target.fragment, {ids->begin(), ids->end()});
        Finding finding = subject.atLink(link, Severity::Warning, "broken-anchor",
                                         "The link \"" + link.url + "\" leads to the page's top: " + where +
                                             " has no heading or place \"#" + target.fragment + "\"" +
                                             (meant.empty() ? "" : "; was \"#" + meant + "\" meant?"));
        const std::size_t hash = link.found.find('#');
        if (!meant.empty() && hash != std::string::npos)
            finding.fix = Fix{"Use #" + meant, TextEdit{link.offset + hash + 1, link.found.size() - hash - 1, meant}};
        findings.push_back(std::move(finding));
    }
}

} // namespace galley::check
