// SPDX-License-Identifier: MIT
#include "check/nearest.h"
#include "check/rules.h"

#include "layout/lonesite.h"
#include "post/frontmatteredit.h"
#include "site/site.h"

namespace galley::check
{

static std::vector<std::string> layoutNames(const Site& site)
{
    std::vector<std::string> names;
    for (const auto& [name, layout] : site.content().layouts)
        names.push_back(name);
    return names;
}

void checkLayout(const Subject& subject, Findings& findings)
{
    const site::Item& item = subject.item;
    const bool themeMissing = subject.site.config().contains("theme") && !subject.site.content().theme;
    if (isLone(subject.site) || themeMissing || item.conversion != site::Conversion::Markdown)
        return;
    const Value& written = item.data.contains("layout") ? item.data.get("layout") : item.layout; // default-layout's too
    if (!written.isString()) {
        if (written.isNil() && item.isDocument() && item.written)
            findings.push_back(
                subject.at(1, Severity::Warning, "layout",
                           "There is no layout: the page would be the bare text, without the site around it"));
        return;
    }
    const std::string& name = written.string();
    if (name == "none" || name.empty() || subject.site.layout(name))
        return;
    const std::string meant = nearest(name, layoutNames(subject.site));
    Finding finding = subject.atKey("layout", Severity::Warning, "layout",
                                    "The site has no layout \"" + name + "\"" +
                                        (meant.empty() ? std::string() : "; was \"" + meant + "\" meant?"));
    const auto edit = frontmatter::setValue(item.text, {std::string("layout")}, Value(meant));
    if (!meant.empty() && edit)
        finding.fix = Fix{"Use " + meant, *edit};
    findings.push_back(std::move(finding));
}

} // namespace galley::check
