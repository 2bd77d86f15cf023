// SPDX-License-Identifier: MIT
#include "markdown/markdownparser.h"

#include "markdown/paragraphlimits.h"
#include "markdown/treebuilder.h"

#include <md4c.h>

namespace galley::markdown
{

namespace
{
unsigned flagsFor(const CommonMarkOptions& options, bool autolinks)
{
    return (options.tables ? MD_FLAG_TABLES : 0) | (options.strikethrough ? MD_FLAG_STRIKETHROUGH : 0)
        | (options.taskLists ? MD_FLAG_TASKLISTS : 0) | (autolinks ? MD_FLAG_PERMISSIVEAUTOLINKS : 0);
}

MD_PARSER parserFor(unsigned flags)
{
    MD_PARSER parser{};
    parser.flags = flags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
        return static_cast<TreeBuilder*>(self)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<TreeBuilder*>(self)->leaveBlock(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
        return static_cast<TreeBuilder*>(self)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<TreeBuilder*>(self)->leaveSpan(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return static_cast<TreeBuilder*>(self)->text(type, {text, size});
    };
    return parser;
}
} // namespace

void parseCommonMark(Tree& tree, const CommonMarkOptions& options, Diagnostics& diagnostics)
{
    // tree.source() is a std::string, so a NUL follows its last byte: md4c 0.4.8 reads one byte too far
    // when a text ends in a digit.
    const std::string& source = tree.source();
    const bool autolinks = options.autolinks && admitsAutolinks(source);
    if (options.autolinks && !autolinks)
        diagnostics.push_back({{}, 0, 0, Severity::Warning, "A paragraph is too long to look for bare addresses; no address of the text becomes a link"});
    TreeBuilder builder(tree);
    const MD_PARSER parser = parserFor(flagsFor(options, autolinks));
    const int result = md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &builder);
    if (result != 0)
        diagnostics.push_back({{}, 0, 0, Severity::Error, "The page would be far larger than its text, so it ends early"});
    if (builder.cutByDepth())
        diagnostics.push_back({{}, 0, 0, Severity::Warning, "Markup is nested too deeply; the innermost levels are left out"});
    completeLines(tree, builder.lines());
}

} // namespace galley::markdown
