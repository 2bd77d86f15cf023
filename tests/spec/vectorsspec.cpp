// SPDX-License-Identifier: MIT
// The examples of CommonMark's and GFM's specification files, compared as trees.
#include "htmltree.h"
#include "markdown/document.h"
#include "specfile.h"
#include "vectormode.h"

#include <md4c-html.h>

namespace galley::vectors
{

Outcome specExample(const Example& example)
{
    markdown::Options options;
    options.flavour = example.extension.empty() ? markdown::Flavour::CommonMark : markdown::Flavour::Gfm;
    options.syntaxHighlighter.clear();
    Outcome out;
    out.name = "example " + std::to_string(example.number) + " (" + example.section + ")";
    out.input = example.markdown;
    out.actual = markdown::toHtml(example.markdown, options).html;
    out.expected = example.html;
    out.equal = out.actual == out.expected || test::compareHtml(out.actual, out.expected).equal;
    return out;
}

bool md4cAgrees(const Example& example)
{
    std::string html;
    const auto append = [](const MD_CHAR* text, MD_SIZE size, void* out) {
        static_cast<std::string*>(out)->append(text, size);
    };
    const unsigned flags = example.extension.empty() ? MD_DIALECT_COMMONMARK : MD_DIALECT_GITHUB;
    md_html(example.markdown.c_str(), static_cast<MD_SIZE>(example.markdown.size()), append, &html, flags,
            MD_HTML_FLAG_XHTML);
    return test::compareHtml(html, example.html).equal;
}

} // namespace galley::vectors
