// SPDX-License-Identifier: MIT
// The examples of CommonMark's and GFM's specification files, compared as trees.
#include "htmltree.h"
#include "markdown/document.h"
#include "specfile.h"
#include "vectormode.h"

namespace galley::vectors
{

Outcome specExample(const Example& example, bool gfm)
{
    markdown::Options options;
    options.flavour = gfm ? markdown::Flavour::Gfm : markdown::Flavour::CommonMark;
    options.syntaxHighlighter.clear();
    Outcome out;
    out.name = "example " + std::to_string(example.number) + " (" + example.section + ")";
    out.input = example.markdown;
    out.actual = markdown::toHtml(example.markdown, options).html;
    out.expected = example.html;
    out.equal = out.actual == out.expected || test::compareHtml(out.actual, out.expected).equal;
    return out;
}

} // namespace galley::vectors
