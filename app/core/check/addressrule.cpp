// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "base/normalform.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/jekyll/percent.h"

namespace galley::check
{

/// The path that a browser asks for when a link of relative_url is followed; nothing where that filter stops.
static std::optional<std::string> linkedPath(const std::string& url)
{
    const Expected<std::string> link = liquid::relativeUrl(std::string(), url);
    if (!link)
        return std::nullopt;
    return liquid::percentDecoded(link->substr(0, link->find_first_of("?#")));
}

static std::string folderOf(const std::string& path)
{
    return path.substr(0, path.rfind('/') + 1);
}

/// Jekyll writes the page where its own address says, but relative_url composes letters and accents (NFKC), and a "?"
/// ends a path: at the address in the links there is no page then.
void checkAddress(const Subject& subject, Findings& findings)
{
    const site::Item& item = subject.item;
    const std::optional<std::string> linked = linkedPath(item.url);
    if (item.generated || !item.written || !linked || *linked == liquid::percentDecoded(item.url))
        return;
    Finding finding = subject.at(1, Severity::Warning, "address",
                                 "Links that relative_url makes lead to " + *linked +
                                     ", where there is no page: the address of this one is " + item.url);
    const std::string name = unicode::composed(item.name, unicode::Form::Compatibility);
    if (name != item.name) {
        finding.diagnostic.text += ", for the letters of the file's name are written in another way (not in NFC)";
        finding.fix = Fix{"Rename to " + name, std::nullopt, folderOf(item.relativePath) + name};
    }
    findings.push_back(std::move(finding));
}

} // namespace galley::check
