// SPDX-License-Identifier: MIT
#include "markdown/blockscanner.h"
#include "markdown/commonmarkwriter.h"
#include "markdown/kramdownpasses.h"
#include "markdown/markdownparser.h"
#include "markdown/paragraphlimits.h"
#include "markdown/rougelanguages.h"

#include <array>

namespace galley::markdown
{

namespace
{
/// LF for every line end, and one at the end: kramdown's first step.
std::string unifiedLines(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 1);
    for (Pos from = 0; from < text.size();) {
        const Pos end = std::min(text.find('\r', from), text.size());
        out.append(text, from, end - from);
        if (end < text.size())
            out += '\n';
        from = end + 1 + (at(text, end + 1) == '\n');
    }
    if (out.empty() || out.back() != '\n')
        out += '\n';
    return out;
}

void warn(Document& document, std::string text)
{
    document.diagnostics.push_back({{}, 0, 0, Severity::Warning, std::move(text)});
}

void report(Document& document, const KramdownState& state)
{
    if (state.cutByDepth)
        warn(document, "Markup is nested too deeply; the innermost levels are shown as text");
    if (state.cutByWork)
        warn(document, "A paragraph has too many marks without an end; its rest is shown as text");
    if (state.cutByTable)
        warn(document, "A table has too many empty cells; its short rows are not filled up");
    if (state.tree.cutAttributes())
        warn(document, "An element has too many attributes; those beyond the limit are left out");
    if (state.cutByOutput)
        document.diagnostics.push_back(
            {{}, 0, 0, Severity::Error, "The page would be far larger than its text, so it ends early"});
}

/// What the page will show otherwise on the site, as far as the page has such things.
void noteDifferences(Document& document, const std::vector<Unfollowed>& settings,
                     const std::array<bool, concerns>& present)
{
    for (const Unfollowed& setting : settings) {
        if (!present[static_cast<std::size_t>(setting.concern)])
            continue;
        const Severity severity = setting.stopsBuild ? Severity::Error : Severity::Note;
        const char* const lead =
            setting.stopsBuild ? "Jekyll will not build the site: " : "Will look different on the site: ";
        document.diagnostics.push_back({setting.file, setting.line, 0, severity, lead + setting.text});
    }
}

Document fromKramdown(std::string_view markdown, const Options& options)
{
    Document document;
    Tree tree(unifiedLines(markdown));
    KramdownState state(tree, options);
    for (const auto& [name, target] : options.linkDefs)
        state.links[normalizedLinkName(name)] = {target.first, target.second, nullptr};
    BlockScanner(state, tree.source(), 0, 0).scan(tree.root());
    writeKramdown(document, state);
    report(document, state);
    noteDifferences(document, state.options.unfollowed, state.present);
    for (const auto& [language, line] : state.plainLanguages)
        document.diagnostics.push_back({{}, line + 1, 0, Severity::Note, plainLanguageNote(language)});
    return document;
}

Document fromCommonMark(std::string_view markdown, const Options& options)
{
    Document document;
    Tree tree(withBracketsBounded(std::string(markdown), document.diagnostics));
    Options own = options;
    if (options.flavour == Flavour::Gfm)
        own.commonMark = CommonMarkOptions::gfm();
    parseCommonMark(tree, own.commonMark, document.diagnostics);
    writeCommonMark(document, tree, own);
    noteDifferences(document, options.unfollowed, {true, true, true, true});
    return document;
}
} // namespace

Document toHtml(std::string_view markdown, const Options& options)
{
    return options.flavour == Flavour::Kramdown ? fromKramdown(markdown, options) : fromCommonMark(markdown, options);
}

} // namespace galley::markdown
