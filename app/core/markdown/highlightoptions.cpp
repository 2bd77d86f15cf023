// SPDX-License-Identifier: MIT
#include "markdown/highlightoptions.h"

#include "markdown/optionvalues.h"

namespace galley::markdown
{

namespace
{
/// Rouge's options that change its HTML in ways this program does not know.
bool isOurLimit(std::string_view name)
{
    return name == "formatter" || name == "inline_theme" || name == "line_format";
}

void setHighlightOption(Options& options, HighlightOptions& target, std::string_view name, const Value& value)
{
    if (name == "default_lang")
        target.defaultLanguage = toText(value);
    else if (name == "guess_lang")
        target.guessLanguage = value.isTruthy();
    else if (name == "disable")
        target.disabled = value.isTruthy();
    else if (name == "css_class")
        target.cssClass = toText(value);
    else if (name == "wrap")
        target.wrap = value.isTruthy();
    else if (name == "line_numbers")
        target.lineNumbers = value.isTruthy();
    else if (name == "start_line")
        target.startLine = toText(value);
    else if (name == "table_class")
        target.tableClass = toText(value);
    else if (name == "gutter_class")
        target.gutterClass = toText(value);
    else if (name == "code_class")
        target.codeClass = toText(value);
    else if (isOurLimit(name) && value.isTruthy())
        options.unfollowed.push_back({"kramdown.syntax_highlighter_opts",
                                      "code is written with Rouge's option '" + std::string(name) + "' there",
                                      Concern::Code});
}
} // namespace

/// Both kinds of code get what stands at the top; `block:` and `span:` refine it.
bool setHighlightOptions(Options& options, const Value& given)
{
    const Value value = given.isString() ? Value(flowMapping(given.string())) : given;
    if (!value.isHash())
        return false;
    for (const auto& [key, setting] : value.hash()) {
        setHighlightOption(options, options.blockCode, toSymbol(key), setting);
        setHighlightOption(options, options.spanCode, toSymbol(key), setting);
    }
    const auto refine = [&](HighlightOptions& target, std::string_view kind) {
        const Value own = value.get(kind);
        if (!own.isHash())
            return;
        for (const auto& [key, setting] : own.hash())
            setHighlightOption(options, target, toSymbol(key), setting);
    };
    refine(options.blockCode, "block");
    refine(options.spanCode, "span");
    return true;
}

} // namespace galley::markdown
