// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "post/frontmatteredit.h"
#include "site/site.h"

namespace galley::check
{

void checkPublished(const Subject& subject, Findings& findings)
{
    const site::Item& item = subject.item;
    if (item.kind == site::ItemKind::Draft)
        findings.push_back(
            subject.at(1, Severity::Note, "draft", "This is a draft: Jekyll publishes it when it is moved to _posts"));
    const bool hidden = item.data.contains("published") && !item.data.get("published").isTruthy();
    if (!hidden || subject.site.config().get("unpublished").isTruthy())
        return;
    Finding finding = subject.atKey("published", Severity::Note, "unpublished",
                                    "published: says that this is not to be shown; Jekyll leaves it out");
    if (const auto edit = frontmatter::remove(item.text, {std::string("published")}))
        finding.fix = Fix{"Publish it", *edit};
    findings.push_back(std::move(finding));
}

} // namespace galley::check
