// SPDX-License-Identifier: MIT
#include "check/plainliquid.h"
#include "check/rules.h"

#include <algorithm>

namespace galley::check
{

namespace
{
/// Liquid's messages have paragraphs; a finding is one line of a list.
std::string inOneLine(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        const bool isSpace = c == '\n' || c == '\r' || c == ' ';
        if (!isSpace)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out.substr(0, out.find_last_not_of(' ') + 1);
}

/// A flaw without a line is most often one of the date: its line, or the first.
int lineFor(const Subject& subject, const Diagnostic& diagnostic)
{
    if (diagnostic.line != 0)
        return diagnostic.line;
    const bool ofDate = diagnostic.text.find("valid date in the YAML") != std::string::npos;
    return ofDate ? subject.atKey("date", Severity::Error, {}, {}).diagnostic.line : 1;
}
} // namespace

/// What Liquid, Markdown and the layouts had to say. What another rule has told already is not told again in other
/// words.
void checkRendering(const Subject& subject, Findings& findings)
{
    const auto isKnown = [&](const Diagnostic& diagnostic) {
        const bool ofLayout = diagnostic.text.rfind("Layout '", 0) == 0;
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            if (ofLayout && finding.rule == "layout")
                return true;
            return finding.diagnostic.line == diagnostic.line &&
                   diagnostic.text.find(finding.diagnostic.text) != std::string::npos;
        });
    };
    for (const Diagnostic& diagnostic : subject.facts.diagnostics) {
        if (isKnown(diagnostic))
            continue;
        Finding finding{diagnostic, "rendering"};
        if (finding.diagnostic.file.empty())
            finding.diagnostic.file = subject.item.relativePath;
        if (finding.diagnostic.file == subject.item.relativePath)
            finding.diagnostic.line = lineFor(subject, diagnostic);
        finding.diagnostic.text = inOneLine(plainLiquid(diagnostic.text));
        findings.push_back(std::move(finding));
    }
}

} // namespace galley::check
