// SPDX-License-Identifier: MIT
#include "markdown/document.h"

#include "markdown/commonmarkwriter.h"
#include "markdown/markdownparser.h"

namespace galley::markdown
{

Document toHtml(std::string_view markdown, const Options& options)
{
    Document document;
    Tree tree{std::string(markdown)};
    parseCommonMark(tree, {options.flavour != Flavour::CommonMark}, document.diagnostics);
    writeCommonMark(document, tree, options);
    return document;
}

} // namespace galley::markdown
