// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace galley::check
{

namespace
{
/// Whether the image was written as <img>; Markdown's own ![](…) when it is not certain.
bool isWrittenAsHtml(const Subject& subject, const PageLink& link)
{
    if (link.found.empty())
        return true; // Liquid or an include made it
    const std::string_view before = std::string_view(subject.item.text).substr(0, link.offset);
    const std::size_t tag = before.rfind("<img");
    const std::size_t markdown = before.rfind("](");
    return tag != before.npos && (markdown == before.npos || tag > markdown) &&
           before.substr(tag).find('>') == before.npos;
}
} // namespace

void checkImageTexts(const Subject& subject, Findings& findings)
{
    for (const PageLink& link : subject.facts.links) {
        if (link.kind != PageLink::Kind::Image || link.alt == PageLink::Alt::Text)
            continue;
        const bool isHtml = isWrittenAsHtml(subject, link);
        if (isHtml && link.alt == PageLink::Alt::Decoration)
            continue;
        const std::string name = link.url.substr(link.url.rfind('/') + 1);
        findings.push_back(
            subject.atLink(link, Severity::Warning, "image-text",
                           "The image \"" + name + "\" has no text for readers who can not see it; " +
                               (isHtml ? "write alt=\"what it shows\" in its tag, or alt=\"\" if it is only decoration"
                                       : "write it as ![what it shows](…)")));
    }
}

} // namespace galley::check
