// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace galley::check
{

void checkImageTexts(const Subject& subject, Findings& findings)
{
    for (const PageLink& link : subject.facts.links) {
        if (link.kind == PageLink::Kind::Image && !link.hasAlt)
            findings.push_back(
                subject.atLink(link, Severity::Warning, "image-text",
                               "The image \"" + link.url.substr(link.url.rfind('/') + 1) +
                                   "\" has no text for readers who can not see it; write it as ![what it shows](…)"));
    }
}

} // namespace galley::check
