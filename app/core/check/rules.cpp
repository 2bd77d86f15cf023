// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "post/frontmatteredit.h"

#include <algorithm>
#include <array>

namespace galley::check
{

std::span<const Rule> rules()
{
    static constexpr std::array<Rule, 17> all{
        checkFileName,   checkAddress,    checkNameAndDate, checkFutureDate,        checkPublished, checkFrontMatter,
        checkTitle,      checkLayout,     checkAuthor,      checkSameAddress,       checkLinks,     checkAnchors,
        checkImageTexts, checkPhotoSizes, checkHeadingIds,  checkInsecureResources, checkRendering};
    return all;
}

Diagnostics diagnosticsOf(const Findings& findings)
{
    Diagnostics out;
    std::transform(findings.begin(), findings.end(), std::back_inserter(out),
                   [](const Finding& finding) { return finding.diagnostic; });
    return out;
}

Finding Subject::at(int line, Severity severity, std::string rule, std::string text) const
{
    return {{item.relativePath, line, 0, severity, std::move(text)}, std::move(rule)};
}

Finding Subject::atKey(std::string_view key, Severity severity, std::string rule, std::string text) const
{
    const int line = frontmatter::lineOf(item.text, {std::string(key)});
    return at(std::max(line, 1), severity, std::move(rule), std::move(text));
}

Finding Subject::atLink(const PageLink& link, Severity severity, std::string rule, std::string text) const
{
    Finding finding = at(link.line, severity, std::move(rule), std::move(text));
    finding.diagnostic.column = link.column;
    return finding;
}

} // namespace galley::check
