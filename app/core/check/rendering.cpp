// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include <algorithm>

namespace galley::check
{

/// What Liquid, Markdown and the layouts had to say. What another rule has told already is not told again in other words.
void checkRendering(const Subject& subject, Findings& findings)
{
    const auto isKnown = [&](const Diagnostic& diagnostic) {
        const bool ofLayout = diagnostic.text.rfind("Layout '", 0) == 0;
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            if (ofLayout && finding.rule == "layout")
                return true;
            return finding.diagnostic.line == diagnostic.line && diagnostic.text.find(finding.diagnostic.text) != std::string::npos;
        });
    };
    for (const Diagnostic& diagnostic : subject.facts.diagnostics) {
        if (isKnown(diagnostic))
            continue;
        Finding finding{diagnostic, "rendering"};
        if (finding.diagnostic.file.empty())
            finding.diagnostic.file = subject.item.relativePath;
        findings.push_back(std::move(finding));
    }
}

} // namespace galley::check
