// SPDX-License-Identifier: MIT
#include "check/nearest.h"
#include "check/rules.h"

#include "post/frontmatteredit.h"
#include "site/authors.h"
#include "site/site.h"

#include <algorithm>

namespace galley::check
{

/// Keys and names: posts of some sites say the name.
static std::vector<std::string> knownAuthors(const Site& site)
{
    std::vector<std::string> out;
    for (const site::Author& author : site::listedAuthors(site)) {
        out.push_back(author.key);
        if (!author.name.empty())
            out.push_back(author.name);
    }
    return out;
}

void checkAuthor(const Subject& subject, Findings& findings)
{
    const Value given = subject.item.data.get("author");
    if (!given.isString() || given.string().empty())
        return;
    const std::vector<std::string> known = knownAuthors(subject.site);
    if (known.empty() || std::find(known.begin(), known.end(), given.string()) != known.end())
        return;
    const std::string meant = nearest(given.string(), known);
    Finding finding = subject.atKey("author", Severity::Warning, "author",
                                    "The site's list of authors has no \"" + given.string() + "\"" +
                                        (meant.empty() ? std::string() : "; was \"" + meant + "\" meant?"));
    const auto edit = frontmatter::setValue(subject.item.text, {std::string("author")}, Value(meant));
    if (!meant.empty() && edit)
        finding.fix = Fix{"Use " + meant, *edit};
    findings.push_back(std::move(finding));
}

} // namespace galley::check
