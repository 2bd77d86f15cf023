// SPDX-License-Identifier: MIT
#include "check/pluginpages.h"
#include "check/rules.h"

#include "base/htmlscanner.h"
#include "layout/lonesite.h"
#include "site/site.h"
#include "site/urls.h"

#include <algorithm>

namespace galley::check
{

namespace
{
const char* nounOf(PageLink::Kind kind)
{
    return kind == PageLink::Kind::Image ? "image" : kind == PageLink::Kind::Link ? "link" : "file";
}

std::string afterLastSlash(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

/// Puts `right` where the link's last part stands.
std::optional<Fix> nameFix(const PageLink& link, const std::string& right)
{
    const std::string name = afterLastSlash(right);
    const std::size_t slash = link.found.rfind('/');
    const std::size_t from = slash == std::string::npos ? 0 : slash + 1;
    const std::size_t length = link.found.find_first_of("?#", from);
    const std::string written = link.found.substr(from, length == std::string::npos ? length : length - from);
    if (link.found.empty() || name.empty() || written.size() != name.size())
        return std::nullopt;
    return Fix{"Use " + name, TextEdit{link.offset + from, written.size(), name}};
}

/// A whole address in the source is exchanged for one that holds wherever the site is published.
std::optional<Fix> addressFix(const PageLink& link, const std::string& address)
{
    if (link.found != link.url)
        return std::nullopt;
    const std::size_t rest = std::min(link.found.find_first_of("?#"), link.found.size());
    return Fix{"Use " + address, TextEdit{link.offset, rest, "{{ '" + address + "' | relative_url }}"}};
}

std::string whyUnpublished(const site::Item& item, const Site& site)
{
    if (item.kind == site::ItemKind::Draft)
        return "a draft";
    if (item.data.contains("published") && !item.data.get("published").isTruthy())
        return "marked published: false";
    return item.isDocument() && item.date.seconds > site.now().seconds ? "dated in the future" : "not published";
}

/// Only what does not stand at the link itself is found more than once.
bool isTold(const Finding& finding, const Findings& findings)
{
    return finding.rule == "plugin-pages" && std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
               return other.diagnostic.text == finding.diagnostic.text;
           });
}

} // namespace

std::optional<Finding> brokenLink(const Subject& subject, const PageLink& link, const Target& target)
{
    const std::string noun = nounOf(link.kind);
    const auto broken = [&](const std::string& text) {
        return subject.atLink(link, Severity::Warning, "broken-" + noun, text);
    };
    switch (target.kind) {
    case Target::Kind::Elsewhere:
    case Target::Kind::Page:
    case Target::Kind::File: return std::nullopt;
    case Target::Kind::WrongCase: {
        Finding finding = broken("The " + noun + " \"" + link.url + "\" differs in upper and lower case from " +
                                 target.right + "; it works on some computers and not on the published site");
        finding.fix = nameFix(link, target.right);
        return finding;
    }
    case Target::Kind::Source: {
        Finding finding =
            broken("The link \"" + link.url + "\" names the source file; readers find the page at " + target.right);
        finding.fix = addressFix(link, target.right);
        return finding;
    }
    case Target::Kind::Unpublished:
        return broken("The link \"" + link.url + "\" leads to " + target.item->relativePath + ", which is " +
                      whyUnpublished(*target.item, subject.site));
    case Target::Kind::NotCopied:
        return broken("The " + noun + " \"" + link.url +
                      "\" is there, but Jekyll does not copy it to the published site");
    case Target::Kind::OutsideBase: {
        Finding finding = broken("The " + noun + " \"" + link.url + "\" leaves the site: its pages lie below \"" +
                                 subject.site.content().setting("baseurl") + "\"");
        finding.fix = addressFix(link, target.right);
        return finding;
    }
    case Target::Kind::Missing: break;
    }
    if (std::optional<Finding> ofPlugin = subject.pluginPages.find(subject, link))
        return ofPlugin;
    return broken(isLone(subject.site)
                      ? "There is no file \"" + link.url + "\" beside this one"
                      : "The " + noun + " \"" + link.url + "\" leads nowhere: the site has nothing at this address");
}

void checkLinks(const Subject& subject, Findings& findings)
{
    for (const PageLink& link : subject.facts.links) {
        if (link.url.empty())
            findings.push_back(subject.atLink(link, Severity::Warning, std::string("broken-") + nounOf(link.kind),
                                              std::string("This ") + nounOf(link.kind) + " has no address"));
        else if (auto finding = brokenLink(subject, link, subject.addresses.resolve(link.url, subject.item));
                 finding && !isTold(*finding, findings))
            findings.push_back(*std::move(finding));
    }
}

} // namespace galley::check
