// SPDX-License-Identifier: MIT
// {site, path, markdown, html} and {case, input, options, markdown, html}: what kramdown 2.4 makes of Markdown.
#include "htmltree.h"
#include "markdown/document.h"
#include "vectormode.h"

namespace galley::vectors
{

namespace
{
std::string textOf(const Hash& line, std::string_view key)
{
    const Value value = line.get(key);
    return value.isString() ? value.string() : std::string();
}

Outcome compared(std::string name, const Hash& line, const markdown::Options& options)
{
    Outcome out;
    out.name = std::move(name);
    out.input = textOf(line, "markdown");
    const test::HtmlDifference difference =
        test::compareHtml(markdown::toHtml(out.input, options).html, textOf(line, "html"));
    out.equal = difference.equal;
    out.actual = difference.ours;
    out.expected = difference.theirs;
    return out;
}
} // namespace

Outcome postCase(const Hash& line, int)
{
    return compared(textOf(line, "site") + "/" + textOf(line, "path"), line, markdown::optionsFromConfig({}));
}

Outcome kramdownCase(const Hash& line, int)
{
    markdown::Options options;
    options.gfmInput = textOf(line, "input") == "GFM";
    const Value settings = line.get("options");
    if (settings.isHash()) {
        for (const auto& [key, value] : settings.hash())
            markdown::setKramdownOption(options, key.isString() ? key.string() : std::string(), value);
    }
    return compared(textOf(line, "case"), line, options);
}

} // namespace galley::vectors
