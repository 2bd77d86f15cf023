// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "post/frontmatterlint.h"

namespace galley::check
{

/// What YAML makes of values that look harmless, and where it can not be read at all.
void checkFrontMatter(const Subject& subject, Findings& findings)
{
    for (const FrontMatterFinding& found : lintFrontMatter(subject.item.text)) {
        Finding finding{found.diagnostic, "front-matter"};
        finding.diagnostic.file = subject.item.relativePath;
        if (found.fix)
            finding.fix = Fix{found.fixTitle, *found.fix};
        findings.push_back(std::move(finding));
    }
}

} // namespace galley::check
