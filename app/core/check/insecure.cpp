// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace galley::check
{

/// Browsers do not load what comes over http: into a page that came over https:.
void checkInsecureResources(const Subject& subject, Findings& findings)
{
    constexpr std::string_view scheme = "http://";
    for (const PageLink& link : subject.facts.links) {
        if (link.kind == PageLink::Kind::Link || link.url.compare(0, scheme.size(), scheme) != 0)
            continue;
        Finding finding =
            subject.atLink(link, Severity::Warning, "insecure",
                           "\"" + link.url + "\" comes over http:; browsers show warnings or leave it out. Use https:");
        if (link.found == link.url)
            finding.fix = Fix{"Use https:", TextEdit{link.offset, 4, "https"}};
        findings.push_back(std::move(finding));
    }
}

} // namespace galley::check
