// SPDX-License-Identifier: MIT
#include "check/nearest.h"
#include "check/rules.h"

#include "post/frontmatteredit.h"
#include "site/merge.h"
#include "site/site.h"

#include <algorithm>

namespace galley::check
{

/// Keys and names of `authors:` in the configuration and of _data/authors; empty when the site keeps no list.
static std::vector<std::string> knownAuthors(const Site& site)
{
    std::vector<std::string> out;
    for (const Value& authors : {site.config().get("authors"), site.content().data.get("authors")}) {
        for (const auto& [key, value] : authors.isHash() ? authors.hash() : Hash()) {
            out.push_back(site::textOf(key));
            if (const Value name = value.isHash() ? value.get("name") : value; name.isString())
                out.push_back(name.string());
        }
        for (const Value& value : authors.isArray() ? authors.array() : Array()) {
            for (const std::string_view key : {"short_name", "key", "id", "username", "name"}) {
                if (const Value name = value.isHash() ? value.get(key) : value; name.isString())
                    out.push_back(name.string());
            }
        }
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
