// SPDX-License-Identifier: MIT
#include "markdown/options.h"

#include "base/unicode.h"
#include "markdown/highlightoptions.h"
#include "markdown/optionvalues.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
bool setTocLevels(Options& options, const Value& value)
{
    std::vector<int> levels;
    const std::string text = toText(value);
    if (value.isRange() || (text.size() == 4 && text.compare(1, 2, "..") == 0)) {
        const int first = value.isRange() ? static_cast<int>(value.range().first) : text[0] - '0';
        const int last = value.isRange() ? static_cast<int>(value.range().last) : text[3] - '0';
        for (int level = std::max(first, 1); level <= std::min(last, 6); ++level)
            levels.push_back(level);
    } else {
        for (const std::string& item : toList(value)) {
            const auto level = toInt(Value(item));
            if (!level || *level < 1 || *level > 6)
                return false;
            levels.push_back(*level);
        }
    }
    options.tocLevels = levels;
    return true;
}

bool setSmartQuotes(Options& options, const Value& value)
{
    const std::vector<std::string> list = toList(value);
    if (list.size() != options.smartQuotes.size())
        return false;
    std::copy(list.begin(), list.end(), options.smartQuotes.begin());
    return true;
}

bool setEntityOutput(Options& options, const Value& value)
{
    const std::string name = toSymbol(value);
    options.entityOutput = name == "as_input"   ? EntityOutput::AsInput
                           : name == "symbolic" ? EntityOutput::Symbolic
                           : name == "numeric"  ? EntityOutput::Numeric
                                                : EntityOutput::AsChar;
    return true;
}

bool setLinkDefs(Options& options, const Value& value)
{
    if (!value.isHash())
        return false;
    for (const auto& [key, target] : value.hash()) {
        if (!target.isArray() || target.array().empty())
            return false;
        const Array& parts = target.array();
        const bool titled = parts.size() > 1 && !parts[1].isNil();
        options.linkDefs[unicode::toLower(toText(key))] = {toText(parts[0]),
                                                           titled ? std::optional(toText(parts[1])) : std::nullopt};
    }
    return true;
}

bool setTypographicSymbols(Options& options, const Value& value)
{
    if (!value.isHash())
        return false;
    for (const auto& [key, text] : value.hash())
        options.typographicSymbols[toSymbol(key)] = toText(text);
    return true;
}

bool setQuirks(Options& options, const Value& value)
{
    const std::vector<std::string> list = toList(value);
    const auto has = [&](const char* name) {
        return std::any_of(list.begin(), list.end(), [&](const std::string& s) { return toSymbol(Value(s)) == name; });
    };
    options.quirkParagraphEnd = has("paragraph_end");
    options.quirkNoTypographic = has("no_auto_typographic");
    return true;
}

using Setter = bool (*)(Options&, const Value&);

template <bool Options::*Member>
bool setBool(Options& options, const Value& value)
{
    options.*Member = toBool(value);
    return true;
}

template <std::string Options::*Member>
bool setText(Options& options, const Value& value)
{
    options.*Member = toText(value);
    return true;
}

template <int Options::*Member>
bool setInt(Options& options, const Value& value)
{
    const auto number = toInt(value);
    options.*Member = number.value_or(options.*Member);
    return number.has_value();
}

bool setInput(Options& options, const Value& value)
{
    options.gfmInput = unicode::toLower(toSymbol(value)) == "gfm";
    return true;
}

/// Notes what another program than ours would make of it.
void leave(Options& options, std::string_view key, std::string text, Concern concern)
{
    options.unfollowed.push_back({"kramdown." + std::string(key), std::move(text), concern});
}

bool setHtmlToNative(Options& options, const Value& value)
{
    if (toBool(value))
        leave(options, "html_to_native", "HTML in the text is made into kramdown's own elements there", Concern::Html);
    return true;
}

