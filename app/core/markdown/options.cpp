// SPDX-License-Identifier: MIT
#include "markdown/options.h"

#include "base/unicode.h"

#include <algorithm>
#include <charconv>

namespace galley::markdown
{

namespace
{
std::string toText(const Value& value)
{
    if (value.isString())
        return value.string();
    if (value.isInteger())
        return std::to_string(value.integer());
    if (value.isBool())
        return value.boolean() ? "true" : "false";
    if (value.isFloat())
        return std::to_string(value.floating());
    return {};
}

std::string strip(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// Ruby symbols may be written with their colon; "nil" and nothing are nil.
std::string toSymbol(const Value& value)
{
    std::string text = strip(toText(value));
    if (!text.empty() && text.front() == ':')
        text.erase(0, 1);
    return text == "nil" ? std::string() : text;
}

/// All but "false" and nothing is true.
bool toBool(const Value& value)
{
    if (value.isBool())
        return value.boolean();
    const std::string text = unicode::toLower(strip(toText(value)));
    return text != "false" && !text.empty();
}

std::optional<int> toInt(const Value& value)
{
    const std::string text = strip(toText(value));
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// An array, or a string with commas.
std::vector<std::string> toList(const Value& value)
{
    std::vector<std::string> list;
    if (value.isArray()) {
        for (const Value& item : value.array())
            list.push_back(toText(item));
        return list;
    }
    const std::string text = toText(value);
    for (std::size_t from = 0; from <= text.size() && !text.empty();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        list.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return list;
}

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
    options.entityOutput = name == "as_input" ? EntityOutput::AsInput
        : name == "symbolic"                  ? EntityOutput::Symbolic
        : name == "numeric"                   ? EntityOutput::Numeric
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
        options.linkDefs[unicode::toLower(toText(key))]
            = {toText(parts[0]), titled ? std::optional(toText(parts[1])) : std::nullopt};
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
    else if (name == "formatter" || name == "inline_theme")
        options.unsupported.push_back("syntax_highlighter_opts: " + std::string(name));
}

/// "{a: b, c: d}" as {::options /} may give it; deeper YAML is not read.
Hash flowMapping(std::string_view text)
{
    Hash hash;
    const auto open = text.find('{');
    const auto close = text.rfind('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return hash;
    text = text.substr(open + 1, close - open - 1);
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string_view item = text.substr(from, comma - from);
        const std::size_t colon = item.find(": ");
        if (colon != std::string_view::npos) {
            const std::string value = strip(item.substr(colon + 2));
            const bool isFlag = value == "true" || value == "false";
            hash.set(Value(strip(item.substr(0, colon))), isFlag ? Value(value == "true") : Value(value));
        }
        from = comma + 1;
    }
    return hash;
}

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

using Setter = bool (*)(Options&, const Value&);

template <bool Options::* Member>
bool setBool(Options& options, const Value& value)
{
    options.*Member = toBool(value);
    return true;
}

template <std::string Options::* Member>
bool setText(Options& options, const Value& value)
{
    options.*Member = toText(value);
    return true;
}

template <std::string Options::* Member>
bool setSymbol(Options& options, const Value& value)
{
    options.*Member = toSymbol(value);
    return true;
}

template <int Options::* Member>
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

template <int Reason>
bool refuse(Options& options, const Value& value)
{
    constexpr const char* names[] = {"html_to_native", "transliterated_header_ids"};
    if (toBool(value))
        options.unsupported.emplace_back(names[Reason]);
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
    {"syntax_highlighter", setSymbol<&Options::syntaxHighlighter>},
    {"syntax_highlighter_opts", setHighlightOptions},
    {"math_engine", setSymbol<&Options::mathEngine>},
    {"html_to_native", refuse<0>},
    {"transliterated_header_ids", refuse<1>},
};

Options jekyllDefaults()
{
    Options options;
    options.gfmInput = true;
    options.hardWrap = false;
    for (HighlightOptions* code : {&options.blockCode, &options.spanCode}) {
        code->defaultLanguage = "plaintext";
        code->guessLanguage = true;
    }
    return options;
}

Flavour flavourOf(std::string_view name)
{
    const std::string lower = unicode::toLower(name);
    if (lower == "commonmark")
        return Flavour::CommonMark;
    return lower == "commonmarkghpages" ? Flavour::Gfm : Flavour::Kramdown;
}
} // namespace

bool setKramdownOption(Options& options, std::string_view name, const Value& value)
{
    const auto entry = std::find_if(std::begin(entries), std::end(entries), [&](const Entry& e) { return e.name == name; });
    return entry != std::end(entries) && entry->set(options, value);
}

Options optionsFromConfig(const Value& siteConfig)
{
    Options options = jekyllDefaults();
    const Value engine = siteConfig.get("markdown");
    if (engine.isString())
        options.flavour = flavourOf(engine.string());
    const Value highlighter = siteConfig.get("highlighter");
    if (highlighter.isString())
        options.syntaxHighlighter = highlighter.string();
    const Value kramdown = siteConfig.get("kramdown");
    if (!kramdown.isHash())
        return options;
    for (const auto& [key, value] : kramdown.hash()) {
        if (!key.isString())
            continue;
        if (key.string() == "guess_lang")
            options.blockCode.guessLanguage = options.spanCode.guessLanguage = value.isTruthy();
        else
            setKramdownOption(options, key.string(), value);
    }
    return options;
}

} // namespace galley::markdown