/// kramdown needs a library of its own for it, and GFM's headings never ask.
bool setTransliterated(Options& options, const Value& value)
{
    if (toBool(value) && !options.gfmInput)
        leave(options, "transliterated_header_ids",
              "ids of headings are spelled in ASCII where the gem stringex is installed", Concern::Page);
    return true;
}

bool setTemplate(Options& options, const Value& value)
{
    if (!toText(value).empty())
        leave(options, "template", "kramdown puts the text into the template '" + toText(value) + "' there",
              Concern::Page);
    return true;
}

bool setHighlighter(Options& options, const Value& value)
{
    options.syntaxHighlighter = toSymbol(value);
    static constexpr std::string_view alike[] = {"", "rouge", "none", "null",
                                                 "pygments"}; // the last ones: plain, as here
    if (std::find(std::begin(alike), std::end(alike), options.syntaxHighlighter) == std::end(alike))
        leave(options, "syntax_highlighter",
              "code is coloured by '" + options.syntaxHighlighter + "' there and plain here", Concern::Code);
    return true;
}

bool setMathEngine(Options& options, const Value& value)
{
    options.mathEngine = toSymbol(value);
    if (!options.mathEngine.empty() && options.mathEngine != "mathjax")
        leave(options, "math_engine", "formulas are made by '" + options.mathEngine + "' there", Concern::Math);
    return true;
}

/// What changes other output than HTML, or nothing of a post.
bool ignore(Options&, const Value&)
{
    return true;
}

struct Entry {
    std::string_view name;
    Setter set;
};

/// kramdown 2.4's options (kramdown/options.rb) and those of its GFM parser that change HTML.
constexpr Entry entries[] = {
    {"input", setInput},
    {"hard_wrap", setBool<&Options::hardWrap>},
    {"gfm_quirks", setQuirks},
    {"auto_ids", setBool<&Options::autoIds>},
    {"auto_id_stripping", setBool<&Options::autoIdStripping>},
    {"auto_id_prefix", setText<&Options::autoIdPrefix>},
    {"toc_levels", setTocLevels},
    {"smart_quotes", setSmartQuotes},
    {"typographic_symbols", setTypographicSymbols},
    {"footnote_nr", setInt<&Options::footnoteNr>},
    {"footnote_backlink", setText<&Options::footnoteBacklink>},
    {"footnote_backlink_inline", setBool<&Options::footnoteBacklinkInline>},
    {"footnote_prefix", setText<&Options::footnotePrefix>},
    {"entity_output", setEntityOutput},
    {"header_offset", setInt<&Options::headerOffset>},
    {"parse_block_html", setBool<&Options::parseBlockHtml>},
    {"parse_span_html", setBool<&Options::parseSpanHtml>},
    {"remove_line_breaks_for_cjk", setBool<&Options::removeLineBreaksForCjk>},
    {"link_defs", setLinkDefs},
    {"syntax_highlighter", setHighlighter},
    {"syntax_highlighter_opts", setHighlightOptions},
    {"math_engine", setMathEngine},
    {"html_to_native", setHtmlToNative},
    {"transliterated_header_ids", setTransliterated},
    {"template", setTemplate},
    {"latex_headers", ignore},
    {"line_width", ignore},
    {"list_indent", ignore},
    {"math_engine_opts", ignore},
    {"remove_block_html_tags", ignore},
    {"remove_span_html_tags", ignore},
    {"forbidden_inline_options", ignore},
};

} // namespace

bool isKramdownOption(std::string_view name)
{
    return std::any_of(std::begin(entries), std::end(entries), [&](const Entry& e) { return e.name == name; });
}

bool setKramdownOption(Options& options, std::string_view name, const Value& value)
{
    const auto entry =
        std::find_if(std::begin(entries), std::end(entries), [&](const Entry& e) { return e.name == name; });
    return entry != std::end(entries) && entry->set(options, value);
}

} // namespace galley::markdown
